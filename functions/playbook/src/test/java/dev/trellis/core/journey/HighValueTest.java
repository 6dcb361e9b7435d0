package dev.trellis.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.journey.ReaderOfJourneys.Sent;
import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Rhythm.Place;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The whole SOP of the high-value pool, for people who always, never or sometimes read (R92–R101).
 */
class HighValueTest {

  private static final Instant T0 = Samples.T0;
  private static final Playbook FROM_THE_ROUND =
      DefaultPlaybook.with(
          "journeys/high-value.yaml", "- { wait: P7D }", "- { wait: P7D, after: round }");

  private static final Playbook EVERY_DAY =
      DefaultPlaybook.with(
          "playbook.yaml", "  days: [monday, tuesday, wednesday, thursday, friday]\n", "");
  private final Playbook playbook = EVERY_DAY;
  private final List<String> topics = topics();

  @Test
  @Tag("R92")
  void everyOneOfTheTenTopicsHasAStrategyAndASolution() {
    assertThat(topics).hasSize(10);
    for (var topic : topics) {
      for (var type : List.of("strategy", "solution")) {
        assertThat(playbook.contents().get(topic + "-" + type))
            .as("%s of %s", type, topic)
            .satisfies(c -> {
              assertThat(c.topic()).isEqualTo(topic);
              assertThat(c.type()).isEqualTo(type);
              assertThat(c.page().texts()).containsOnlyKeys("zh", "en");
            });
      }
    }
  }

  @Test
  @Tag("R95")
  @Tag("R96")
  void whoShowsEveryNeedGetsElevenMails() {
    var all = tagged();
    var sent = new ReaderOfJourneys(playbook, all, _ -> false).run();

    assertThat(sent).hasSize(11);
    assertThat(sent.subList(0, 10)).allMatch(s -> s.content().endsWith("-solution"));
    assertThat(sent.getLast().content()).isEqualTo("case-manufacturing");
    assertThat(sent.getFirst().at()).isEqualTo(T0.plus(Duration.ofDays(3)));
    assertThat(gaps(sent)).containsOnly(Duration.ofDays(7));
  }

  @Test
  @Tag("R95")
  @Tag("R96")
  void whoNeverReadsGetsElevenMails() {
    var sent = new ReaderOfJourneys(playbook, Profile.EMPTY, _ -> false).run();

    assertThat(sent).hasSize(11);
    assertThat(sent.subList(0, 10)).allMatch(s -> s.content().endsWith("-strategy"));
    assertThat(sent.getLast().content()).as("no industry known").isEqualTo("case-general");
    assertThat(gaps(sent)).containsOnly(Duration.ofDays(10));
    assertThat(sent.getLast().at()).isEqualTo(T0.plus(Duration.ofDays(103)));
  }

  @Test
  @Tag("R94")
  @Tag("R95")
  void whoAlwaysReadsAndShowsNoNeedGetsTwentyOneMails() {
    var sent = new ReaderOfJourneys(playbook, Profile.EMPTY, c -> c.endsWith("-strategy")).run();

    assertThat(sent).hasSize(21);
    for (int i = 0; i < 10; i++) {
      assertThat(sent.get(2 * i).content()).isEqualTo(topics.get(i) + "-strategy");
      assertThat(sent.get(2 * i + 1).content()).isEqualTo(topics.get(i) + "-solution");
    }
  }

  @Test
  @Tag("R95")
  void onWorkingDaysTheSameMailsGoAndAReaderHasTheirDaysFromTheSendingOn() {
    var shipped = DefaultPlaybook.PLAYBOOK;
    var never = new ReaderOfJourneys(shipped, Profile.EMPTY, _ -> false).run();
    var tagged = new ReaderOfJourneys(shipped, tagged(), _ -> false).run();
    var always = new ReaderOfJourneys(shipped, Profile.EMPTY, c -> c.endsWith("-strategy")).run();

    assertThat(List.of(tagged.size(), never.size(), always.size())).containsExactly(11, 11, 21);
    var here = new Place(shipped.company().zone(), "CN");
    for (var sent : List.of(never, tagged, always)) {
      assertThat(sent).allMatch(mail -> shipped.rhythm().isOpen(mail.at(), here));
    }
    // From Friday 20 November on: the first on Monday, and so on; mails that wait for Monday carry
    // the rest along.
    assertThat(never.getFirst().at()).isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
    assertThat(never.stream().map(mail -> shipped.company().days().of(mail.at()).toString()))
        .containsExactly(
            "2026-11-23",
            "2026-12-03",
            "2026-12-14",
            "2026-12-24",
            "2027-01-04",
            "2027-01-14",
            "2027-01-25",
            "2027-02-04",
            "2027-02-15",
            "2027-02-25",
            "2027-03-08");
  }

  @Test
  @Tag("R95")
  void theWeekMayCountFromTheTopicsFirstMail() {
    var never = new ReaderOfJourneys(FROM_THE_ROUND, Profile.EMPTY, _ -> false).run();
    var tagged = new ReaderOfJourneys(FROM_THE_ROUND, tagged(), _ -> false).run();
    var always =
        new ReaderOfJourneys(FROM_THE_ROUND, Profile.EMPTY, c -> c.endsWith("-strategy")).run();

    assertThat(List.of(never.size(), tagged.size(), always.size())).containsExactly(11, 11, 21);
    assertThat(gaps(never)).containsOnly(Duration.ofDays(7));
    assertThat(gaps(tagged)).containsOnly(Duration.ofDays(7));
  }

  @Test
  @Tag("R96")
  void theEndIsToldOnceWithTheVerdict() {
    var reader = new ReaderOfJourneys(playbook, Profile.EMPTY, _ -> false);
    reader.run();

    assertThat(reader.effects().stream().filter(Effect.End.class::isInstance))
        .singleElement()
        .isEqualTo(new Effect.End(((Effect.End) reader.effects().getLast()).eventId(), "cold"));
  }

  @Test
  @Tag("R101")
  void theColdAreDemoted() {
    var reader = new ReaderOfJourneys(playbook, Profile.EMPTY, _ -> false);
    reader.run();

    assertThat(reader.effects().stream().filter(Effect.Demote.class::isInstance))
        .extracting(e -> ((Effect.Demote) e).pool())
        .containsExactly("mil/high");
    assertThat(reader.alerts()).isEmpty();
  }

  @Test
  @Tag("R100")
  void theWarmGoOnWithTheNextStage() {
    var reads =
        Set.of(
            "content-operations-strategy",
            "event-marketing-strategy",
            "sales-handoff-strategy",
            "roi-attribution-strategy");
    var reader = new ReaderOfJourneys(playbook, Profile.EMPTY, reads::contains);
    reader.run();

    assertThat(reader.effects().stream().filter(Effect.Enroll.class::isInstance))
        .extracting(e -> ((Effect.Enroll) e).journey())
        .containsExactly("high-value-next");
    assertThat(reader.alerts()).isEmpty();
  }

  @Test
  @Tag("R99")
  void theHotAlertTheSdrOnce() {
    var reader = new ReaderOfJourneys(playbook, Profile.EMPTY, _ -> true);
    reader.run();

    assertThat(reader.alerts()).hasSize(1);
    assertThat(reader.effects())
        .filteredOn(effect -> effect instanceof Effect.Send send && send.internal())
        .as("nothing else goes to our own people")
        .isEqualTo(reader.alerts());
    assertThat(((Effect.End) reader.effects().getLast()).outcome()).isEqualTo("hot");
  }

  private Profile tagged() {
    var profile = Profile.EMPTY.with(Samples.form("i", T0, Map.of("industry", "manufacturing")));
    return profile.with(Samples.form("n", T0, Map.of("need", String.join(",", topics))));
  }

  private List<String> topics() {
    return playbook.journeys().get("high-value").steps().stream()
        .flatMap(b -> b instanceof Block.Each each ? each.values().stream() : Stream.empty())
        .toList();
  }

  private static Set<Duration> gaps(List<Sent> sent) {
    return java.util.stream.IntStream.range(1, sent.size())
        .mapToObj(i -> Duration.between(sent.get(i - 1).at(), sent.get(i).at()))
        .collect(java.util.stream.Collectors.toSet());
  }
}
