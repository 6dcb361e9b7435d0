package dev.trellis.playbook.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.playbook.PlaybookException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A content that nobody would ever get is refused (R80). */
@Tag("R80")
class ContentsCheckTest {

  @ParameterizedTest
  @CsvSource({
    "topic: lead-scoring, topic: lead-skoring, lead-scoring, general",
    "industry: life-science, industry: live-science, life-science, finance",
  })
  void aTopicOrIndustryThatNobodyHasIsRefusedOnItsLine(
      String written, String by, String known, String other) {
    var thrown =
        catchThrowableOfType(
            PlaybookException.class,
            () -> DefaultPlaybook.with("contents.yaml", written + "\n", by + "\n"));

    assertThat(thrown.problems()).isNotEmpty();
    assertThat(thrown.problems().getFirst().toString())
        .matches("contents.yaml:\\d\\d+: names the .*, which does not exist.*")
        .contains("\"" + by.split(": ")[1] + "\"", known, other);
  }

  @Test
  void anIndustryThatOnlyTheDictionaryKnowsIsKnown() {
    var playbook =
        DefaultPlaybook.with(
            "contents.yaml", "industry: life-science\n", "industry: public-sector\n");

    assertThat(playbook.contents().values()).anyMatch(c -> "public-sector".equals(c.industry()));
  }
}
