package dev.trellis.playbook;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.PlaybookCopy;
import dev.trellis.core.playbook.TagDefinition;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagSchemeReaderTest {

  @TempDir private Path root;
  private PlaybookCopy copy;

  @BeforeEach
  void copyTheDefaultPlaybook() throws IOException {
    copy = PlaybookCopy.in(root);
  }

  @Test
  @Tag("R49")
  void theShippedSchemeHasSevenBehavioursEighteenCategoriesAndSixtyTags() {
    var scheme = PLAYBOOK.tagScheme();

    assertThat(scheme.behaviours()).hasSize(7);
    assertThat(scheme.categories()).hasSize(18);
    assertThat(scheme.tags()).hasSize(60);
    var topics =
        PLAYBOOK.fields().find("need").orElseThrow().options().stream()
            .map(o -> "need:" + o.id())
            .toList();
    assertThat(topics).hasSize(10);
    assertThat(scheme.tags().map(TagDefinition::id).toList()).containsAll(topics);
  }

  @Test
  void theTopicsOfTheFormAreThoseOfTheFields() {
    for (var id : new String[] {"need", "industry", "plan", "factors"}) {
      var asked =
          PLAYBOOK.form("summit-deck").orElseThrow().questions().stream()
              .filter(q -> q.id().equals(id))
              .findFirst()
              .orElseThrow();
      assertThat(PLAYBOOK.fields().find(id).orElseThrow().options()).containsAll(asked.options());
    }
  }

  @ParameterizedTest
  @CsvSource({"1000, true", "1001, false", "10000, false"})
  void moreThanAThousandTagsAreRefusedInOneClearSentence(int tags, boolean taken)
      throws IOException {
    var text =
        new StringBuilder(
            "behaviours:\n- id: b\n  name: b\n  categories:\n  - id: c\n    name: c\n"
                + "    layer: interest\n    uses: [dossier]\n    tags:\n");
    for (int i = 0; i < tags; i++) {
      text.append("    - { id: t:" + i + ", name: t, from: { field: { need: n" + i + " } } }\n");
    }
    copy.write("tags.yaml", text.toString())
        .without("journeys/upgrade.yaml") // asks for a product of the default scheme
        .replace("contents.yaml", "[need:omni-channel-capture]", "[t:0]")
        .replace("contents.yaml", "    tags: [t:0]\n", "");
    if (taken) {
      assertThat(copy.read().tagScheme().tags()).hasSize(tags);
    } else {
      assertThat(copy.problems())
          .singleElement()
          .asString()
          .startsWith("tags.yaml:1: there are " + tags + " tags")
          .contains("1000");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'uses: [bant, dossier]', 'uses: []', nothing uses the tag \"budget:ready\"",
    "'from: { field: { budget: none } }', 'from: {}', nothing computes the tag \"budget:none\"",
    "'- id: budget:none', '- id: budget:ready', a second \"budget:ready\"",
    "'- id: budget:none', '- id: Budget none', is no id of a tag",
    "'layer: interest', 'layer: interests', \"interests\" is unknown here",
    "'when: { bant: { is: valid } }', 'when: { tag: need:x }', which may rest on tags itself",
    "'when: { bant: { is: valid } }', 'when: { fit: { atLeast: 3 } }', which may rest on tags",
    "'from: { otherwise: true }', 'from: { otherwise: maybe }', neither true nor false",
    "'field: { role: cio }', 'otherwise: true', do not exclude each other",
    "'  - { id: d, name: { zh: D 沉默, en: \"D, silent\" } }', '', gets no grade",
    "'atLeast: 30', 'atLeast: 60', no fewer points than the better one",
    "'content: true, field: { need: omni-channel-capture }', 'field: { need: omni-channel-capture }', which contents do not give",
    "'- id: agent:national\n', '- id: agent:national\n                tags: []\n', unknown key \"tags\"",
  })
  @Tag("R48")
  void aMistakeIsReportedWithItsFileAndLine(String what, String by, String problem)
      throws IOException {
    copy.replace("tags.yaml", what, by);

    assertThat(copy.problems())
        .anySatisfy(p -> {
          assertThat(p.toString()).matches("(?s)(tags|contents)\\.yaml:\\d+: .*\\. .+");
          assertThat(p.what()).contains(problem);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "'id: budget\n', 'id: tag\n', is what Trellis itself calls something",
    "'id: budget\n', 'id: interest.x\n', is what Trellis itself calls something",
    "'id: budget\n', 'id: Budget!\n', is no id of a field",
    "'id: budget\n', 'id: need\n', a second field \"need\"",
    "block: opportunity, block: deal, \"deal\" is unknown here",
    "kind: plan, kind: period, \"period\" is unknown here",
    "kind: plan, 'kind: plan\n    countsFrom: 101', is no confidence",
    "kind: plan, 'kind: plan\n    countsFrom: 0', is no confidence",
    "'counts: [visit]', 'counts: [stroll]', \"stroll\" is unknown here",
  })
  void aMistakeInAFieldIsReported(String what, String by, String problem) throws IOException {
    copy.replace("fields.yaml", what, by);

    assertThat(copy.problems())
        .anySatisfy(p -> {
          assertThat(p.file()).isEqualTo("fields.yaml");
          assertThat(p.what()).contains(problem);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"tags.yaml", "fields.yaml"})
  @Tag("R3")
  void thePlaybookReadsWithoutTagsOrFields(String file) throws IOException {
    // The form of a call asks for fields.
    assertThat(copy.without(file).without("calls.yaml").read().stages()).isNotEmpty();
  }
}
