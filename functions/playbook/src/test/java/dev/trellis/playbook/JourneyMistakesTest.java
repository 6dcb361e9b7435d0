package dev.trellis.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.playbook.yaml.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would be skipped in silence, or sent with a hole, is refused with its line. */
@Tag("R92")
class JourneyMistakesTest {

  @TempDir private Path root;

  @BeforeEach
  void copyTheDefaultPlaybook() throws IOException {
    DefaultPlaybook.copyTo(root);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("- send: { mail: nope, content: case-general }", "names the mail \"nope\""),
        mistake("- when: { colour: blue }", "asks for \"colour\", which nothing ever tells"),
        mistake("- when: { not: { colour: blue } }", "asks for \"colour\""),
        mistake("- { await: { colour: blue }, for: P3D }", "asks for \"colour\""),
        mistake("- when: { tag: need:led-scoring }", "the tag \"need:led-scoring\""),
        mistake("- { id: wait, wait: P1D }", "a second step \"wait\""),
        mistake("- { id: one.two, wait: P1D }", "\"one.two\" is no id"),
        mistake("- hand-off: false", "\"hand-off\" says something else than true"),
        mistake("- demote: mil/low", "\"demote\" says something else than true"),
        mistake("- demote: { to: mil/low }", "\"demote\" says something else than true"),
        mistake("- { wait: P1D, first: false }", "\"first\" says something else than true"),
        mistake("- wait: P-3D", "\"P-3D\" is in the past"),
        mistake("- { await: read, for: P3D }", "awaits a read, and no content was sent before"),
        mistake("- { each: { topic: [] }, do: [ { wait: P1D } ] }", "repeats for no values"),
        mistake("- { each: {}, do: [ { wait: P1D } ] }", "repeats for no values"),
        mistake(
            "- { each: { topic: [lead-scoring], type: [case] }, do: [ { wait: P1D } ] }",
            "those of two names"),
        mistake(
            "- send: { mail: case }", "\"case\" without the content that its {{content.title}}"),
        mistake(
            "- send: { mail: welcome, fallback: case-general }",
            "which content to prefer and asks"),
        mistake("- alert: welcome", "alerts by the mail \"welcome\", which goes to the lead"),
        mistake("- send: { mail: alert-sdr }", "which is for our own people"),
        mistake("- enroll: there", "leads back to this journey, and nobody ever waits"));
  }

  private static Arguments mistake(String step, String what) {
    return Arguments.of(step, what);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeInAStepIsToldWithTheLineOfTheStep(String step, String what) throws IOException {
    write("there", "enroll", step.contains("enroll") ? "- enroll: mine" : "- wait: P1D");
    write("mine", "enroll", step.contains("enroll") ? step : "- wait: P1D\n" + step);

    assertThat(problems())
        .anySatisfy(problem -> {
          assertThat(problem.file()).isEqualTo("journeys/mine.yaml");
          assertThat(problem.line()).isEqualTo(step.contains("enroll") ? 5 : 6);
          assertThat(problem.what()).contains(what);
          assertThat(problem.remedy()).isNotBlank();
        });
  }

  @Test
  void aValueThatIsRepeatedTwiceIsRefused() throws IOException {
    write("mine", "enroll", "- { each: { round: [a, a] }, do: [ { wait: P1D } ] }");

    assertThat(problems()).extracting(Problem::what).containsExactly("repeats for \"a\" twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wait: P3X",
        "sned: { mail: case }",
        "when: { colour: blue }",
        "send: { mail: nope, type: case }",
        "send: { mail: case, topic: nope }",
        "demote: true"
      })
  void aMistakeInARepeatedStepIsToldOnce(String step) throws IOException {
    write("mine", "enroll", "- { each: { round: [a, b, c] }, do: [ { " + step + " } ] }");

    assertThat(problems()).hasSize(1);
  }

  @Test
  void whatIsNoStepIsSaidInItsOwnWords() throws IOException {
    write("mine", "enroll", "- { id: a, sned: { mail: case } }\n- pause\n- wait: P1D");

    assertThat(problems())
        .extracting(Problem::what)
        .containsExactly("\"sned\" is no step", "\"pause\" is no step");
  }

  @ParameterizedTest
  @ValueSource(strings = {"- alert:", "- enroll:", "- send:", "- send: { topic: lead-scoring }"})
  void whatAStepLacksIsToldOnce(String step) throws IOException {
    write("mine", "enroll", step);

    assertThat(problems()).extracting(Problem::what).doesNotHaveDuplicates();
  }

  @Test
  void aJourneyMayEnrollInItselfAgainIfItWaits() throws IOException {
    write("mine", "enroll", "- wait: P30D\n- enroll: mine");

    assertThat(PlaybookReader.read(root).journeys()).containsKey("mine");
  }

  @Test
  @Tag("R50")
  void aJourneyBeginsOnJoiningNoGroupThatThereIsNot() throws IOException {
    write("mine", "{ joins: upgrades }", "- wait: P1D");

    assertThat(problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.file()).isEqualTo("journeys/mine.yaml");
          assertThat(problem.what()).contains("the group \"upgrades\", which does not exist");
          assertThat(problem.remedy()).contains("re-activation", "upgrade", "renewal");
        });
  }

  private void write(String id, String on, String steps) throws IOException {
    Files.writeString(
        root.resolve("journeys/" + id + ".yaml"),
        "version: 1\nname: { zh: 甲, en: A }\non: " + on + "\nsteps:\n" + steps + "\n");
  }

  private List<Problem> problems() {
    var thrown = catchThrowableOfType(PlaybookException.class, () -> PlaybookReader.read(root));
    assertThat(thrown).as("the playbook should be refused").isNotNull();
    return thrown.problems();
  }
}
