package dev.trellis.console.desk;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.port.LeadFile;
import dev.trellis.core.port.LeadFiles;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.PersonalItems;

/** Everything that is stored about a person, in one JSON document (R17). */
public final class ExportLead {

  private final LeadFiles files;
  private final LeadStore leads;
  private final PersonalItems items;
  private final AccountStore accounts;

  public ExportLead(LeadFiles files, LeadStore leads, PersonalItems items, AccountStore accounts) {
    this.files = files;
    this.leads = leads;
    this.items = items;
    this.accounts = accounts;
  }

  /** The document; empty if there is no such person, or not any more. */
  public Optional<String> export(String lead) {
    return files.find(lead).map(this::document);
  }

  private String document(LeadFile file) {
    var lead = file.lead();
    var all = new TreeSet<>(lead.absorbed());
    all.add(lead.lead());
    var names = new TreeSet<Identity>();
    file.events().forEach(event -> names.addAll(event.identities()));
    return Json.show(
        new Document(
            lead.lead(),
            lead.absorbed(),
            identities(names, all),
            all.stream().flatMap(l -> items.all(l).stream()).map(ExportLead::tree).toList(),
            all.stream().map(accounts::affiliation).map(Json::tree).toList()));
  }

  private record Document(
      String lead,
      Collection<String> absorbed,
      List<String> identities,
      List<Map<String, Object>> items,
      List<Object> workplaces) {}

  // A browser that the person merely used may belong to somebody else.
  private List<String> identities(TreeSet<Identity> names, TreeSet<String> all) {
    var owned = new ArrayList<String>();
    if (!names.isEmpty()) {
      new TreeMap<>(leads.owners(names))
          .forEach((name, owner) -> {
            if (all.contains(owner)) {
              owned.add(name.toString());
            }
          });
    }
    return owned;
  }

  private static Map<String, Object> tree(PersonalItems.Stored stored) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("lead", stored.lead());
    tree.put("item", stored.item());
    tree.putAll(stored.content());
    return tree;
  }
}
