package dev.trellis.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.journey.ReaderOfJourneys.Sent;
import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody says they need comes first, and what they have read is not sent again. */
@Tag("R93")
class OwnNeedFirstTest {

  private static final Playbook SHIPPED = DefaultPlaybook.PLAYBOOK;
  private static final Playbook FIRST = with("first: $lead.need");
  private static final Playbook BOTH = with("first: $lead.need\n    skip: read");
  private static final List<String> TOPICS =
      topics(new ReaderOfJourneys(SHIPPED, Profile.EMPTY, _ -> false).run());

  private static Playbook with(String option) {
    return DefaultPlaybook.with(
        "journeys/high-value.yaml", "    do:\n", "    " + option + "\n    do:\n");
  }

  @Test
  void asShippedTheOrderIsTheJourneysOwn() {
    var stated = new ReaderOfJourneys(SHIPPED, needs("lead-scoring"), _ -> false).run();

    assertThat(topics(stated)).isEqualTo(TOPICS).hasSize(10);
  }

  @Test
  void theStatedNeedComesFirstAfterTheSameWait() {
    var sent = new ReaderOfJourneys(FIRST, needs("sales-handoff,lead-scoring"), _ -> false).run();

    assertThat(sent).hasSize(11);
    assertThat(sent.getFirst().content()).isEqualTo("lead-scoring-solution");
    var day = SHIPPED.company().days().of(Samples.T0);
    assertThat(SHIPPED.company().days().of(sent.getFirst().at())).isEqualTo(day.plusDays(3));
    var expected = new ArrayList<>(TOPICS);
    expected.removeAll(List.of("lead-scoring", "sales-handoff"));
    expected.addAll(0, List.of("lead-scoring", "sales-handoff"));
    assertThat(topics(sent)).isEqualTo(expected);
  }

  @Test
  void whatIsOnlyInferredOrStatesNothingChangesNoOrder() {
    var searched = Samples.event("e", Samples.T0, new PageVisited("/", 40, "线索评分"));
    for (var profile : List.of(Profile.EMPTY, Profile.EMPTY.with(searched), needs("other"))) {
      assertThat(topics(new ReaderOfJourneys(FIRST, profile, _ -> false).run())).isEqualTo(TOPICS);
    }
  }

  @Test
  void theOrderIsKeptWithTheEnrollmentWhateverIsSaidLater() {
    var program = Program.of(FIRST.journeys().get("high-value"));
    var begun = Walk.start(program, "stay", Samples.T0, Samples.T0);
    var waiting = advance(program, begun, needs("lead-scoring"), Duration.ZERO);
    assertThat(waiting.orders()).isEqualTo(Map.of("each", List.of("lead-scoring")));
    assertThat(waiting.step()).isEqualTo("each.lead-scoring.wait");

    var stored = Json.read(Enrollment.class, Json.write(waiting));
    assertThat(stored).isEqualTo(waiting);
    var later = advance(program, stored, needs("tag-system"), Duration.ofDays(10));
    assertThat(later.step()).startsWith("each.lead-scoring.");
    assertThat(later.orders()).isEqualTo(waiting.orders());
  }

  @Test
  void stepsHaveTheNamesThatTheyHadBefore() {
    var shipped = ids(SHIPPED);
    assertThat(ids(FIRST)).containsAll(shipped).hasSize(shipped.size() + 1);
    assertThat(ids(BOTH)).containsAll(shipped).hasSize(shipped.size() + 11);
  }

  @Test
  void topicsAlreadyReadAreLeftOutUntilTheirRoundBegins() {
    var before = Samples.read("r0", Samples.T0, "tag-system-strategy");
    var reader = new ReaderOfJourneys(BOTH, needs("lead-scoring").with(before), _ -> false);

    var sent = reader.run();

    assertThat(topics(sent)).hasSize(9).startsWith("lead-scoring").doesNotContain("tag-system");
    assertThat(sent).hasSize(10);
    var whileOthersCome =
        new ReaderOfJourneys(BOTH, Profile.EMPTY, c -> c.equals("omni-channel-capture-strategy"));
    assertThat(topics(whileOthersCome.run())).as("its own round goes on").hasSize(11);
  }

  private static Enrollment advance(
      Program program, Enrollment enrollment, Profile profile, Duration after) {
    var placement = new Placement("mil", "mil/high", List.of(), List.of(), null);
    var portrait = Portrait.of("L1", profile, FIRST, Samples.T0.plus(after));
    return Walk.advance(program, enrollment, portrait, placement, List.of()).enrollment();
  }

  private static Profile needs(String need) {
    return Profile.EMPTY.with(Samples.form("f", Samples.T0, Map.of("need", need)));
  }

  private static List<String> ids(Playbook playbook) {
    var steps = Program.of(playbook.journeys().get("high-value")).steps();
    return steps.stream().map(Step::id).toList();
  }

  private static List<String> topics(List<Sent> sent) {
    return sent.stream()
        .map(Sent::content)
        .filter(content -> !content.startsWith("case"))
        .map(content -> content.replaceAll("-(strategy|solution)$", ""))
        .toList();
  }
}
