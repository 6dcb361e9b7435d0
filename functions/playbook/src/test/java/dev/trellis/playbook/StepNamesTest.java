package dev.trellis.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.journey.Program;
import dev.trellis.core.journey.Step;
import dev.trellis.core.playbook.Journey;
import dev.trellis.playbook.bind.Binder;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Problem;
import dev.trellis.playbook.yaml.Yaml;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step is called by what it does, so people on their way stay where they are (R91). */
@Tag("R91")
class StepNamesTest {

  private static final Pattern STEP =
      Pattern.compile(
          "( *)- (?:\\{ )?(?:wait|send|when|await|each|verdict|alert|enroll|demote):.*");
  private static final String NAME = "version: 1\nname: { zh: 甲, en: A }\non: enroll\nsteps:\n";

  @Test
  void aStepIsCalledByWhatItDoes() {
    assertThat(
            ids(
                """
                - { wait: P1D }
                - send: { mail: welcome, content: welcome-guide }
                - await: read
                  for: P3D
                  then: [ { alert: alert-sdr } ]
                - when: { tag: need:lead-scoring }
                  else: [ { alert: other }, { hand-off: true } ]
                - each: { mail: [case, basics] }
                  do: [ { send: { mail: $mail } }, { wait: P1D } ]
                - verdict: { warm: [ { enroll: next } ], cold: [ { demote: true } ] }
                """))
        .containsExactly(
            "wait",
            "send-welcome",
            "await",
            "await.then.alert-sdr",
            "when",
            "when.else.alert-other",
            "when.else.hand-off",
            "each.case.round",
            "each.case.send-mail",
            "each.case.wait",
            "each.basics.round",
            "each.basics.send-mail",
            "each.basics.wait",
            "verdict",
            "verdict.warm.enroll-next",
            "verdict.cold.demote");
  }

  @Test
  void stepsOfOneNameInOneBlockAreNumberedFromTheSecondOn() {
    assertThat(
            ids(
                """
                - { wait: P1D }
                - { wait: P2D }
                - { id: mine, wait: P2D }
                - when: { tag: need:lead-scoring }
                  then: [ { wait: P4D } ]
                - { wait: P5D }
                """))
        .containsExactly("wait", "wait-2", "mine", "when", "when.then.wait", "wait-3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ id: pause, wait: P1D }",
        "hand-off: true",
        "send: { mail: welcome, content: welcome-guide }",
        "alert: welcome",
        "enroll: welcome"
      })
  void aStepAddedAnywhereRenamesNoStepOfAnotherNameAndMovesNobody(String added) throws IOException {
    var lines = Files.readAllLines(DefaultPlaybook.ROOT.resolve("journeys/high-value.yaml"));
    var today = journey(lines);
    int places = 0;
    for (int i = 0; i < lines.size(); i++) {
      var step = STEP.matcher(lines.get(i));
      if (step.matches()) {
        var more = new ArrayList<>(lines);
        more.add(i, step.group(1) + "- " + added);
        var changed = journey(more);
        assertThat(ids(changed)).containsAll(ids(today)).hasSizeGreaterThan(ids(today).size());
        assertThat(ids(today)).allMatch(Program.of(changed)::knows);
        places++;
      }
    }
    assertThat(places).isEqualTo(13);
  }

  @Test
  void aStepOfTheSameNameInTheSameBlockTakesTheNameOver() {
    var today = ids("- { wait: P1D }\n- send: { mail: a }\n- send: { mail: b }");
    var above =
        ids(
            "- { wait: P2D }\n- send: { mail: b }\n- { wait: P1D }\n- send: { mail: a }\n- send: { mail: b }");

    assertThat(today).containsExactly("wait", "send-a", "send-b");
    assertThat(above).containsExactly("wait", "send-b", "wait-2", "send-a", "send-b-2");
  }

  private static List<String> ids(String steps) {
    return ids(journey((NAME + steps).lines().toList()));
  }

  private static List<String> ids(Journey journey) {
    return Program.of(journey).steps().stream()
        .filter(step -> !(step instanceof Step.Jump))
        .map(Step::id)
        .toList();
  }

  private static Journey journey(List<String> lines) {
    var problems = new ArrayList<Problem>();
    var yaml = Yaml.parse("journeys/j.yaml", String.join("\n", lines), 1, problems);
    var reading = new Reading(Path.of(""), List.of("zh", "en"), new HashMap<>());
    var journey = Binder.read(yaml, JourneyFile.class, reading).meaning(reading);
    assertThat(problems).isEmpty();
    return journey;
  }
}
