package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.playbook.TagScheme.TagCategory;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Tag;
import dev.trellis.core.profile.Profile;

/**
 * Which tag of a category that gives one at a time a lead had since when, drawn from its log: what
 * happened changes it, and so does time alone (R42).
 */
public final class TagHistory {

  private static final Comparator<LeadEvent> OLDEST_FIRST =
      Comparator.comparing(LeadEvent::occurredAt).thenComparing(LeadEvent::id);

  private final Portrait today;
  private final Set<String> ids;
  private final List<Spell> spells = new ArrayList<>();

  private TagHistory(Portrait today, TagCategory category) {
    this.today = today;
    this.ids = category.tags().stream().map(TagDefinition::id).collect(Collectors.toSet());
  }

  /**
   * A time with one tag, or none.
   *
   * @param event that brought it; empty if time alone did
   */
  public record Spell(Optional<String> tag, Instant since, Optional<String> event) {}

  /** The spells of one category up to now, the oldest first. */
  public static List<Spell> of(TagCategory category, List<LeadEvent> log, Portrait today) {
    var history = new TagHistory(today, category);
    history.read(log);
    return List.copyOf(history.spells);
  }

  private void read(List<LeadEvent> log) {
    var events =
        log.stream()
            .filter(event -> !event.occurredAt().isAfter(today.now()))
            .sorted(OLDEST_FIRST)
            .toList();
    var profile = Profile.of(playbook().company().days());
    for (int i = 0; i < events.size(); i++) {
      var event = events.get(i);
      profile = profile.with(event);
      var next = i + 1 < events.size() ? events.get(i + 1).occurredAt() : today.now();
      var portrait = Portrait.of(today.lead(), profile, playbook(), event.occurredAt());
      add(portrait, Optional.of(event.id()));
      waitUntil(next, portrait);
    }
  }

  // What no event tells: the condition of a tag came to hold, or to hold no more.
  private void waitUntil(Instant next, Portrait portrait) {
    var asked = new Condition.Leaf("tag", new Condition.In(ids));
    var flip = asked.mayFlipAt(portrait);
    while (flip.isPresent() && !flip.get().isAfter(next)) {
      var then = Portrait.of(today.lead(), portrait.told(), playbook(), flip.get());
      add(then, Optional.empty());
      flip = asked.mayFlipAt(then);
    }
  }

  private void add(Portrait portrait, Optional<String> event) {
    var tag = portrait.tags().stream().map(Tag::id).filter(ids::contains).findFirst();
    var before = spells.isEmpty() ? Optional.<String>empty() : spells.getLast().tag();
    if (!tag.equals(before)) {
      spells.add(new Spell(tag, portrait.now(), event));
    }
  }

  private Playbook playbook() {
    return today.playbook();
  }
}
