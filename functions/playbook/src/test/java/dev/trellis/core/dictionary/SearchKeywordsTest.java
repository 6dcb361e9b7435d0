package dev.trellis.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.DefaultPlaybook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R75")
class SearchKeywordsTest {

  private static final SearchKeywords KEYWORDS = DefaultPlaybook.PLAYBOOK.dictionaries().keywords();

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource(
      textBlock =
          """
          制造业线索评分怎么做,       lead-scoring, manufacturing
          線索評分,                   lead-scoring, ''
          客户数据平台 选型,          unified-identity, ''
          ＣＤＰ 银行,                unified-identity, finance
          marketing automation for healthcare, nurture-journeys, life-science
          B2B获客 工业品,             omni-channel-capture, industrial
          白皮书 营销归因,            'content-operations,roi-attribution', ''
          展会获客,                   event-marketing, ''
          CRM,                        sales-handoff, ''
          客户画像,                   progressive-profiling, ''
          标签体系 零售,              tag-system, retail
          银行,                       '', finance
          天气预报,                   '', ''
          '',                         '', ''
          """)
  void aPhraseSaysWhatIsNeededAndWhere(String phrase, String needs, String industries) {
    var meaning = KEYWORDS.of(phrase);

    assertThat(String.join(",", meaning.needs())).isEqualTo(needs);
    assertThat(String.join(",", meaning.industries())).isEqualTo(industries);
  }

  @Test
  void aWordInsideALongerOneDoesNotCount() {
    assertThat(KEYWORDS.of("marketing roi").needs()).containsExactly("roi-attribution");
    assertThat(KEYWORDS.of("工业自动化").industries()).containsExactly("industrial");
    assertThat(KEYWORDS.of("展会获客").needs()).doesNotContain("omni-channel-capture");
  }

  @Test
  void thereAreSixtyKeywords() {
    assertThat(KEYWORDS.size()).isGreaterThanOrEqualTo(60);
  }
}
