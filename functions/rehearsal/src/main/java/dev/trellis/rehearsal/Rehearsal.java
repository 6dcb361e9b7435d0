package dev.trellis.rehearsal;

import module java.base;

import dev.trellis.core.journey.Effect;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.memory.StandingClock;

/**
 * Plays a journey with leads that nobody knows, from its trigger to its end, by the use cases that
 * run on Lambda and in virtual time. Each lead has a world of its own.
 */
public final class Rehearsal {

  /** A journey that begins again and again has no end. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private static final Duration BETWEEN_LEADS = Duration.ofMinutes(1);

  /** Leads come in one after the other for nine hours; all of them begin on the same day. */
  private static final int BEFORE_EVENING = 540;

  private final Script script;
  private final Playbook playbook;
  private final Entrance entrance;
  private final Set<String> rehearsed;
  private final Instant start;

  public Rehearsal(Script script, Playbook playbook, Instant start) {
    this.script = script;
    this.playbook = playbook;
    this.entrance = new Entrance(script.journey(), playbook);
    this.rehearsed = Set.copyOf(entrance.journeys());
    this.start = start;
  }

  /**
   * What became of one lead.
   *
   * @param mails the ledger's entries of mails to the lead, in order
   * @param asked which of these journeys asked for
   * @param alerts how many mails went to our own people
   * @param seen how often mails were held, which ways were taken, how journeys ended
   * @param calls how often which port was asked
   */
  public record Played(
      Instant start,
      Instant end,
      List<Entry> mails,
      List<Watch.Asked> asked,
      long alerts,
      Map<String, Integer> seen,
      Map<String, Long> calls) {}

  /** All leads, in order. */
  public List<Played> play() {
    return IntStream.range(0, script.leads()).parallel().mapToObj(this::play).toList();
  }

  private Played play(int number) {
    var part = new Part(number, script.persona(), playbook);
    var began = start.plus(BETWEEN_LEADS.multipliedBy(number % BEFORE_EVENING));
    var clock = new StandingClock(began);
    var counted = new Counted();
    var performance = new Performance(playbook, clock, 1, counted);
    var pipeline = performance.pipeline();
    performance.enters(part, entrance.events(part, began));
    performance.run(() -> isOver(pipeline) || clock.instant().isAfter(began.plus(LONGEST)));
    var mails = pipeline.tables().mails(lead(pipeline));
    return new Played(
        began,
        clock.instant(),
        mails.stream().filter(mail -> !mail.internal()).toList(),
        pipeline.watch().asked().stream().filter(one -> !isInternal(one.effect())).toList(),
        mails.stream().filter(mail -> mail.internal() && mail.state() == State.SENT).count(),
        pipeline.watch().counts(),
        counted.calls());
  }

  private boolean isInternal(Effect effect) {
    return effect instanceof Effect.Send send
        && playbook.mails().get(send.mail()).kind() == Kind.INTERNAL;
  }

  private boolean isOver(Pipeline pipeline) {
    var enrollments =
        pipeline.tables().enrollments(lead(pipeline)).stream()
            .filter(enrollment -> rehearsed.contains(enrollment.journey()))
            .toList();
    return !enrollments.isEmpty() && enrollments.stream().noneMatch(Enrollment::active);
  }

  private static String lead(Pipeline pipeline) {
    return pipeline.tables().leads().stream().map(LeadRecord::lead).findFirst().orElseThrow();
  }
}
