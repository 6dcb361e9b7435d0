package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.journey.Effect;
import dev.trellis.core.journey.Programs;
import dev.trellis.core.journey.Walk;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.core.port.EnrollmentStore.Snapshot;
import dev.trellis.core.port.LetterRuns;
import dev.trellis.core.port.LetterRuns.Run;
import dev.trellis.core.port.Members;
import dev.trellis.core.port.Members.Member;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.portrait.Portrait;

/**
 * Takes letters to the members of their groups: counts who would get one, waits for a person's yes,
 * and from its hour on has each member looked at, a page at a time. A page is remembered once it is
 * counted, or its messages are durable: who stops at any point is made up for by the next, who
 * tells some members twice and counts none twice.
 */
public final class SendLetters {

  private static final int PAGE = 100;

  /** What was let go in time is taken to the end so long after it expired. */
  private static final Duration AFTERWARDS = Duration.ofDays(1);

  private final Playbook playbook;
  private final Programs programs;
  private final LetterRuns runs;
  private final Members members;
  private final EnrollmentStore leads;
  private final MessageQueue<JourneySignal> queue;
  private final Clock clock;

  public SendLetters(
      Playbook playbook,
      LetterRuns runs,
      Members members,
      EnrollmentStore leads,
      MessageQueue<JourneySignal> queue,
      Clock clock) {
    this.playbook = playbook;
    this.programs = new Programs(playbook);
    this.runs = runs;
    this.members = members;
    this.leads = leads;
    this.queue = queue;
    this.clock = clock;
  }

  /** What is done within one minute. */
  public Minute minute() {
    return new Minute();
  }

  /** As many turns as a sweep places leads; whoever else is to be looked at waits for no more. */
  public final class Minute {

    private int room = playbook.sweep().perMinute();

    /** Goes one page further; empty if there is nothing to do within this minute. */
    public Optional<Run> step() {
      var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      return playbook.journeys().values().stream()
          .filter(journey ->
              journey.trigger() instanceof Trigger.Letter letter
                  && now.isBefore(letter.expires().plus(AFTERWARDS)))
          .flatMap(journey -> step(journey, (Trigger.Letter) journey.trigger(), now).stream())
          .findFirst();
    }

    private Optional<Run> step(Journey journey, Trigger.Letter letter, Instant now) {
      var run = run(journey, now);
      var isOver = !now.isBefore(letter.expires());
      return switch (run.phase()) {
        case COUNTING -> isOver ? Optional.empty() : saved(counted(run, journey, letter, now));
        case WAITING ->
            isOver || run.yes() == null || now.isBefore(letter.at())
                ? Optional.empty()
                : saved(run.going(now));
        case GOING -> room > 0 ? saved(told(run, letter, now)) : Optional.empty();
        case DONE -> Optional.empty();
      };
    }

    private Run told(Run run, Trigger.Letter letter, Instant now) {
      var page = members.page(letter.group(), run.after(), PAGE);
      var turns =
          page.entries().stream()
              .filter(member -> !member.in().since().isAfter(letter.at()))
              .map(member -> new JourneySignal(member.card().lead(), Reason.DUE, now))
              .toList();
      if (!turns.isEmpty()) {
        queue.send(turns);
      }
      room -= page.entries().size();
      return run.told(turns.size(), page.next(), now);
    }
  }

  /** What is known of a letter; of one that was changed nothing is. */
  private Run run(Journey journey, Instant now) {
    var cause = Run.cause(playbook, journey);
    var last = runs.find(journey.id());
    return last.filter(known -> known.cause().equals(cause))
        .orElseGet(() -> Run.begun(journey.id(), cause, now, last.map(Run::version).orElse(0L)));
  }

  // Somebody else may have gone on, or a person said something, in between: then theirs counts.
  private Optional<Run> saved(Run run) {
    return runs.save(run) ? Optional.of(run.nextVersion()) : Optional.empty();
  }

  private Run counted(Run run, Journey journey, Trigger.Letter letter, Instant now) {
    var page = members.page(letter.group(), run.after(), PAGE);
    var people = page.entries().stream().map(Member::card).map(card -> card.lead()).toList();
    leads.expect(people);
    var at = now.isBefore(letter.at()) ? letter.at() : now;
    var verdicts =
        people.stream()
            .flatMap(lead -> leads.load(lead).stream())
            .filter(found -> found.lead().isLiving())
            .filter(found -> isMember(found, letter))
            .map(found -> verdict(found, journey, at))
            .toList();
    return run.counted(verdicts, page.next(), now);
  }

  private static boolean isMember(Snapshot found, Trigger.Letter letter) {
    return found
        .position()
        .map(position -> position.groups().get(letter.group()))
        .filter(since -> !since.isAfter(letter.at()))
        .isPresent();
  }

  /** {@link Run#GETS}, or why not: found by walking the letter as it will be walked. */
  private String verdict(Snapshot found, Journey journey, Instant from) {
    var had =
        Stream.concat(
            found.enrollments().stream(), found.absorbed().values().stream().flatMap(List::stream));
    if (had.anyMatch(enrollment -> enrollment.journey().equals(journey.id()))) {
      return "had";
    }
    var program = programs.of(journey);
    var lead = found.lead();
    var placement = found.position().map(Position::placement).orElseThrow();
    var mailed = Mailed.lately(found, playbook).at();
    var at = from;
    var portrait = Portrait.of(lead.lead(), lead.profile(), playbook, at);
    if (!portrait.exclusions().isEmpty()) {
      return Walk.EXCLUDED;
    }
    var advance =
        Walk.advance(program, Walk.start(program, "letter", at, at), portrait, placement, mailed);
    while (advance.effects().isEmpty()) {
      var due = Objects.requireNonNull(advance.enrollment().dueAt(), "it neither sends nor waits");
      portrait = Portrait.of(lead.lead(), lead.profile(), playbook, due);
      advance = Walk.advance(program, advance.enrollment(), portrait, placement, mailed);
    }
    return verdict(advance.effects().getFirst(), portrait);
  }

  private String verdict(Effect effect, Portrait portrait) {
    return switch (effect) {
      case Effect.Skip skip -> skip.reason();
      case Effect.Send send ->
          switch (Gate.ask(
              portrait, Optional.ofNullable(send.content()).flatMap(playbook::content))) {
            case Gate.Verdict.Closed(String reason) -> reason;
            case Gate.Verdict.Open _ -> Run.GETS;
          };
      default -> throw new IllegalStateException("a letter asked for " + effect);
    };
  }
}
