package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.profile.Profile;

/**
 * Finds the events behind evidence by folding the log again, oldest first: a person's event counted
 * for a behaviour or a read if there was more of it with the event than before, and it made
 * something known if that is known ever since.
 */
final class Trace {

  private final Portrait portrait;
  private final List<LeadEvent> log;
  private final List<Profile> upTo = new ArrayList<>();
  private final Map<Integer, Portrait> drawn = new HashMap<>();
  private final List<Profile> certain = new ArrayList<>();

  Trace(Portrait portrait, List<LeadEvent> log) {
    this.portrait = portrait;
    this.log =
        log.stream()
            .sorted(Comparator.comparing(LeadEvent::occurredAt).thenComparing(LeadEvent::id))
            .toList();
    upTo.add(Profile.of(portrait.profile().days()));
    this.log.forEach(event -> upTo.add(upTo.getLast().with(event)));
    upTo.forEach(profile -> certain.add(profile.certain(portrait.now())));
  }

  /** Ids, oldest first. */
  List<String> eventsOf(Evidence evidence) {
    return indexes(evidence).sorted().distinct().mapToObj(i -> log.get(i).id()).toList();
  }

  /** The person as known after so many events, seen now. */
  private Portrait after(int events) {
    return drawn.computeIfAbsent(
        events,
        n -> Portrait.of(portrait.lead(), upTo.get(n), portrait.playbook(), portrait.now()));
  }

  private IntStream indexes(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Did did -> counted(profile -> times(profile, did));
      case Evidence.Read read -> counted(profile -> times(profile, read));
      case Evidence.Meets(var condition) ->
          supports(condition, true).flatMapToInt(leaf -> lastChange(leaf));
      case Evidence.Series(var _, var signs) -> signs.stream().flatMapToInt(this::indexes);
      case Evidence.Member(var lead, var of) ->
          lead.equals(portrait.lead()) ? indexes(of) : IntStream.empty();
    };
  }

  private IntStream counted(ToLongFunction<Profile> times) {
    return IntStream.range(0, log.size())
        .filter(i ->
            times.applyAsLong(certain.get(i)) < times.applyAsLong(certain.get(i + 1))
                && upTo.getLast().machine(log.get(i)).isEmpty());
  }

  private static long times(Profile profile, Evidence.Did did) {
    var tallies = profile.countedActivity().get(did.day());
    var tally = tallies == null ? null : tallies.get(did.behaviour());
    return tally == null ? 0 : tally.count();
  }

  private static long times(Profile profile, Evidence.Read read) {
    var reads = profile.countedReads().get(read.content());
    return reads == null ? 0 : reads.count();
  }

  /** The tests without which the condition might be answered otherwise. */
  private Stream<Leaf> supports(Condition condition, boolean positive) {
    return switch (condition) {
      case Condition.All(var parts) -> parts.stream().flatMap(p -> supports(p, positive));
      case Condition.Any(var parts) -> parts.stream().flatMap(p -> supports(p, positive));
      case Condition.Not(var part) -> supports(part, !positive);
      case Leaf leaf ->
          leaf.holds(after(log.size())) == positive ? Stream.of(leaf) : Stream.empty();
    };
  }

  private IntStream lastChange(Leaf leaf) {
    var answer = leaf.holds(after(log.size()));
    for (int i = log.size() - 1; i >= 0; i--) {
      if (leaf.holds(after(i)) != answer) {
        return IntStream.of(i);
      }
    }
    return IntStream.empty();
  }
}
