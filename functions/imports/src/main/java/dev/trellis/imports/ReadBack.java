package dev.trellis.imports;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Name;
import dev.trellis.core.port.MergeTrail;
import dev.trellis.core.port.imports.RowEffects;
import dev.trellis.core.port.imports.RowEffects.Spot;
import dev.trellis.imports.file.Fault;
import dev.trellis.imports.row.Intake.Row;

/**
 * Reads back what became of rows, from where leads are kept (R31): by the names of a row to its
 * lead, and there by the row's event.
 */
public record ReadBack(LeadStore leads, RowEffects effects) {

  /** What became of these rows, which are done with; as many answers, in their order. */
  List<RowOutcome> of(List<Row> rows) {
    var asked = new TreeSet<Identity>();
    rows.forEach(row -> asked.addAll(record(row).identities()));
    var names = leads.names(asked);
    var spots = new ArrayList<Spot>();
    rows.forEach(row -> owners(row, names).forEach(lead -> spots.add(spot(lead, row))));
    var found = new HashMap<>(effects.at(spots));
    var hidden = rows.stream().filter(row -> !found.containsKey(record(row).id())).toList();
    found.putAll(effects.at(hidden.stream().flatMap(row -> elsewhere(row, names)).toList()));
    var outcomes = new ArrayList<RowOutcome>();
    for (var row : rows) {
      var effect = found.get(record(row).id());
      outcomes.add(
          effect == null
              ? new RowOutcome.Refused(row.line(), why(row, names))
              : new RowOutcome.Taken(row.line(), effect));
    }
    return outcomes;
  }

  // Of a person of several leads the event may lie with any of them.
  private Stream<Spot> elsewhere(Row row, Map<Identity, Name> names) {
    var all = new TreeSet<String>();
    all.add(Ids.newLead(record(row).occurredAt(), record(row).id()));
    var trail = MergeTrail.of(leads::find);
    owners(row, names).stream()
        .flatMap(owner -> leads.find(owner).stream())
        .flatMap(lead -> trail.leads(lead).stream())
        .forEach(lead -> {
          all.add(lead.lead());
          all.addAll(lead.absorbed());
          all.addAll(lead.apart());
        });
    return all.stream().map(lead -> spot(lead, row));
  }

  private static SortedSet<String> owners(Row row, Map<Identity, Name> names) {
    return record(row).identities().stream()
        .map(names::get)
        .filter(Objects::nonNull)
        .map(Name::lead)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Fault why(Row row, Map<Identity, Name> names) {
    var isErased =
        record(row).identities().stream()
            .map(names::get)
            .filter(Objects::nonNull)
            .anyMatch(this::isErased);
    return isErased ? Fault.ERASED : Fault.NOT_STORED;
  }

  private boolean isErased(Name name) {
    return name.lead() == null
        ? name.erasedAt() != null
        : leads.find(name.lead()).filter(lead -> lead.erasedAt() != null).isPresent();
  }

  private static Spot spot(String lead, Row row) {
    return new Spot(lead, record(row).id());
  }

  // What else a row tells, such as contents viewed, follows its record.
  private static LeadEvent record(Row row) {
    return row.events().getFirst();
  }
}
