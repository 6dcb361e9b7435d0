package dev.trellis.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.playbook.yaml.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("R47")
class AgreementsTest {

  private static final String NEED = "        - need: { known: true }\n        - plan";
  private static final String SALES = "    sales: { by: head of sales, on: 2026-03-03 }\n";

  @TempDir private Path root;

  @BeforeEach
  void copyTheDefaultPlaybook() throws IOException {
    DefaultPlaybook.copyTo(root);
  }

  @Test
  void whatIsShippedIsApprovedByBoth() throws IOException {
    assertThat(missing()).isEmpty();
    replace("playbook.yaml", "plans:\n", "lifecycle: awareness\nplans:\n");
    assertThat(missing()).isEmpty();
  }

  @Test
  void changedCriteriaAreNotPublishedUntilBothApproveAnew() throws IOException {
    replace("stages.yaml", NEED, "        - plan");

    var problem = missing().getFirst();
    assertThat(missing()).hasSize(1);
    assertThat(problem.toString())
        .matches("approvals.yaml:\\d+: the criteria of \"mql\" were changed after .*")
        .contains("add version: 2, digest: ");
    assertThatThrownBy(() -> Agreements.published(PlaybookReader.read(root)))
        .isInstanceOf(PlaybookException.class);

    var digest = Pattern.compile("digest: ([0-9a-f]{12})").matcher(problem.remedy());
    assertThat(digest.find()).isTrue();
    var entry =
        "  - definition: mql\n    version: 2\n    digest: \""
            + digest.group(1)
            + "\"\n"
            + "    marketing: { by: head of marketing, on: 2026-04-01 }\n";
    var file = root.resolve("approvals.yaml");
    Files.writeString(file, Files.readString(file) + entry);
    assertThat(missing()).extracting(Problem::what).singleElement().asString().contains("sales");
    Files.writeString(file, Files.readString(file) + SALES.replace("03-03", "03-01"));
    assertThat(missing())
        .extracting(Problem::what)
        .containsExactly("sales approved this before the version that it replaces");
    Files.writeString(file, Files.readString(file).replace("2026-03-01", "2026-04-02"));
    assertThat(missing()).isEmpty();
  }

  @Test
  void whatIsNoCriterionNeedsNoApproval() throws IOException {
    replace("stages.yaml", "    team: sdr\n", "    team: hunters\n");
    replace("stages.yaml", "        - returned: { known: false }\n", "");
    replace("stages.yaml", NEED, "        - returned: { known: false }\n        # Moved.\n" + NEED);
    assertThat(missing()).isEmpty();
  }

  @Test
  void aMissingApprovalAFileLeftOutAndARepeatedVersionAreReported() throws IOException {
    replace("approvals.yaml", SALES, "");
    assertThat(missing())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.what()).isEqualTo("sales has not approved this version of \"mql\"");
          assertThat(p.remedy()).contains("sales: { by: their role, on: the date }");
        });
    replace("approvals.yaml", "definition: sql", "definition: mql");
    assertThat(missing()).extracting(Problem::what).anyMatch(w -> w.equals("a second version 1"));
    Files.delete(root.resolve("approvals.yaml"));
    assertThat(missing())
        .extracting(Problem::what)
        .containsExactly(
            "nobody has approved what \"mql\" means", "nobody has approved what \"sql\" means");
  }

  private List<Problem> missing() {
    return Agreements.missing(PlaybookReader.read(root));
  }

  private void replace(String file, String text, String by) throws IOException {
    var old = Files.readString(root.resolve(file));
    assertThat(old).contains(text);
    int at = old.indexOf(text);
    Files.writeString(
        root.resolve(file), old.substring(0, at) + by + old.substring(at + text.length()));
  }
}
