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
 * happened changes it, and so does time alone (R42). One reading of the log serves all categories.
 */
public final class TagHistory {

  private static final Comparator<LeadEvent> OLDEST_FIRST =
      Comparator.comparing(LeadEvent::occurredAt).thenComparing(LeadEvent::id);

  private final Portrait today;
  private final List<Row> rows;

  private TagHistory(Portrait today, List<TagCategory> categories) {
    this.today = today;
    this.rows = categories.stream().map(Row::new).toList();
  }

  /**
   * A time with one tag, or none.
   *
   * @param event that brought it; empty if time alone did
   */
  public record Spell(Optional<String> tag, Instant since, Optional<String> event) {}

  /** The spells of each category up to now, the oldest first, in the order of the categories. */
  public static SequencedMap<TagCategory, List<Spell>> of(
      List<TagCategory> categories, List<LeadEvent> log, Portrait today) {
    var history = new TagHistory(today, categories);
    history.read(log);
    var spells = new LinkedHashMap<TagCategory, List<Spell>>();
    history.rows.forEach(row -> spells.put(row.category, List.copyOf(row.spells)));
    return spells;
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
      for (var row : rows) {
        row.add(portrait, Optional.of(event.id()));
        waitUntil(next, portrait, row);
      }
    }
  }

  // What no event tells: the condition of a tag came to hold, or to hold no more.
  private void waitUntil(Instant next, Portrait portrait, Row row) {
    var flip = row.asked.mayFlipAt(portrait);
    while (flip.isPresent() && !flip.get().isAfter(next)) {
      var then = Portrait.of(today.lead(), portrait.told(), playbook(), flip.get());
      row.add(then, Optional.empty());
      flip = row.asked.mayFlipAt(then);
    }
  }

  private Playbook playbook() {
    return today.playbook();
  }

  /** What is found of one category. */
  private static final class Row {

    private final TagCategory category;
    private final Set<String> ids;
    private final Condition asked;
    private final List<Spell> spells = new ArrayList<>();

    private Row(TagCategory category) {
      this.category = category;
      this.ids = category.tags().stream().map(TagDefinition::id).collect(Collectors.toSet());
      this.asked = new Condition.Leaf("tag", new Condition.In(ids));
    }

    private void add(Portrait portrait, Optional<String> event) {
      var tag = portrait.tags().stream().map(Tag::id).filter(ids::contains).findFirst();
      var before = spells.isEmpty() ? Optional.<String>empty() : spells.getLast().tag();
      if (!tag.equals(before)) {
        spells.add(new Spell(tag, portrait.now(), event));
      }
    }
  }
}
