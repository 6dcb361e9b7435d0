package dev.trellis.core.journey;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Rhythm;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead stands in one journey.
 *
 * @param visit names what started it: a stay in a pool, a submission or a step of another journey.
 *     A journey starts once per visit.
 * @param startedAt when what started it happened
 * @param step id of the step the lead stands at; null when the journey has ended, unless by a merge
 * @param since when that step began
 * @param roundAt when the round of the enclosing {@code each} began, or null
 * @param dueAt when time alone moves the lead on; null if only an event can, or nothing
 * @param lastContent the content of the last send; null if it sent none or was skipped
 * @param verdict hot, warm or cold, once the journey judged
 * @param orders values that come first, by the id of the {@code each} whose rounds have begun
 * @param effects what the journey asked for so far, newest last; those older than {@link
 *     #KEEP_EFFECTS_DAYS} days drop out. Kept so that a redelivered message can repeat them, and
 *     for the frequency cap.
 * @param outcome how it ended, or null
 * @param version for conditional writes; 0 before the first write
 */
public record Enrollment(
    String journey,
    int journeyVersion,
    String visit,
    Instant startedAt,
    @Nullable String step,
    Instant since,
    @Nullable Instant roundAt,
    @Nullable Instant dueAt,
    @Nullable String lastContent,
    @Nullable String verdict,
    SortedMap<String, List<String>> orders,
    List<Issued> effects,
    @Nullable String outcome,
    long version) {

  public static final String MERGED = "merged";
  public static final String COMPLETED = "completed";
  public static final String LEFT = "left";
  public static final String STEP_GONE = "step-gone";
  public static final String GONE = "journey-gone";
  public static final String BEGUN_AGAIN = "begun-again";
  public static final String ANOTHER = "another-person";
  public static final String CANCELLED = "cancelled";

  public static final int KEEP_EFFECTS_DAYS = Rhythm.LONGEST_DAYS;

  public Enrollment {
    orders = orders == null ? Collections.emptySortedMap() : orders;
    effects = effects == null ? List.of() : List.copyOf(effects);
  }

  /** An effect and the instant at which the journey asked for it. */
  public record Issued(Instant at, Effect effect) {}

  /** At the first step; nothing done, nothing stored. */
  public static Enrollment begun(
      String journey,
      int journeyVersion,
      String visit,
      Instant startedAt,
      Instant since,
      @Nullable String step) {
    return new Enrollment(
        journey,
        journeyVersion,
        visit,
        startedAt,
        step,
        since,
        null,
        null,
        null,
        null,
        Collections.emptySortedMap(),
        List.of(),
        null,
        0);
  }

  public boolean active() {
    return outcome == null;
  }

  /** True if it is active or ended only because its lead was merged. */
  public boolean isUnfinished() {
    return active() || MERGED.equals(outcome);
  }

  /** True if the lead would stand at the same place, waiting for the same. */
  public boolean standsLike(Enrollment other) {
    return new Place(this).equals(new Place(other));
  }

  private record Place(
      @Nullable String step, Instant since, @Nullable Instant dueAt, @Nullable String outcome) {
    Place(Enrollment e) {
      this(e.step, e.since, e.dueAt, e.outcome);
    }
  }

  /** Ended because its lead was merged; it keeps its step, at which another enrollment goes on. */
  public Enrollment merged() {
    return with(null, effects, MERGED, version);
  }

  /** Under way again where it stood, since the merge that ended it was undone. */
  public Enrollment reopened() {
    return with(null, effects, null, version);
  }

  /** Ended because what started it turned out to be another person's. */
  public Enrollment another() {
    return with(null, effects, ANOTHER, version);
  }

  /** Ended because the playbook has its journey no more. */
  public Enrollment abandoned() {
    return with(null, effects, GONE, version);
  }

  /** Ended by a person who took the lead out of it: what it stays in does not begin it again. */
  public Enrollment cancelled() {
    return with(null, effects, CANCELLED, version);
  }

  /** Ended because what started it happened again, and began the journey anew. */
  public Enrollment begunAgain() {
    return with(null, effects, BEGUN_AGAIN, version);
  }

  /** The enrollment of an absorbed lead, as the lead that absorbed it goes on with it. */
  Enrollment resumed() {
    return with(null, List.of(), null, 0);
  }

  /** When it asked for mails that nobody asked for, as far back as it remembers. */
  public Stream<Instant> paced(Playbook playbook) {
    return effects.stream()
        .filter(i -> i.effect() instanceof Effect.Send send && send.isPaced(playbook))
        .map(Issued::at);
  }

  /** The same with the next version, as a store writes it. */
  public Enrollment nextVersion() {
    return with(dueAt, effects, outcome, version + 1);
  }

  private Enrollment with(
      @Nullable Instant dueAt, List<Issued> effects, @Nullable String outcome, long version) {
    return new Enrollment(
        journey,
        journeyVersion,
        visit,
        startedAt,
        step,
        since,
        roundAt,
        dueAt,
        lastContent,
        verdict,
        orders,
        effects,
        outcome,
        version);
  }

  List<Issued> effectsAnd(Collection<Effect> more, Instant now) {
    var oldest = now.minus(Duration.ofDays(KEEP_EFFECTS_DAYS));
    var kept = new ArrayList<Issued>();
    effects.stream().filter(i -> i.at().isAfter(oldest)).forEach(kept::add);
    more.forEach(e -> kept.add(new Issued(now, e)));
    return kept;
  }
}
