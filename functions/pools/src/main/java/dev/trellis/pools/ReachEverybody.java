package dev.trellis.pools;

import module java.base;

import dev.trellis.core.forecast.Foresight;
import dev.trellis.core.forecast.Outlook;
import dev.trellis.core.lifecycle.Grouping;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Backlog;
import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.core.port.EnrollmentStore.Snapshot;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.sweep.Rollout;
import dev.trellis.core.port.sweep.Rollouts;
import dev.trellis.core.port.sweep.Sweeps;

/**
 * Takes a changed playbook to everybody: counts what it would do to each lead, then has each placed
 * anew unless that is so much that a person has to say yes first. A page is remembered once it is
 * counted, or its messages are durable: who stops at any point is made up for by the next, who
 * tells some leads twice and counts none twice.
 */
public final class ReachEverybody {

  private final Supplier<String> causes;
  private final Rollouts rollouts;
  private final Sweeps sweeps;
  private final EnrollmentStore leads;
  private final Foresight foresight;
  private final Supplier<List<Audience>> groups;
  private final Playbook.Sweep rule;
  private final Backlog backlog;
  private final MessageQueue<ProfileUpdated> queue;
  private final InstantSource clock;

  /**
   * @param causes names what is to reach everybody, as of now: the playbook, and the groups
   * @param groups that leads are placed in, as of now
   * @param backlog of the queue: what else is to be placed goes first
   */
  public ReachEverybody(
      Supplier<String> causes,
      Playbook playbook,
      Supplier<List<Audience>> groups,
      Rollouts rollouts,
      Sweeps sweeps,
      EnrollmentStore leads,
      Backlog backlog,
      MessageQueue<ProfileUpdated> queue,
      InstantSource clock) {
    this.causes = causes;
    this.rollouts = rollouts;
    this.sweeps = sweeps;
    this.leads = leads;
    this.foresight = new Foresight(playbook);
    this.groups = groups;
    this.rule = playbook.sweep();
    this.backlog = backlog;
    this.queue = queue;
    this.clock = clock;
  }

  /** What is done within one minute. */
  public Minute minute() {
    return new Minute();
  }

  /** As many pages as there is room for; nobody waits behind more leads than that. */
  public final class Minute {

    private int room = -1;

    /** Goes one page further; empty if there is nothing to do within this minute. */
    public Optional<Rollout> step() {
      var last = rollouts.last();
      var cause = causes.get();
      var now =
          last.filter(known -> known.cause().equals(cause))
              .orElseGet(() ->
                  Rollout.begun(cause, clock.instant(), last.map(Rollout::version).orElse(0L)));
      return switch (now.phase()) {
        case COUNTING -> saved(counted(now));
        case PLACING -> hasRoom() ? saved(placed(now)) : Optional.empty();
        case WAITING, DONE -> Optional.empty();
      };
    }

    private boolean hasRoom() {
      if (room < 0) {
        room = Math.max(0, rule.perMinute() - backlog.messages());
      }
      return room > 0;
    }

    private Rollout placed(Rollout rollout) {
      var page = sweeps.page(rollout.next());
      var now = clock.instant();
      if (!page.leads().isEmpty()) {
        queue.send(
            page.leads().stream()
                .map(lead -> new ProfileUpdated(lead, 0, null, now, rollout.cause()))
                .toList());
      }
      room = Math.max(0, room - page.leads().size());
      return rollout.placed(page, now);
    }
  }

  // Somebody else may have gone on, or a person said something, in between: then theirs counts.
  private Optional<Rollout> saved(Rollout rollout) {
    return rollouts.save(rollout) ? Optional.of(rollout.nextVersion()) : Optional.empty();
  }

  private Rollout counted(Rollout rollout) {
    var page = sweeps.page(rollout.next());
    leads.expect(page.leads());
    var now = clock.instant();
    var forecast = rollout.forecast();
    var grouping = new Grouping(groups.get());
    for (var lead : page.leads()) {
      forecast =
          leads
              .load(lead)
              .filter(found -> found.lead().isLiving())
              .flatMap(found -> outlook(found, grouping, now))
              .map(forecast::and)
              .orElse(forecast);
    }
    return rollout.counted(page, forecast, rule.limit(), now);
  }

  // Whoever was never placed is by what brought them.
  private Optional<Outlook> outlook(Snapshot found, Grouping grouping, Instant now) {
    return found
        .position()
        .map(position ->
            foresight.of(
                found.lead().lead(),
                found.lead().profile(),
                position,
                grouping,
                found.enrollments(),
                found.absorbed().values().stream().flatMap(List::stream).toList(),
                now));
  }
}
