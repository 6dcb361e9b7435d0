package dev.trellis.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.condition.Days;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** Order, duplicates and merges cannot matter: every way to tell a history gives the same bytes. */
@Execution(CONCURRENT)
class ConvergenceTest {

  private static final List<Days> TOWNS =
      Stream.of("Asia/Shanghai", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Apia", "UTC")
          .map(ZoneId::of)
          .map(Days::new)
          .toList();

  private static final int HISTORIES = 10_000;

  @Test
  void all720OrdersOfSixEventsGiveTheSameBytes() {
    for (int seed = 0; seed < 10; seed++) {
      var events = Samples.history(new Random(seed), 6);
      var expected = fold(events).toJson();
      var orders = new ArrayList<List<LeadEvent>>();
      permute(new ArrayList<>(events), 0, orders);
      assertThat(orders).hasSize(720);
      for (var order : orders) {
        assertThat(fold(order).toJson()).isEqualTo(expected);
      }
    }
  }

  @Test
  void anyOrderDuplicatesAndMergesGiveTheSameBytes() {
    var random = new Random(7);
    int inDoubt = 0;
    int bounced = 0;
    for (int history = 0; history < HISTORIES; history++) {
      var events = Samples.history(random, 1 + random.nextInt(40));
      var days = town(random);
      var expected = fold(events, days);
      var told = told(events, days, random);
      assertThat(told.toJson()).as("history %d", history).isEqualTo(expected.toJson());
      inDoubt += expected.doubts().isEmpty() ? 0 : 1;
      bounced += expected.softBounces("a1@example.com").size() > 1 ? 1 : 0;
    }
    assertThat(bounced).as("histories in which a mailbox bounced again").isGreaterThan(100);
    assertThat(inDoubt).as("histories with visits in doubt").isGreaterThan(HISTORIES / 2);
  }

  @Test
  void whatIsStoredInBetweenIsReadBackAsItWas() {
    var random = new Random(11);
    for (int history = 0; history < 200; history++) {
      var events = Samples.history(random, 1 + random.nextInt(40));
      var days = town(random);
      var profile = Profile.of(days);
      for (var event : events) {
        profile = Profile.fromJson(profile.toJson()).with(event);
      }
      assertThat(profile).isEqualTo(fold(events, days));
      assertThat(Profile.fromJson(profile.toJson())).isEqualTo(profile);
    }
  }

  @Test
  void joiningIsCommutativeAndAssociativeAndNobodyIsNeutral() {
    var random = new Random(13);
    for (int round = 0; round < 300; round++) {
      var days = town(random);
      var a = fold(Samples.history(random, random.nextInt(12)), days);
      var b = fold(Samples.history(random, random.nextInt(12)), days);
      var c = fold(Samples.history(random, random.nextInt(12)), days);
      assertThat(a.join(b)).isEqualTo(b.join(a));
      assertThat(a.join(b).join(c)).isEqualTo(a.join(b.join(c)));
      assertThat(a.join(Profile.EMPTY)).isEqualTo(a);
    }
  }

  @Test
  void moreVisitsInDoubtThanAreKeptGiveTheSameBytes() {
    var random = new Random(23);
    for (int history = 0; history < 100; history++) {
      var days = town(random);
      var events = Samples.history(random, 400);
      var expected = fold(events, days);
      var visits = events.stream().flatMap(e -> Visit.inDoubt(e).stream()).distinct().count();
      assertThat(visits).isGreaterThan(expected.doubts().size());
      assertThat(told(events, days, random).toJson()).isEqualTo(expected.toJson());
      var a = fold(events.subList(0, 150), days);
      var b = fold(events.subList(150, 300), days);
      var c = fold(events.subList(300, 400), days);
      assertThat(a.join(b)).isEqualTo(b.join(a));
      assertThat(a.join(b).join(c)).isEqualTo(a.join(b.join(c))).isEqualTo(expected);
    }
  }

  @Test
  void moreOfAnythingThanIsKeptGivesTheSameBytes() {
    var random = new Random(29);
    for (int history = 0; history < 3; history++) {
      var days = town(random);
      var events = crowded(random);
      var expected = fold(events, days);
      for (var type : IdentityType.values()) {
        assertThat(expected.identities(type)).as(type.toString()).hasSize(KnownNames.most(type));
      }
      assertThat(expected.proofs().keySet()).isSubsetOf(expected.identities());
      assertThat(expected.sent()).hasSize(Profile.MOST_CONTENTS);
      assertThat(expected.reads()).hasSize(Profile.MOST_CONTENTS);
      assertThat(expected.delivered()).hasSize(Profile.MOST_MAILS);
      assertThat(expected.doubts().stream().map(Visit::mail).distinct())
          .hasSize(Profile.MOST_MAILS);
      assertThat(expected.products()).hasSize(Profile.MOST_PRODUCTS);
      assertThat(told(events, days, random).toJson()).isEqualTo(expected.toJson());
      var stored = Profile.fromJson(expected.toJson());
      assertThat(stored).isEqualTo(expected);
      assertThat(stored.join(Profile.of(days))).isEqualTo(expected);
    }
  }

  // Half as much again of everything as a profile keeps, some of the names proven more than once.
  private static List<LeadEvent> crowded(Random random) {
    var events = new ArrayList<LeadEvent>();
    for (int i = 0; i < Profile.MOST_MAILS * 3 / 2; i++) {
      var at = Samples.T0.plusSeconds(random.nextInt(10_000_000));
      var name =
          switch (i % 7) {
            case 0 -> "email:a%d@example.com";
            case 1 -> "phone:+86138%08d";
            default -> IdentityType.values()[i % 7] + ":n%d";
          };
      var proof = Proof.values()[random.nextInt(4)];
      var names = new TreeSet<>(Set.of(Identity.parse(name.formatted(random.nextInt(100)))));
      for (var told :
          List.of(
              new ContentRead("content-" + i, 1, 30, null),
              new MailSent("send-" + i, "m" + i, "deck", "content-" + i, "j"),
              new MailDelivered("send-" + i),
              new ContentRead("content-" + i % 9, 1, 30, "send-" + i, at.minusSeconds(60)),
              new CrmChanged(
                  "crm",
                  "h" + i,
                  "stage",
                  null,
                  "open",
                  "sam",
                  new TreeMap<>(Map.of("products", "p" + i))))) {
        var event = LeadEvent.of("e" + events.size(), at, Channel.WEB, names, Origin.NONE, told);
        events.add(
            proof == Proof.DENIED
                ? event.denying(names)
                : event.proving(names.getFirst().type().toString(), proof));
      }
    }
    return events;
  }

  @Test
  void whoWasAMachineStaysOneWhateverElseIsTold() {
    var random = new Random(17);
    for (int history = 0; history < 300; history++) {
      var events = Samples.history(random, 30);
      var profile = Profile.EMPTY;
      var machines = new HashSet<LeadEvent>();
      for (var event : deliveredOnce(events)) {
        profile = profile.with(event);
        for (var told : machines) {
          assertThat(profile.machine(told)).isPresent();
        }
        var visit = Visit.inDoubt(event).filter(v -> v.did() == Behaviour.READ);
        if (visit.isPresent() && profile.machine(event).isPresent()) {
          machines.add(event);
        }
      }
    }
  }

  private static List<LeadEvent> deliveredOnce(List<LeadEvent> events) {
    var delivered = new HashSet<String>();
    return events.stream()
        .filter(e -> !(e.happening() instanceof MailDelivered mail) || delivered.add(mail.sendId()))
        .toList();
  }

  // Told to four people in any order, some things twice, and then the four turn out to be one. Each
  // of them has a log, which takes an event once.
  private static Profile told(List<LeadEvent> events, Days days, Random random) {
    var order = new ArrayList<>(events);
    Collections.shuffle(order, random);
    var people = new ArrayList<Profile>();
    var logs = new ArrayList<Set<String>>();
    for (int i = 0; i < 4; i++) {
      people.add(Profile.of(days));
      logs.add(new HashSet<>());
    }
    for (var event : order) {
      int who = random.nextInt(people.size());
      for (int times = random.nextInt(3); times >= 0; times--) {
        if (logs.get(who).add(event.id())) {
          people.set(who, people.get(who).with(event));
        }
      }
    }
    while (people.size() > 1) {
      var one = people.remove(random.nextInt(people.size()));
      var other = people.remove(random.nextInt(people.size()));
      people.add(one.join(other));
    }
    return people.getFirst();
  }

  @Test
  void whoCountedNothingYetTakesTheDaysOfTheOther() {
    var random = new Random(19);
    for (int round = 0; round < 300; round++) {
      var nobody = List.of(Profile.of(town(random)), Profile.of(town(random)), Profile.EMPTY);
      var somebody = fold(Samples.history(random, random.nextInt(12)), town(random));
      var all = new ArrayList<>(nobody);
      all.add(somebody);
      Collections.shuffle(all, random);
      var a = all.get(0);
      var b = all.get(1);
      var c = all.get(2);
      assertThat(a.join(b)).isEqualTo(b.join(a));
      assertThat(a.join(b).join(c)).isEqualTo(a.join(b.join(c)));
      if (!somebody.countsNothing()) {
        assertThat(nobody.getFirst().join(somebody)).isEqualTo(somebody);
      }
    }
  }

  @Test
  void daysOfTwoPlacesAreNeverAddedUp() {
    var here = fold(List.of(Samples.scan("e1", Samples.T0)), TOWNS.getFirst());
    var there = fold(List.of(Samples.scan("e2", Samples.T0)), TOWNS.getLast());

    assertThatIllegalArgumentException().isThrownBy(() -> here.join(there));
  }

  private static Days town(Random random) {
    return TOWNS.get(random.nextInt(TOWNS.size()));
  }

  private static Profile fold(List<LeadEvent> events) {
    return fold(events, Days.UTC);
  }

  private static Profile fold(List<LeadEvent> events, Days days) {
    var profile = Profile.of(days);
    for (var event : events) {
      profile = profile.with(event);
    }
    return profile;
  }

  private static void permute(List<LeadEvent> events, int from, List<List<LeadEvent>> out) {
    if (from == events.size()) {
      out.add(List.copyOf(events));
      return;
    }
    for (int i = from; i < events.size(); i++) {
      Collections.swap(events, from, i);
      permute(events, from + 1, out);
      Collections.swap(events, from, i);
    }
  }
}
