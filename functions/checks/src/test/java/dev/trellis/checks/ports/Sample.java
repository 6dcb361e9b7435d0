package dev.trellis.checks.ports;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Why;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.lifecycle.Reason.ByStage;
import dev.trellis.core.lifecycle.Reason.InPool;
import dev.trellis.core.playbook.Retention.Review;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.core.port.MailLedger;

/** People and what happens to them, each with ids of their own, so that tests can share tables. */
final class Sample {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  static final Condition PLAN_SOON =
      new Condition.Any(
          List.of(
              new Condition.Leaf("plan", new Condition.Within(Period.ofMonths(6))),
              new Condition.Not(new Condition.Leaf("need", new Condition.In(List.of("b", "a"))))));

  private Sample() {}

  static String lead() {
    return Ids.newLead(NOON);
  }

  static Identity identity(IdentityType type) {
    return new Identity(type, Ids.random().toLowerCase() + "@example.com");
  }

  static LeadEvent scan(Identity... identities) {
    return LeadEvent.of(
        Ids.random(),
        NOON,
        Channel.EXPO,
        new TreeSet<>(List.of(identities)),
        new Origin("summit-talk", "summit", "slide", "deck"),
        new CodeScanned());
  }

  static LeadEvent submission(String receipt, Identity... identities) {
    var answers = new TreeMap<>(Map.of("name", "李雷 🌱", "company", "Example Ltd"));
    return LeadEvent.of(
        Ids.random(),
        NOON.plusSeconds(60),
        Channel.WEB,
        new TreeSet<>(List.of(identities)),
        Origin.NONE,
        new FormSubmitted("summit-deck", answers, true, "zh", receipt));
  }

  /** The lead after one more event, at the version at which it was read. */
  static LeadRecord after(LeadRecord read, LeadEvent event, LeadRecord... losers) {
    var after = read;
    for (var loser : losers) {
      after = after.absorbing(loser);
    }
    return after.withProfile(after.profile().with(event));
  }

  /** Appends an event whose identities nobody owns, or the lead itself. */
  static AppendResult append(LeadStore store, LeadRecord read, LeadEvent event) {
    var owners = store.owners(event.identities());
    var claims = new TreeMap<Identity, Optional<String>>();
    event.identities().forEach(i -> claims.put(i, Optional.ofNullable(owners.get(i))));
    return store.append(new Append(event, after(read, event), List.of(), claims));
  }

  /** Merges leads into a survivor; all their identities go to it. */
  static AppendResult merge(
      LeadStore store, LeadRecord survivor, LeadEvent event, LeadRecord... losers) {
    var claims = new TreeMap<Identity, Optional<String>>();
    for (var loser : losers) {
      for (var identity : loser.profile().identities()) {
        claims.put(identity, Optional.of(loser.lead()));
      }
    }
    return store.append(
        new Append(
            event, after(survivor, event, losers), new ArrayList<>(Arrays.asList(losers)), claims));
  }

  /** A stored lead with one event and one identity. */
  static LeadRecord stored(LeadStore store) {
    var lead = lead();
    append(store, LeadRecord.unborn(lead), scan(identity(IdentityType.COOKIE)));
    return store.find(lead).orElseThrow();
  }

  /** A lead of whom something of every kind is stored. */
  static void everything(Ports ports, String lead, Identity... names) {
    append(ports.leads(), LeadRecord.unborn(lead), submission(Ids.random(), names));
    var move =
        new Move(
            "m",
            NOON,
            null,
            null,
            "mil",
            "mil/high",
            List.of(new ByStage("mil", Condition.always())));
    ports.placements().save(lead, position("mil/high", 0), Optional.of(move));
    ports.enrollments().saveCounted(lead, Enrollment.begun("j", 1, "v", NOON, NOON, "s"), 0);
    ports
        .mails()
        .claim(
            new MailLedger.Entry(
                "s",
                lead,
                MailLedger.State.CLAIMED,
                "o",
                NOON,
                "j",
                "1",
                "m",
                "c",
                Why.parse("w"),
                "Dear 李雷",
                null,
                null,
                false),
            Ids.random());
    ports
        .handoffs()
        .claim(
            new HandoffLedger.Entry(
                "h",
                lead,
                HandoffLedger.State.CLAIMED,
                "o",
                NOON,
                null,
                null,
                "{\"name\":\"李雷\"}"));
  }

  static Position position(String pool, long version) {
    var placement =
        new Placement(
            "mil",
            pool,
            List.of(PLAN_SOON),
            List.of(new InPool(pool, PLAN_SOON)),
            NOON.plusSeconds(9));
    return new Position(
        placement,
        new TreeMap<>(Map.of(pool, NOON)),
        new TreeMap<>(Map.of("lead", NOON, "mil", NOON)),
        new TreeMap<>(Map.of("mil/low", NOON)),
        new Position.Rest(NOON.plusSeconds(60), "facts"),
        null,
        new Review(NOON, NOON.plusSeconds(90)),
        null,
        new TreeMap<>(),
        false,
        version);
  }
}
