package dev.trellis.scoring;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.MergeTrail;
import dev.trellis.core.port.PersonalItems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that is stored about a person, in one JSON document (R17). */
public final class ExportLead {

  private final LeadStore leads;
  private final PersonalItems items;
  private final AccountStore accounts;

  public ExportLead(LeadStore leads, PersonalItems items, AccountStore accounts) {
    this.leads = leads;
    this.items = items;
    this.accounts = accounts;
  }

  /** The document; empty if there is no such person, or not any more. */
  public Optional<String> export(String lead) {
    return leads
        .find(lead)
        .map(MergeTrail.of(leads::find)::survivor)
        .filter(LeadRecord::isLiving)
        .map(this::document);
  }

  private String document(LeadRecord lead) {
    var all = new TreeSet<>(lead.absorbed());
    all.add(lead.lead());
    var names = new TreeSet<Identity>();
    for (var one : all) {
      leads.log(one).forEach(logged -> names.addAll(logged.event().identities()));
    }
    var document = new LinkedHashMap<String, Object>();
    document.put("lead", lead.lead());
    document.put("absorbed", List.copyOf(lead.absorbed()));
    document.put("identities", identities(names, all));
    document.put(
        "items", all.stream().flatMap(l -> items.all(l).stream()).map(this::tree).toList());
    document.put("workplaces", all.stream().map(accounts::affiliation).map(Json::tree).toList());
    return Json.compose(document);
  }

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

  private Map<String, Object> tree(PersonalItems.Stored stored) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("lead", stored.lead());
    tree.put("item", stored.item());
    tree.putAll(stored.content());
    return tree;
  }
}
