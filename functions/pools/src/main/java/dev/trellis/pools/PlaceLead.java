package dev.trellis.pools;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.RetentionEnded;
import dev.trellis.core.event.Happening.VisitorExpired;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.Forgetting;
import dev.trellis.core.lifecycle.GroupStay;
import dev.trellis.core.lifecycle.Grouping;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.lifecycle.Membership;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.lifecycle.Relocation;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Retention.Review;
import dev.trellis.core.port.Attempt;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.PlacementStore;
import dev.trellis.core.port.PlacementStore.Shown;
import dev.trellis.core.port.PlacementStore.Snapshot;
import dev.trellis.core.port.Timers;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;

/**
 * Gives one lead the stage and the pool that it belongs to now, and remembers when to look again;
 * whom nobody heard of for as long as the playbook says is to be erased.
 */
public final class PlaceLead {

  private final PlacementStore placements;
  private final Timers timers;
  private final MessageQueue<LeadEvent> events;
  private final Playbook playbook;
  private final Supplier<List<Audience>> groups;
  private final Lifecycle lifecycle;
  private final InstantSource clock;

  public PlaceLead(
      PlacementStore placements,
      Timers timers,
      MessageQueue<LeadEvent> events,
      Playbook playbook,
      InstantSource clock) {
    this(placements, timers, events, playbook, playbook.audiences()::all, clock);
  }

  /**
   * @param groups that leads may be members of
   */
  public PlaceLead(
      PlacementStore placements,
      Timers timers,
      MessageQueue<LeadEvent> events,
      Playbook playbook,
      Supplier<List<Audience>> groups,
      InstantSource clock) {
    this.groups = groups;
    this.placements = placements;
    this.timers = timers;
    this.events = events;
    this.playbook = playbook;
    this.lifecycle = new Lifecycle(playbook);
    this.clock = clock;
  }

  /** Tells which leads are to be placed next, so that they are read together. */
  public void expect(Collection<String> leads) {
    placements.expect(leads);
  }

  /**
   * Places a lead by its newest profile, whichever version the message was about.
   *
   * @param tells true if journeys are told in any case: whoever had the message before may have
   *     moved the lead and told nobody, or the playbook changed and journeys with it
   * @return what journeys are to be told
   * @throws LeadNotFoundException if there is no such lead
   * @throws ContentionException if others kept placing the same lead
   */
  public Optional<JourneySignal> place(String lead, boolean tells) {
    for (var attempt = Attempt.first("the placement of lead " + lead); ; attempt = attempt.next()) {
      var now = clock.instant();
      var found = placements.load(lead).orElseThrow(() -> new LeadNotFoundException(lead));
      if (!found.lead().isLiving()) {
        if (unlisted(found)) {
          return Optional.empty(); // the lead that absorbed it is placed for itself
        }
        continue;
      }
      var record = found.lead();
      var portrait = Portrait.of(record.lead(), record.profile(), playbook, now);
      var absorbed = absorbed(found);
      var step = step(found, portrait, absorbed);
      var members = members(step.position().placement(), portrait, found, absorbed);
      var position = step.position().in(since(members));
      var card = Card.of(portrait, position).orElse(found.card());
      if (absorbed.values().stream().allMatch(this::unlisted)
          && save(
              found,
              position,
              new Shown(card, members, left(found, members, now)),
              step.move(),
              now)) {
        endRetention(lead, position, now);
        forget(found.lead(), now);
        return tells || step.move().isPresent() || hasChangedGroups(found, position)
            ? Optional.of(new JourneySignal(lead, Reason.MOVED, now))
            : Optional.empty();
      }
    }
  }

  private SortedMap<String, Membership> members(
      Placement placement, Portrait portrait, Snapshot found, Map<String, Snapshot> absorbed) {
    var past = absorbed.values().stream().flatMap(gone -> gone.position().stream()).toList();
    return grouping().of(portrait, placement, found.position(), past);
  }

  private Grouping grouping() {
    return new Grouping(groups.get());
  }

  private static SortedMap<String, Instant> since(SortedMap<String, Membership> members) {
    var since = new TreeMap<String, Instant>();
    members.forEach((group, membership) -> since.put(group, membership.since()));
    return since;
  }

  private SortedMap<String, GroupStay.End> left(
      Snapshot found, SortedMap<String, Membership> members, Instant now) {
    var left = new TreeMap<String, GroupStay.End>();
    found.position().stream()
        .flatMap(had -> had.groups().keySet().stream())
        .filter(group -> !members.containsKey(group))
        .forEach(group -> left.put(group, new GroupStay.End(now, condition(group))));
    return left;
  }

  // Null of a group that ended.
  private Condition condition(String group) {
    return groups.get().stream()
        .filter(one -> one.id().equals(group))
        .map(Audience::who)
        .findFirst()
        .orElse(null);
  }

  private static boolean hasChangedGroups(Snapshot found, Position position) {
    var had = found.position().map(p -> p.groups().keySet()).orElse(Set.of());
    return !position.groups().keySet().equals(had);
  }

  // Scoring looks once more: whoever has come back meanwhile is kept.
  private void forget(LeadRecord lead, Instant now) {
    Forgetting.silentSince(lead.lead(), lead.profile())
        .filter(since -> !Forgetting.due(since, playbook.company()).isAfter(now))
        .ifPresent(since ->
            events.send(
                LeadEvent.about(
                    lead.lead(),
                    Ids.derived("forgotten", lead.lead(), since.toString()),
                    now,
                    Channel.SYSTEM,
                    new VisitorExpired(since))));
  }

  private Position.Step step(Snapshot found, Portrait portrait, Map<String, Snapshot> absorbed) {
    var record = found.lead();
    var now = portrait.now();
    var look = found.position().map(Position::placement).map(Placement::reviewAt);
    var review =
        playbook
            .retention()
            .flatMap(retention ->
                retention.review(record.profile(), now, found.position().map(Position::review)));
    var placed = lifecycle.place(portrait);
    var grouped = grouping().reviewAt(portrait, placed).map(placed::reviewedBy).orElse(placed);
    var placement = retained(grouped, record.profile(), review, now);
    // With every sign of life the next look moves on: one that is due before will find where to, so
    // that one timer is enough, and nothing is written of who stays.
    var looked = look.filter(now::isBefore).map(placement::reviewedBy).orElse(placement);
    var past = new TreeMap<String, Optional<Position>>();
    absorbed.forEach((lead, snapshot) -> past.put(lead, snapshot.position()));
    var step = Relocation.of(portrait).to(looked, found.position(), past);
    return new Position.Step(step.position().in(review), step.move());
  }

  private Placement retained(
      Placement placement, Profile profile, Optional<Review> review, Instant now) {
    return review
        .map(Review::until)
        .filter(end -> end.isAfter(now))
        .or(() -> playbook.retention().flatMap(retention -> retention.next(profile, now)))
        .map(placement::reviewedBy)
        .orElse(placement);
  }

  private void endRetention(String lead, Position position, Instant now) {
    Optional.ofNullable(position.review())
        .filter(review -> !review.until().isAfter(now))
        .map(Review::silentSince)
        .ifPresent(since ->
            events.send(
                LeadEvent.about(
                    lead,
                    Ids.derived("retention", lead, since.toString()),
                    now,
                    Channel.SYSTEM,
                    new RetentionEnded(since))));
  }

  // Read once per merge: later placements have inherited already.
  private Map<String, Snapshot> absorbed(Snapshot found) {
    var absorbed = new TreeMap<String, Snapshot>();
    for (var lead : found.lead().absorbed()) {
      if (found.position().filter(p -> p.inherited().contains(lead)).isEmpty()) {
        placements.load(lead).ifPresent(snapshot -> absorbed.put(lead, snapshot));
      }
    }
    return absorbed;
  }

  // One person is in a list once: whoever was absorbed is taken out of all.
  private boolean unlisted(Snapshot gone) {
    return gone.lead().isLiving()
        || gone.card().isEmpty()
        || placements.save(
            gone, gone.position().orElseThrow().unlisted(), Optional.empty(), Optional.empty());
  }

  private boolean save(
      Snapshot found, Position position, Shown shown, Optional<Move> move, Instant now) {
    var lead = found.lead().lead();
    var known = found.position().map(Position::placement).map(Placement::reviewAt);
    Optional.ofNullable(position.placement().reviewAt())
        .ifPresent(at -> ReviewLater.remember(timers, lead, at, known, now));
    return found.position().equals(Optional.of(position))
            && found.card().equals(Optional.of(shown.card()))
        || placements.save(found, position, Optional.of(shown), move);
  }
}
