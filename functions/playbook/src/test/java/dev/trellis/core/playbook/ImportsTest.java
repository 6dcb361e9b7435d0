package dev.trellis.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.playbook.Imports.Column;
import dev.trellis.core.playbook.Imports.Question;
import dev.trellis.playbook.PlaybookException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportsTest {

  private static final Imports IMPORTS = DefaultPlaybook.PLAYBOOK.imports();

  @ParameterizedTest
  @Tag("R31")
  @CsvSource({
    "姓名, name", "Name, name", "公司, company", "公司名称, company", "Company, company",
    "职位, title", "手机, mobile", "手机号（必填）, mobile", "Mobile, mobile", "邮箱, email",
    "E-Mail *, email", "行业, industry", "来源, leadSource", "搜索关键词, keyword", "Keyword, keyword",
    "微信 openid, openid", "企微, wecom", "需求, need", "采购计划, plan", "浏览内容, viewed",
    "Content viewed, viewed", "3、所在城市, city", "ＥＭＡＩＬ, email"
  })
  void understandsHeadersAsPeopleWriteThem(String header, String fact) {
    assertThat(IMPORTS.column(header).map(Column::to)).contains(fact);
  }

  @ParameterizedTest
  @Tag("R31")
  @CsvFileSource(resources = "headers.tsv", delimiter = '\t')
  void knowsTheHeadersOfWhatToolsExport(String tool, String header, String fact, Imports.Kind as) {
    assertThat(IMPORTS.column(header).map(c -> c.to() + " " + c.as()))
        .as(tool)
        .contains(fact + " " + as);
  }

  @ParameterizedTest
  @Tag("R23")
  @CsvSource({"选型因素, factors", "Buying criteria, factors", "主要顾虑, concerns", "Concerns, concerns"})
  void asksForWhatCountsAndWhatConcernsThePerson(String header, String fact) {
    assertThat(IMPORTS.column(header).map(Column::to)).contains(fact);
  }

  @Test
  @Tag("R76")
  void knowsASurveysQuestionUnderItsNumber() {
    assertThat(IMPORTS.question("1、您目前最想解决的营销问题是什么？").map(Question::to)).contains("need");
    assertThat(IMPORTS.question("Q2. Which industry are you in?").map(Question::to))
        .contains("industry");
  }

  @Test
  void leavesWhatNobodyKnowsUnknown() {
    assertThat(IMPORTS.column("星座")).isEmpty();
    assertThat(IMPORTS.question("星座")).isEmpty();
  }

  @Test
  void asksThoseWhomNothingClassifies() {
    assertThat(IMPORTS.unclassified().toString()).contains("imported known", "need unknown");
    assertThat(IMPORTS.consentBasis()).isEmpty();
  }

  @Test
  void whoIsUnclassifiedRestsOnNothingThatMayAskForIt() {
    assertRefused(
        "- imported: { known: true }", "- stage: { is: mil }", "\"unclassified\" rests on stage");
  }

  @Test
  void aHeaderOfTwoColumnsIsRefused() {
    assertRefused("[姓名, 名字,", "[姓名, 公司,", "the header \"公司\" is also one of import column name");
  }

  @Test
  void anOptionThatNoFormOffersIsRefused() {
    assertRefused(
        "      education: [",
        "      schools: [",
        "\"schools\" is no option of industry. Use one of");
  }

  @Test
  void anAnswerThatMeansTwoOptionsIsRefused() {
    assertRefused("[教育, 培训,", "[教育, 金融,", "\"金融\" already means another option");
  }

  @Test
  void anUnknownKindIsRefused() {
    assertRefused("as: email", "as: mail", "unknown kind of column \"mail\". Use one of: text");
  }

  @Test
  void consentThatIsTakenAsGivenSaysWhy() {
    assertRefused("{ missing: unknown }", "{ missing: given }", "has no \"basis\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"crm.status", "mailPace", "mailbox", "demoted", "journey.j", "imported", "fit"})
  void aFactThatTrellisSetsItselfIsRefused(String fact) {
    assertRefused("to: city", "to: " + fact, "is a fact that Trellis sets itself");
  }

  @Test
  void aFileWithoutAColumnThatNamesAPersonIsRefused() {
    assertThatThrownBy(() ->
            DefaultPlaybook.with(
                "imports.yaml",
                "as: email",
                "as: text",
                "imports.yaml",
                "as: phone",
                "as: text",
                "imports.yaml",
                "as: openid",
                "as: text",
                "imports.yaml",
                "as: unionid",
                "as: text",
                "imports.yaml",
                "as: wecom",
                "as: text",
                "imports.yaml",
                "as: crm",
                "as: text"))
        .hasMessageContaining("no column names a person");
  }

  private static void assertRefused(String what, String by, String problem) {
    assertThatThrownBy(() -> DefaultPlaybook.with("imports.yaml", what, by))
        .isInstanceOf(PlaybookException.class)
        .hasMessageContaining(problem)
        .hasMessageFindingMatch("imports.yaml:\\d+: ");
  }
}
