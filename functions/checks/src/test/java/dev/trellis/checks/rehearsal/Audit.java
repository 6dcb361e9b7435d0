package dev.trellis.checks.rehearsal;

import module java.base;

import dev.trellis.checks.rehearsal.LongRun.Life;
import dev.trellis.core.journey.Effect;
import dev.trellis.core.journey.Program;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Rhythm.Cap;
import dev.trellis.core.playbook.Rhythm.Place;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.rehearsal.Postbox.Sent;
import dev.trellis.rehearsal.Watch.Asked;

/** Goes through the books of one lead and finds what must not be there. */
final class Audit {

  /** What was asked for this long ago may still wait for the morning. */
  private static final Duration A_NIGHT = Duration.ofDays(1);

  private static final Duration ON_THE_WAY = Duration.ofMinutes(15);

  private final Playbook playbook;
  private final Life life;
  private final Map<String, Entry> ledger;

  Audit(Playbook playbook, Life life) {
    this.playbook = playbook;
    this.life = life;
    this.ledger =
        life.ledger().stream().collect(Collectors.toMap(Entry::sendId, Function.identity()));
  }

  /** Names of the promises that were broken, such as {@code doubled}. */
  Set<String> broken() {
    var promises = new TreeMap<String, Boolean>();
    promises.put("missed", nothingMissed());
    promises.put("doubled", nothingDoubled());
    promises.put("out of order", inOrder());
    promises.put("above the cap", withinTheCap());
    promises.put("in quiet hours", neverByNight());
    promises.put("after unsubscribe", nothingAfterUnsubscribe());
    promises.put("unbalanced", balanced());
    promises.values().removeIf(isKept -> isKept);
    return promises.keySet();
  }

  // Every topic came in its time, and what a journey asked for is in the ledger.
  private boolean nothingMissed() {
    return new Topics(playbook, life).cameInTime()
        && life.due().stream().allMatch(one -> isSettled(one) || isFresh(one));
  }

  private boolean nothingDoubled() {
    var contents = paced().map(sent -> ledger.get(sent.sendId()).content()).toList();
    return areDistinct(life.taken().stream().map(Sent::sendId).toList()) && areDistinct(contents);
  }

  private boolean inOrder() {
    var places =
        paced()
            .map(sent -> ledger.get(sent.sendId()))
            .filter(entry -> entry.journey().equals(Topics.JOURNEY))
            .map(entry -> place(entry.step()))
            .toList();
    return places.equals(places.stream().sorted().toList());
  }

  // Journeys keep the cap to the second; the queue may bring two mails nearer to each other.
  private boolean withinTheCap() {
    var asked =
        life.due().stream()
            .filter(one -> one.effect() instanceof Effect.Send send && isPaced(send.mail()))
            .map(Asked::at);
    return isWithinTheCap(asked, Duration.ZERO)
        && isWithinTheCap(paced().map(Sent::at), ON_THE_WAY);
  }

  private boolean isWithinTheCap(Stream<Instant> mails, Duration tolerance) {
    var at = mails.sorted().toList();
    return playbook.rhythm().caps().stream().allMatch(cap -> isWithin(cap, at, tolerance));
  }

  private static boolean isWithin(Cap cap, List<Instant> at, Duration tolerance) {
    for (int i = cap.most(); i < at.size(); i++) {
      var open = at.get(i - cap.most()).plus(cap.period()).minus(tolerance);
      if (at.get(i).isBefore(open)) {
        return false;
      }
    }
    return true;
  }

  private boolean neverByNight() {
    var here = new Place(playbook.company().zone(), playbook.company().country());
    return paced().allMatch(sent -> playbook.rhythm().isOpen(sent.at(), here));
  }

  private boolean nothingAfterUnsubscribe() {
    return life.unsubscribed() == null
        || paced().noneMatch(sent -> sent.at().isAfter(life.unsubscribed()));
  }

  // What was taken and what is in the books was asked for, and each journey's account is even.
  boolean balanced() {
    var asked = life.due().stream().map(Audit::id).collect(Collectors.toSet());
    return asked.containsAll(ledger.keySet())
        && life.taken().stream().allMatch(mail -> isIn(mail.sendId(), State.SENT))
        && life.due().stream().map(Asked::journey).distinct().allMatch(this::isBalanced);
  }

  // Due = sent + skipped + unknown + pending, where whatever nobody is at work on is none of them.
  private boolean isBalanced(String journey) {
    var due = life.due().stream().filter(one -> one.journey().equals(journey)).toList();
    var entries = ledger.values().stream().filter(e -> e.journey().equals(journey)).toList();
    var sent = entries.stream().filter(e -> e.state() == State.SENT).count();
    var skipped =
        entries.stream().filter(e -> e.state() == State.SKIPPED && e.reason() != null).count();
    var unknown = entries.stream().filter(e -> e.state() == State.UNKNOWN).count();
    var pending = due.stream().filter(this::isPending).count();
    var taken =
        life.taken().stream()
            .filter(mail -> ledger.get(mail.sendId()).journey().equals(journey))
            .count();
    return due.size() == sent + skipped + unknown + pending && sent == taken;
  }

  private boolean isPending(Asked one) {
    return !isSettled(one) && (isFresh(one) || life.waiting().contains(id(one)));
  }

  private static String id(Asked one) {
    return switch (one.effect()) {
      case Effect.Send send -> send.sendId();
      case Effect.Skip skip -> skip.sendId();
      default -> throw new IllegalArgumentException("no mail: " + one.effect());
    };
  }

  private boolean isSettled(Asked one) {
    var entry = ledger.get(id(one));
    return switch (one.effect()) {
      case Effect.Skip _ -> entry != null && entry.state() == State.SKIPPED;
      default -> entry != null && entry.state() != State.CLAIMED && entry.state() != State.WAITING;
    };
  }

  private static boolean isFresh(Asked one) {
    return one.at().isAfter(LongRun.END.minus(A_NIGHT));
  }

  private boolean isIn(String sendId, State state) {
    return ledger.containsKey(sendId) && ledger.get(sendId).state() == state;
  }

  private Stream<Sent> paced() {
    return life.taken().stream().filter(sent -> isPaced(ledger.get(sent.sendId()).mail()));
  }

  private boolean isPaced(String mail) {
    return playbook.mails().get(mail).isPaced();
  }

  private int place(String step) {
    var steps = Program.of(playbook.journeys().get(Topics.JOURNEY)).steps();
    return steps.indexOf(steps.stream().filter(s -> s.id().equals(step)).findFirst().orElseThrow());
  }

  private static boolean areDistinct(Collection<String> all) {
    return new HashSet<>(all).size() == all.size();
  }
}
