package dev.trellis.rehearsal;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.memory.InMemoryEnrollmentStore;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.nurture.AdvanceJourneys;
import dev.trellis.nurture.HeldUp;
import dev.trellis.pools.ReviewLater;

/**
 * The use cases that run on Lambda, joined by queues in memory: what the handlers do, without AWS.
 * Nothing leaves it; mails end in a {@link Postbox}.
 */
public final class Pipeline {

  /** Of whoever presses a button: programs press none. */
  private static final Map<String, String> BROWSER =
      Map.of("user-agent", "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko)");

  private final Clock clock;
  private final InMemoryTables tables = new InMemoryTables();
  private final Queues queues;
  private final Watch watch;
  private final UseCases on;

  /**
   * @param tries how often a message is tried before its failure is thrown
   * @param sent is told of every mail that the postbox took
   */
  public Pipeline(
      Playbook playbook, Clock clock, int tries, Ports ports, Consumer<Postbox.Sent> sent) {
    this.clock = clock;
    this.queues = Queues.empty(clock, tries);
    this.watch = new Watch(new InMemoryEnrollmentStore(tables), playbook, clock);
    this.on = UseCases.on(tables, queues, watch, playbook, clock, ports, sent);
  }

  public InMemoryTables tables() {
    return tables;
  }

  public Watch watch() {
    return watch;
  }

  /** Mails that are due and still in their queue. */
  public List<MailDue> mailsDue() {
    return queues.mails().waiting();
  }

  /** Something happens to a lead now. */
  public void tell(LeadEvent event) {
    queues.events().send(event);
  }

  /** Somebody presses the unsubscribe button of a mail; once this returns, no mail starts. */
  public void unsubscribe(String lead, String sendId) {
    var token = UseCases.LINKS.make(lead, sendId, clock.instant());
    on.preferences().answer(pressed("/u/", token, "unsubscribe=all"));
  }

  /** Somebody presses the button behind the link of a confirmation mail. */
  public void confirm(String lead, String sendId, String address) {
    var token = UseCases.CONFIRM_LINKS.make(lead, sendId, address, clock.instant().plusSeconds(1));
    on.confirmConsent().answer(pressed("/confirm/", token, "confirm=all"));
  }

  private static Request pressed(String path, String token, String body) {
    var none = Map.<String, String>of();
    return new Request(
        "POST",
        path + token,
        Map.of("token", token),
        none,
        BROWSER,
        none,
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** What the schedules do every minute. */
  public void tick() {
    on.poolsTick().run();
    on.journeysTick().run();
    on.heldUpTick().run();
  }

  /** Works off whatever can be worked off at this instant. */
  public void settle() {
    boolean hasWorked;
    do {
      hasWorked =
          queues.events().work((event, _) -> score(event))
              || queues.updates().work(this::place)
              || queues.signals().work(on.journeys()::advance)
              || queues.mails().work(on.dispatch()::dispatch)
              || queues.feedback().work(on.record()::record)
              || queues.handoffs().work((due, _) -> on.handOff().handOff(due));
    } while (hasWorked);
  }

  /** When there is something to do next: a timer or a message. */
  public Optional<Instant> next() {
    var now = clock.instant();
    return Stream.of(
            tables.nextTimer(ReviewLater.OWNER, now),
            tables.nextTimer(AdvanceJourneys.TIMERS, now),
            tables.nextTimer(HeldUp.TIMERS, now),
            queues.next())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  private void score(LeadEvent event) {
    on.announce().announce(List.of(on.score().score(event)));
  }

  private void place(ProfileUpdated update, boolean again) {
    on.place().place(update.lead(), again).ifPresent(on.toJourneys()::send);
  }
}
