package dev.trellis.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.dictionary.Industries.Guess;
import dev.trellis.core.playbook.Form;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R77")
class IndustriesTest {

  /** Other processes must not spoil the figures. */
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private static final Industries INDUSTRIES = DefaultPlaybook.PLAYBOOK.dictionaries().industries();

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      textBlock =
          """
          # The four keywords of the source.
          上海示例信息科技有限公司,   it-services
          示例生命有限公司,           life-science
          示例制造股份有限公司,       manufacturing
          示例工业集团,               industrial
          # The longest word wins.
          示例生命科技有限公司,       life-science
          示例智能制造有限公司,       manufacturing
          示例銀行信息科技有限公司,   it-services
          示例医疗器械制造有限公司,   life-science
          示例新能源汽车有限公司,     automotive
          # Of equal ones the surest.
          示例工业大学,               education
          示例制造银行,               finance
          # Of equally sure ones the last.
          示例软件物流,               logistics
          # And every other industry.
          示例證券股份有限公司,       finance
          示例集成電路有限公司,       electronics
          示例移动通信,               telecom
          示例路桥集团,               construction
          示例物业管理有限公司,       real-estate
          示例饲料有限公司,           agriculture
          示例乳业,                   food
          示例文化传播,               media
          示例大酒店,                 tourism
          示例律师事务所,             professional-services
          示例市人民政府,             public-sector
          示例百货,                   retail
          示例供应链管理,             logistics
          示例光伏科技,               energy
          ＥＸＡＭＰＬＥ Ｓｏｆｔｗａｒｅ Inc., it-services
          Example Life Sciences Ltd., life-science
          Example Industrial Automation GmbH, industrial
          Bank of Example,            finance
          Example University,         education
          Example Freight Co.,        logistics
          """)
  void aNameSpeaksForAnIndustry(String name, String industry) {
    assertThat(INDUSTRIES.guess(name)).map(Guess::industry).contains(industry);
  }

  @Test
  void aGuessSaysHowSureItIsAndWhy() {
    assertThat(INDUSTRIES.guess("示例信息科技")).contains(new Guess("it-services", 90, "信息科技"));
    assertThat(INDUSTRIES.guess("示例科技")).contains(new Guess("it-services", 40, "科技"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "示例", "Example", "Banksy Example", "🙂", "Biography Example"})
  void aNameMaySayNothing(String name) {
    assertThat(INDUSTRIES.guess(name)).isEmpty();
  }

  @Test
  void thereAreAHundredAndFiftyKeywordsOverTwentyIndustries() {
    assertThat(INDUSTRIES.size()).isGreaterThanOrEqualTo(150);
    assertThat(INDUSTRIES.names()).hasSize(20);
  }

  @Test
  void whatAFormOffersIsKnownHere() {
    var offered =
        DefaultPlaybook.PLAYBOOK.form("summit-deck").orElseThrow().questions().stream()
            .filter(question -> question.id().equals("industry"))
            .flatMap(question -> question.options().stream())
            .map(Form.Option::id)
            .filter(id -> !id.equals("other"))
            .toList();

    assertThat(offered).isNotEmpty();
    assertThat(INDUSTRIES.names()).containsKeys(offered.toArray(String[]::new));
  }

  @Test
  void guessingTakesMicroseconds() {
    var names = List.of("上海示例信息科技有限公司", "Example Life Sciences Ltd.", "没有行业的名字");
    int rounds = 20_000;
    long nanos = 0;
    int known = 0;
    for (int warm = 0; warm < 2; warm++) {
      known = 0;
      long start = CPU.getCurrentThreadCpuTime();
      for (int i = 0; i < rounds; i++) {
        known += INDUSTRIES.guess(names.get(i % names.size())).isPresent() ? 1 : 0;
      }
      nanos = CPU.getCurrentThreadCpuTime() - start;
    }
    System.out.printf("industries: %d ns each, %d keywords%n", nanos / rounds, INDUSTRIES.size());
    assertThat(known).isBetween(13_333, 13_334);
  }
}
