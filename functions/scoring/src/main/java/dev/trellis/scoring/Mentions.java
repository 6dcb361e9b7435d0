package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.NoteWritten;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Normalizer;

/**
 * Whom a text names, wherever it stands: an address in a field of the CRM says who it is as well as
 * an identity does.
 */
public final class Mentions {

  /** Below this no text holds a mobile number. */
  private static final int FEWEST_DIGITS = 7;

  private final Normalizer normalizer;

  /**
   * @param country assumed for numbers without a country code (ISO 3166)
   */
  public Mentions(String country) {
    this.normalizer = new Normalizer(country);
  }

  /** All names in an event that others tell; those alone that it goes by if it is an own act. */
  Set<Identity> of(LeadEvent event) {
    var names = new TreeSet<>(event.identities());
    switch (event.happening()) {
      case CallRecorded call -> {
        collect(call.answers(), names);
        names.addAll(in(call.note()));
      }
      case NoteWritten note -> names.addAll(in(note.text()));
      case CrmChanged change -> collect(change.values(), names);
      case RecordImported row -> collect(row.values(), names);
      case Overridden change -> collect(change.values(), names);
      default -> {}
    }
    return names;
  }

  /** The same event without the values that name one of these people: the rest is another's. */
  LeadEvent without(LeadEvent event, Set<Identity> names) {
    var happening =
        switch (event.happening()) {
          case CallRecorded(var actor, var outcome, var answers, var note, var callback) ->
              new CallRecorded(actor, outcome, left(answers, names), left(note, names), callback);
          case NoteWritten(var actor, var text) when left(text, names) == null ->
              new NoteWritten(actor, "-");
          case CrmChanged told ->
              new CrmChanged(
                  told.source(),
                  told.handoff(),
                  told.status(),
                  told.reason(),
                  told.stage(),
                  told.actor(),
                  left(told.values(), names));
          case RecordImported(var batch, var line, var values) ->
              new RecordImported(batch, line, left(values, names));
          case Overridden(var actor, var reason, var values) ->
              new Overridden(actor, reason, left(values, names));
          case Happening other -> other;
        };
    return event.telling(happening);
  }

  private String left(String text, Set<Identity> names) {
    return text == null || Collections.disjoint(in(text), names) ? text : null;
  }

  private SortedMap<String, String> left(SortedMap<String, String> told, Set<Identity> names) {
    var left = new TreeMap<>(told);
    left.values().removeIf(value -> !Collections.disjoint(in(value), names));
    return left;
  }

  /** All names in what may be any JSON. */
  Set<Identity> in(Object tree) {
    var names = new TreeSet<Identity>();
    collect(tree, names);
    return names;
  }

  private void collect(Object tree, Set<Identity> names) {
    switch (tree) {
      case Map<?, ?> map -> map.values().forEach(value -> collect(value, names));
      case List<?> list -> list.forEach(value -> collect(value, names));
      case String text -> collect(text, names);
      case null, default -> {}
    }
  }

  private void collect(String text, Set<Identity> names) {
    var name = Identity.find(text);
    name.ifPresent(names::add);
    var value = name.map(Identity::value).orElse(text);
    if (value.indexOf('@') >= 0) {
      names.addAll(normalizer.told(value, null));
    }
    if (value.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS) {
      names.addAll(normalizer.told(null, value));
    }
  }
}
