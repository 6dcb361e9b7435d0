package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.Corrected;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;

/** What an event tells about a person in words. */
final class Told {

  private Told() {}

  static Map<String, String> values(LeadEvent event) {
    var values =
        switch (event.happening()) {
          case FormSubmitted form -> form.answers();
          case CallRecorded call -> call.answers();
          case Corrected words -> words.values();
          case RecordImported row -> row.values();
          case Overridden change -> change.values();
          default -> null;
        };
    return values == null ? Collections.emptySortedMap() : values;
  }

  static Optional<String> value(LeadEvent event, String field) {
    return Optional.ofNullable(values(event).get(field)).filter(v -> !v.isBlank());
  }
}
