package dev.trellis.checks.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What editors say of the playbook's files while people write them. */
class SchemasTest {

  private static final Path PLAYBOOK = Path.of("../../infra/playbook");
  private static final Pattern NAMED = Pattern.compile("yaml-language-server: \\$schema=(\\S+)");
  private static final Schema JOURNEY = Schema.read(PLAYBOOK.resolve("schema/journey.schema.json"));

  @TestFactory
  Stream<DynamicTest> everyFileOfThePlaybookFitsTheSchemaItNames() throws IOException {
    try (var files = Files.walk(PLAYBOOK)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream()
          .map(f ->
              DynamicTest.dynamicTest(
                  PLAYBOOK.relativize(f).toString(),
                  f.toUri(),
                  () -> {
                    var text = Files.readString(f);
                    var named = NAMED.matcher(text);
                    assertThat(named.find()).as("names its schema").isTrue();
                    var schema = Schema.read(f.resolveSibling(named.group(1)));
                    assertThat(schema.problems("", parsed(text))).isEmpty();
                  }));
    }
  }

  @Test
  void aMisspeltStepIsSeenInTheEditor() {
    assertThat(journey("- { wait: P3D, firts: true }")).isNotEmpty();
    assertThat(journey("- { wait: three days }")).isNotEmpty();
    assertThat(journey("- { wait: { until: monday } }")).isNotEmpty();
    assertThat(journey("- { send: { mail: case, industry: finance } }")).isNotEmpty();
    assertThat(journey("- { send: { mail: case, content: x, topic: y } }")).isNotEmpty();
    assertThat(journey("- { verdict: { lukewarm: [{ demote: true }] } }")).isNotEmpty();
    assertThat(journey("- { alert: alert-sdr, demote: true }")).isNotEmpty();
    assertThat(journey("  []")).isNotEmpty();
  }

  @Test
  void everyKindOfStepIsKnownToTheEditor() {
    for (var step :
        List.of(
            "- { wait: P3D, first: true, after: round }",
            "- { wait: { until: [tuesday, thursday], at: \"10:00\" } }",
            "- { await: { tag: need:lead-scoring }, for: P3D, then: [{ demote: true }] }",
            "- { await: read, for: P3D, else: [{ alert: alert-sdr }] }",
            "- { send: { mail: case, type: case, form: slides, industry: $lead.industry,"
                + " fallback: general }, else: [{ hand-off: true }] }",
            "- { verdict: { hot: [{ alert: a }], warm: [{ enroll: b }] } }")) {
      assertThat(journey(step)).as(step).isEmpty();
    }
  }

  private static List<String> journey(String steps) {
    var text = "version: 1\nname: { zh: a, en: b }\non: enroll\nuntil: end\nsteps:\n" + steps;
    return JOURNEY.problems("", parsed(text));
  }

  private static Object parsed(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }
}
