package dev.trellis.rehearsal;

import module java.base;

import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.memory.StandingClock;

/** A pipeline and what its leads do, moved from one due instant to the next. */
public final class Performance {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final StandingClock clock;
  private final Pipeline pipeline;
  private final Agenda agenda;
  private final int tries;
  private final Map<String, Part> parts = new HashMap<>();
  private final Map<String, Instant> unsubscribed = new HashMap<>();
  private final List<Postbox.Sent> taken = new ArrayList<>();
  private Instant tickAgainAt;

  /**
   * @param tries how often anything is tried before its failure is thrown
   */
  public Performance(Playbook playbook, StandingClock clock, int tries, Ports ports) {
    this.clock = clock;
    this.tries = tries;
    this.agenda = new Agenda(playbook);
    this.pipeline = new Pipeline(playbook, clock, tries, ports, this::came);
  }

  public Pipeline pipeline() {
    return pipeline;
  }

  /** All mails that would have been sent, in order. */
  public List<Postbox.Sent> taken() {
    return List.copyOf(taken);
  }

  /** When leads were told that no more mail will come. */
  public Map<String, Instant> unsubscribed() {
    return Map.copyOf(unsubscribed);
  }

  /** Somebody comes in now. */
  public void enters(Part part, List<LeadEvent> events) {
    parts.put(part.email(), part);
    events.forEach(pipeline::tell);
  }

  /** Something will happen to a lead when its time comes. */
  public void plans(LeadEvent event) {
    agenda.add(event);
  }

  /** Lets happen whatever is due, until it is over or nothing is due any more. */
  public void run(BooleanSupplier isOver) {
    pipeline.settle();
    for (var next = next(); next.isPresent() && !isOver.getAsBoolean(); next = next()) {
      if (next.get().isAfter(clock.instant())) {
        clock.jump(next.get());
      }
      Stream.iterate(todo(), Optional::isPresent, _ -> todo())
          .flatMap(Optional::stream)
          .forEach(this::happens);
      pipeline.settle();
      tick();
      pipeline.settle();
    }
  }

  // Whoever presses a button and sees an error presses it again.
  private void happens(LeadEvent event) {
    if (!(event.happening() instanceof Unsubscribed wish)) {
      pipeline.tell(event);
      return;
    }
    try {
      pipeline.unsubscribe(event.lead(), wish.sendId());
      unsubscribed.putIfAbsent(event.lead(), clock.instant());
    } catch (RuntimeException e) {
      if (tries == 1) {
        throw e;
      }
      var later = clock.instant().plus(MINUTE);
      plans(LeadEvent.about(event.lead(), event.id(), later, event.channel(), event.happening()));
    }
  }

  private Optional<LeadEvent> todo() {
    return agenda.take(clock.instant());
  }

  private Optional<Instant> next() {
    return Stream.of(pipeline.next(), agenda.next(), Optional.ofNullable(tickAgainAt))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  // The next minute's tick makes up for one that failed.
  private void tick() {
    try {
      pipeline.tick();
      tickAgainAt = null;
    } catch (RuntimeException e) {
      if (tries == 1) {
        throw e;
      }
      tickAgainAt = clock.instant().plus(MINUTE);
    }
  }

  private void came(Postbox.Sent mail) {
    taken.add(mail);
    var part = parts.get(mail.to());
    if (part != null) {
      pipeline.tables().mails(mail.lead()).stream()
          .filter(entry -> entry.sendId().equals(mail.sendId()))
          .forEach(entry -> agenda.came(part, entry, mail.at()));
    }
  }
}
