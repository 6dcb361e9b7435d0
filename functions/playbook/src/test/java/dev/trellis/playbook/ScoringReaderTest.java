package dev.trellis.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.playbook.ScorePart;
import dev.trellis.core.playbook.Scoring;
import dev.trellis.playbook.yaml.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringReaderTest {

  @TempDir private Path root;

  @BeforeEach
  void copyTheDefaultPlaybook() throws IOException {
    try (var files = Files.walk(DefaultPlaybook.ROOT)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = root.resolve(DefaultPlaybook.ROOT.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  @Tag("R88")
  void theTableHasAVersionAndItsPartsMakeAHundred() {
    var scoring = PlaybookReader.read(root).scoring();

    assertThat(scoring.version()).isPositive();
    assertThat(scoring.total()).containsOnlyKeys(ScorePart.values());
    assertThat(scoring.total().values().stream().mapToInt(Scoring.Share::cap).sum()).isEqualTo(100);
    assertThat(scoring.fit().stream().mapToInt(Scoring.FitRule::points).sum()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          version: 2                         | version: 0                           | 0 is too little                  | Write 1 or more
          points: 15                         | points: -15                          | -15 is too little                | Write 0 or more
          halfLife: P30D                     | halfLife: P0D                        | takes no time                    | such as P30D
          halfLife: P30D                     | halfLife: P1M                        | is not a duration                | P30D
          halfLife: P30D                     | halfLife: soon                       | is not a duration                | P30D
          scan: { points                     | skip: { points                       | unknown behaviour "skip"         | scan
          { did: attend }                    | { did: attends }                     | unknown behaviour "attends"      | attend
          { read: strategy }                 | { read: stratagem }                  | no content has it                | solution, strategy
          { did: read, times: 3, days: 3 }   | { did: read, times: 0, days: 3 }     | 0 is too little                  | Write 1 or more
          id: came-back-to-read              | id: follows-and-reads                | a second "follows-and-reads"     | another id
          id: title-known                    | id: company-known                    | a second "company-known"         | another id
          en: Read both a strategy           | fr: Les deux                         | no text in "en"                  | en
          fit: { percent: 40                 | fit: { percent: 101                  | more than all of it              | 0 to 100
          role: { percent: 10, cap: 10 }     | luck: { percent: 10, cap: 10 }       | unknown scorepart "luck"         | fit
          warm: { contentTags: 1             | warm: { contentTags: 4               | a hot lead would not be warm     | above that of
          fit: { a: 60                       | fit: { a: 29                         | better grade takes fewer points  | the higher ones
          { title: { known: true } }         | { title: { known: false } }          | nothing is known                 | known: true
          { title: { known: true } }         | { total: { atLeast: 5 } }            | asks for "total"                 | told or did
          perRead: 10                        | perread: 10                          | unknown key "perread"            | perRead
          points: 25                         | points: 90                           | gives 165 points, and fit is at most 100: served-industry 90, need-known 25, plan-near 25, reachable 15, company-known 5, title-known 5 | Take 65
          points: 25                         | points: 26                           | gives 101 points                 | Take 1 from
          cap: 15 }                          | cap: 16 }                            | gives 101 points, and total is at most 100: fit 40, role 10, interest 10, activity 25, keys 16 | Take 1 from
          cmo: 100                           | cmo: 101                             | the role "cmo" is worth 101      | Write 0 to 100
          """)
  void aMistakeIsReportedWithItsRemedy(String what, String by, String problem, String remedy)
      throws IOException {
    replace(what, by);

    var found = problems();
    assertThat(found)
        .anySatisfy(p -> {
          assertThat(p.what()).contains(problem);
          assertThat(p.remedy()).contains(remedy);
        });
    assertThat(found)
        .allSatisfy(p -> {
          assertThat(p.file()).isEqualTo("scoring.yaml");
          assertThat(p.line()).isGreaterThan(1);
        });
  }

  @ParameterizedTest
  @Tag("R74")
  @CsvSource({"2, 0, 0, false", "1, 30, 0, true", "1, 999, 0, false", "1, 0, 1, false"})
  void aTableThatMakesOneDownloadHotIsRefused(
      int contentTags, int activity, int keys, boolean isRefused) throws IOException {
    replace(
        "hot: { contentTags: 3, activity: 30, keys: 1 }",
        "hot: { contentTags: %d, activity: %d, keys: %d }".formatted(contentTags, activity, keys));
    replace("warm: { contentTags: 1, activity: 10,", "warm: { contentTags: 1, activity: 0,");

    if (isRefused) {
      assertThat(problems().getFirst().what()).isEqualTo("one download alone makes a lead hot");
    } else {
      assertThat(PlaybookReader.read(root).scoring().heat().hot().keys()).isEqualTo(keys);
    }
  }

  private java.util.List<Problem> problems() {
    var thrown = catchThrowableOfType(PlaybookException.class, () -> PlaybookReader.read(root));
    assertThat(thrown).as("the playbook should be refused").isNotNull();
    return thrown.problems();
  }

  private void replace(String what, String by) throws IOException {
    var file = root.resolve("scoring.yaml");
    var text = Files.readString(file);
    assertThat(text).contains(what);
    int at = text.indexOf(what);
    Files.writeString(file, text.substring(0, at) + by + text.substring(at + what.length()));
  }
}
