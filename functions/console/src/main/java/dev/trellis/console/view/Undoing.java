package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.event.Happening.Joined;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.Happening.PlacedByHand;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;

/** What can be taken back of what people did to a lead, as long as it stands. */
public record Undoing(LeadFolder lead) {

  /** What takes it back. */
  public sealed interface Undo {
    /** These values are told again, as they were before. */
    record Values(SortedMap<String, String> before) implements Undo {}

    /** What was put by hand ends. */
    record End() implements Undo {}

    /** The lead that was joined is a person of its own again. */
    record Split(String absorbed) implements Undo {}
  }

  /** How to take back what an event of the lead did; empty if it cannot be, or does not stand. */
  public Optional<Undo> of(String event) {
    return lead.log().stream().filter(e -> e.id().equals(event)).findFirst().flatMap(this::undo);
  }

  /** True if it may be offered: whether there was a value before is found out when it is asked. */
  public boolean isOffered(LeadEvent event) {
    return event.happening() instanceof Overridden change
        ? !standing(event, change).isEmpty()
        : undo(event).isPresent();
  }

  private Optional<Undo> undo(LeadEvent event) {
    return switch (event.happening()) {
      case Overridden change -> {
        var without = without(event);
        var before = new TreeMap<String, String>();
        standing(event, change)
            .forEach(field -> without.value(field).ifPresent(value -> before.put(field, value)));
        yield before.isEmpty() ? Optional.empty() : Optional.of(new Undo.Values(before));
      }
      case PlacedByHand _ ->
          lead.portrait()
              .profile()
              .byHand()
              .filter(hand -> hand.event().equals(event.id()))
              .filter(hand -> hand.holds(lead.portrait().now()))
              .map(_ -> new Undo.End());
      case Joined joined ->
          Stream.of(joined.other(), event.lead())
              .filter(Objects::nonNull)
              .filter(lead.absorbed()::contains)
              .findFirst()
              .map(Undo.Split::new);
      default -> Optional.empty();
    };
  }

  // What is shown since, and was another before. Nobody takes back what a person wants.
  private List<String> standing(LeadEvent event, Overridden change) {
    return change.values().keySet().stream()
        .filter(field -> !Field.isWish(field) && !Field.isOurs(field))
        .filter(field ->
            lead.portrait()
                .profile()
                .told(Authority.SALES, field)
                .filter(fact -> fact.event().equals(event.id()))
                .isPresent())
        .filter(this::mayBeToldTwice)
        .toList();
  }

  private boolean mayBeToldTwice(String field) {
    return !lead.isWhole()
        || Archive.of(lead.log()).fields().getOrDefault(field, List.of()).size() > 1;
  }

  private Profile without(LeadEvent event) {
    var profile = Profile.of(lead.portrait().profile().days());
    for (var other : lead.log()) {
      if (!other.id().equals(event.id())) {
        profile = profile.with(other);
      }
    }
    return profile;
  }
}
