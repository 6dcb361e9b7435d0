package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.port.Cards;
import dev.trellis.core.port.MergeTrail;
import dev.trellis.core.port.Twin;
import dev.trellis.core.profile.Field;

/** Pairs of leads that may be one person, those told last first, for a person to decide. */
public record TwinsView(LeadSearch search) {

  public static final String PATH = "/twins";

  /**
   * Two leads.
   *
   * @param name what the first is called, or null
   * @param claimed what was told of the first and is, or was claimed to be, the other's
   * @param otherName what the other is called, or null
   * @param more how many others the first may be the same as besides
   */
  public record Pair(
      String lead,
      String name,
      String other,
      String otherName,
      String claimed,
      Instant at,
      int more) {}

  /**
   * A page of them.
   *
   * @param next where the list goes on, below the console; null at its end
   */
  public record Page(List<Pair> pairs, String next) {}

  /**
   * A page. Of two that stand on one page once each, one is shown.
   *
   * @param after where the page before ended, or null
   */
  public Page page(String after) {
    var page = search.cards().twins(after, Cards.PAGE);
    var known = new HashMap<String, Optional<String>>();
    page.entries().forEach(twin -> known.put(twin.lead(), Optional.ofNullable(twin.name())));
    var others =
        page.entries().stream()
            .map(twin -> twin.claim().other())
            .filter(other -> !known.containsKey(other))
            .collect(Collectors.toCollection(TreeSet::new));
    known.putAll(names(others));
    var pairs = new LinkedHashMap<Set<String>, Pair>();
    page.entries().stream()
        .filter(twin -> known.containsKey(twin.claim().other()))
        .forEach(twin -> {
          var both = Set.of(twin.lead(), twin.claim().other());
          pairs.putIfAbsent(both, pair(twin, known.get(twin.claim().other())));
        });
    return new Page(
        List.copyOf(pairs.values()), page.next() == null ? null : PATH + "?after=" + page.next());
  }

  private static Pair pair(Twin twin, Optional<String> other) {
    var claim = twin.claim();
    return new Pair(
        twin.lead(),
        twin.name(),
        claim.other(),
        other.orElse(null),
        claim.name().value(),
        claim.at(),
        twin.more());
  }

  // Who is in no list was absorbed by somebody, or erased: of these nothing is to be decided.
  private Map<String, Optional<String>> names(SortedSet<String> leads) {
    var names = new HashMap<String, Optional<String>>();
    if (leads.isEmpty()) {
      return names;
    }
    search
        .cards()
        .of(leads)
        .forEach(card -> names.put(card.lead(), Optional.ofNullable(card.name())));
    var unlisted = new TreeSet<>(leads);
    unlisted.removeAll(names.keySet());
    if (!unlisted.isEmpty()) {
      search.people().expect(Set.of(), unlisted);
      var trail = MergeTrail.of(search.people()::find);
      unlisted.stream()
          .flatMap(lead -> search.people().find(lead).stream())
          .filter(lead -> trail.survivor(lead).isLiving())
          .forEach(
              lead -> names.put(lead.lead(), trail.survivor(lead).profile().value(Field.NAME)));
    }
    return names;
  }
}
