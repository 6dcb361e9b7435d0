package dev.trellis.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.DefaultPlaybook;
import dev.trellis.console.html.Stand;
import dev.trellis.console.html.Words;
import dev.trellis.console.policy.JourneyList;
import dev.trellis.console.policy.JourneySheet;
import dev.trellis.console.visit.Role;
import dev.trellis.core.journey.Flow;
import dev.trellis.core.journey.Program;
import dev.trellis.core.journey.Step;
import dev.trellis.core.lifecycle.Headcount;
import dev.trellis.core.port.JourneyPauses.By;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Journeys where Trellis is deployed: no page looks at every lead. */
class JourneyPageTest {

  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final Program PROGRAM =
      Program.of(DefaultPlaybook.PLAYBOOK.journeys().get("high-value"));
  private static final Flow FLOW =
      flow("w", Step.Wait.class, 2).plus(flow("m", Step.Send.class, 5));
  private static final JourneyList LIST =
      JourneyList.of(
          DefaultPlaybook.PLAYBOOK,
          new Headcount(new TreeMap<>(Map.of("mil/high", 7L)), new TreeMap<>()),
          Map.of("high-value", FLOW),
          Map.of("high-value", new By("<b>mei</b>", NOON)));

  // The first step of a kind.
  private static Flow flow(String what, Class<? extends Step> kind, long people) {
    var step = PROGRAM.steps().stream().filter(kind::isInstance).findFirst().orElseThrow();
    var at = Flow.mark(step.id());
    return new Flow(new TreeMap<>(Map.of(what + at.substring(1), people)));
  }

  private static JourneySheet sheet(JourneyList.Line line) {
    return JourneySheet.of(line, DefaultPlaybook.PLAYBOOK.journeys().get(line.id()), FLOW);
  }

  private static JourneyPage page(String language, Role role) {
    var stand = new Stand("/console", "/journeys", "token", "mei@example.com", role, "");
    var words = new Words(language, ZoneId.of("Asia/Shanghai"), stand);
    return new JourneyPage(DefaultPlaybook.PLAYBOOK, words);
  }

  @Test
  @Tag("R73")
  void aJourneyIsDrawnWithWhomItIsForAndWhoPausedIt() {
    var journey = LIST.find("high-value").orElseThrow();
    var en = page("en", Role.MARKETER).one(sheet(journey), FLOW);

    assertThat(journey.people()).isEqualTo(7);
    assertThat(en)
        .contains("<svg", "How hot is the lead?", "/console/leads?pool=mil%2Fhigh\">7</a>")
        .contains("/console/journeys/high-value/resume", "&lt;b&gt;mei", "2 under way.")
        .contains("● 2 people", "5 sent", "/console/journeys/high-value/waiting?step=")
        .doesNotContain("<b>mei");
    // The picture's style changes nothing of the page around it.
    assertThat(
            Pattern.compile("<style>\\s*(.*?)</style>", Pattern.DOTALL)
                .matcher(en)
                .results()
                .skip(1))
        .singleElement()
        .satisfies(style ->
            assertThat(style.group(1).split("[}]\\s*"))
                .allMatch(rule -> rule.startsWith(".journey ")));
    assertThat(page("zh", Role.VIEWER).one(sheet(journey), FLOW))
        .contains("● 2 人在此", "已发 5 封")
        .doesNotContain("/resume");
  }

  @Test
  void allAreListedAndLeadToTheirPages() {
    var all = page("zh", Role.MARKETER).all(LIST.lines());
    for (var line : LIST.lines()) {
      assertThat(all).contains("/console/journeys/" + line.id() + "\"");
    }
    assertThat(LIST.lines()).hasSizeGreaterThan(10);
    assertThat(LIST.find("none")).isEmpty();
  }
}
