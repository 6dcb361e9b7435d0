package dev.trellis.console.likeness;

import module java.base;

import dev.trellis.console.report.LeadHistory;
import dev.trellis.core.condition.Value;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.playbook.TagDefinition.Computation;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Tally;

/** Draws the traits of a lead from what happened to it up to an instant. */
public final class Traits {

  /** A tag that no other trait says already. */
  public static final String TAG = "tag";

  /** A topic that was read about. */
  public static final String TOPIC = "topic";

  /** A behaviour that was shown. */
  public static final String DID = "did";

  /** A behaviour that was shown three times or more. */
  public static final String OFTEN = "often";

  /** What brought the lead. */
  public static final String SOURCE = "source";

  /** A content that was read. */
  public static final String CONTENT = "content";

  /** A phrase that was searched for. */
  public static final String KEYWORD = "keyword";

  private static final int TIMES = 3;
  private static final List<String> FIELDS =
      List.of(Field.INDUSTRY, Field.ROLE, Field.LEVEL, Field.SIZE, Field.NEED);

  private final List<LeadEvent> events;
  private final Profile profile;
  private final Playbook playbook;
  private final Portrait portrait;
  private final SortedSet<Trait> shared = new TreeSet<>();

  Traits(String lead, List<LeadEvent> events, Profile told, Playbook playbook, Instant at) {
    this.events = events;
    this.playbook = playbook;
    this.portrait = Portrait.of(lead, told, playbook, at);
    this.profile = portrait.profile();
    var source = new LeadHistory(lead, events, List.of(), List.of()).source();
    shared.add(new Trait(SOURCE, source.name().toLowerCase(Locale.ROOT)));
    times()
        .forEach((behaviour, times) -> {
          shared.add(new Trait(DID, behaviour));
          if (times >= TIMES) {
            shared.add(new Trait(OFTEN, behaviour));
          }
        });
    this.profile.countedReads().keySet().stream()
        .flatMap(id -> playbook.content(id).stream())
        .forEach(content -> shared.add(new Trait(TOPIC, content.topic())));
  }

  /** Who the lead is and what it did, as far as the model asks. */
  SortedSet<Trait> known() {
    var traits = new TreeSet<>(shared);
    for (var field : FIELDS) {
      if (portrait.value(field) instanceof Value.Words words) {
        words.words().forEach(word -> traits.add(new Trait(field, word)));
      }
    }
    portrait.tags().stream()
        .filter(tag -> playbook.tagScheme().tag(tag.id()).filter(Traits::saysMore).isPresent())
        .forEach(tag -> traits.add(new Trait(TAG, tag.id())));
    return traits;
  }

  /** What the lead did, with each content and each phrase. */
  SortedSet<Trait> deeds() {
    var deeds = new TreeSet<>(shared);
    profile.countedReads().keySet().forEach(id -> deeds.add(new Trait(CONTENT, id)));
    for (var event : events) {
      if (event.happening() instanceof PageVisited visit
          && visit.keyword() != null
          && !visit.keyword().isBlank()
          && portrait.told().machine(event).isEmpty()) {
        deeds.add(new Trait(KEYWORD, visit.keyword().strip().toLowerCase(Locale.ROOT)));
      }
    }
    return deeds;
  }

  // Evidence counts once: not as a field or a deed and again as the tag that is drawn from it.
  private static boolean saysMore(TagDefinition tag) {
    return !tag.from().isEmpty()
        && tag.from().stream()
            .allMatch(way ->
                way instanceof Computation.Told told && !FIELDS.contains(told.field())
                    || way instanceof Computation.Read);
  }

  private SortedMap<String, Integer> times() {
    var times = new TreeMap<String, Integer>();
    for (Map<Behaviour, Tally> day : profile.countedActivity().values()) {
      day.forEach((behaviour, tally) ->
          times.merge(behaviour.name().toLowerCase(Locale.ROOT), tally.count(), Integer::sum));
    }
    return times;
  }
}
