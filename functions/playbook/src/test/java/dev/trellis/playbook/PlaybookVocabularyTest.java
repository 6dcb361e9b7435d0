package dev.trellis.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.In;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.condition.ConditionText;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.playbook.Stage;
import dev.trellis.core.playbook.TellableFields;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class PlaybookVocabularyTest {

  static final List<Playbook> PLAYBOOKS =
      List.of(DefaultPlaybook.PLAYBOOK, DefaultPlaybook.with("lifecycle: awareness"));

  private static final Playbook PLAYBOOK = DefaultPlaybook.PLAYBOOK;
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  @ParameterizedTest
  @Tag("R61")
  @FieldSource("PLAYBOOKS")
  void everyConditionReadsAsASentenceWithoutARawId(Playbook playbook) {
    var zh = new PlaybookVocabulary(playbook, "zh");
    var en = new PlaybookVocabulary(playbook, "en");
    var conditions = AllConditions.of(playbook);
    assertThat(conditions).hasSizeGreaterThan(20);
    for (var condition : conditions) {
      var ids = rawIds(condition);
      assertThat(new ConditionText(zh).of(condition))
          .containsPattern(CHINESE)
          .satisfies(sentence -> assertThat(ids).noneMatch(sentence::contains));
      assertThat(new ConditionText(en).of(condition))
          .satisfies(sentence -> assertThat(ids).noneMatch(sentence::contains));
      AllConditions.leaves(condition)
          .forEach(leaf -> {
            assertNamed(zh, leaf);
            assertNamed(en, leaf);
          });
    }
  }

  // An id of one plain word may be its own English name; one with a mark in it never is.
  private static List<String> rawIds(Condition condition) {
    return AllConditions.leaves(condition)
        .flatMap(leaf ->
            Stream.concat(
                Stream.of(leaf.field()),
                leaf.test() instanceof In(var words) ? words.stream() : Stream.empty()))
        // A domain is what it is in every language.
        .filter(id -> isId(id) && !id.matches("[a-zA-Z]+") && !id.endsWith(".example"))
        .toList();
  }

  // "Shanghai" and "上海" are what people typed.
  private static boolean isId(String word) {
    return word.matches("[a-z][a-zA-Z0-9.:/_-]*");
  }

  private static void assertNamed(PlaybookVocabulary vocabulary, Leaf leaf) {
    assertThat(vocabulary.fieldName(leaf.field()))
        .as("%s in %s", leaf.field(), vocabulary.language())
        .isPresent();
    // What a company is called, and its domain, are the same in every language.
    if (leaf.test() instanceof In(var words)
        && !Set.of("account.name", "account.domain").contains(leaf.field())) {
      words.stream()
          .filter(PlaybookVocabularyTest::isId)
          .forEach(word ->
              assertThat(vocabulary.wordName(leaf.field(), word))
                  .as("%s of %s in %s", word, leaf.field(), vocabulary.language())
                  .isPresent());
    }
  }

  @ParameterizedTest
  @Tag("R24")
  @FieldSource("PLAYBOOKS")
  void whateverSomebodyMayCorrectHasAName(Playbook playbook) {
    for (var language : List.of("zh", "en")) {
      var vocabulary = new PlaybookVocabulary(playbook, language);
      assertThat(new TellableFields(playbook).corrigible())
          .hasSizeGreaterThan(20)
          .allSatisfy(field -> assertThat(vocabulary.fieldName(field)).as(field).isPresent());
    }
  }

  @Test
  @Tag("R61")
  void theMqlRuleIsSaidInBothLanguages() {
    var mql =
        PLAYBOOK.stages().stream()
            .filter(s -> s.id().equals(Lifecycle.MQL))
            .map(Stage::when)
            .findFirst()
            .orElseThrow();

    assertThat(new ConditionText(new PlaybookVocabulary(PLAYBOOK, "zh")).of(mql))
        .startsWith("已同意授权，且（手机号已知，或企业微信已知），且行业是其中之一：")
        .contains("生产制造", "需求已知", "采购计划在未来 6 个月之内", "销售结论不是输单")
        .contains("没有被销售退回", "没有触发排除规则");
    assertThat(new ConditionText(new PlaybookVocabulary(PLAYBOOK, "en")).of(mql))
        .startsWith(
            "has given consent and (mobile number is known or WeCom contact is known) and industry"
                + " is one of ")
        .contains(
            "Energy and chemicals",
            "need is known",
            "purchase plan lies within the next 6 months",
            "word of sales is not Lost",
            "was not returned by sales",
            "no exclusion rule applies");
  }

  @ParameterizedTest
  @CsvSource({
    "stage, mil, 营销培育线索（MIL）, Marketing-identified lead (MIL)",
    "pool, mil/high, MIL 培育池 › 高价值：需求明确, 'MIL, in nurture › High value: need is clear'",
    "tag, need:lead-scoring, 需求：线索评分, need: Lead scoring",
    "returned, no-budget, 没有预算, no budget",
    "identity, agent, 代理商, agent",
    "pool, nowhere, nowhere, nowhere",
    "tag, nothing:of-this, nothing:of-this, nothing:of-this",
    "keyword, 线索 评分, 线索 评分, 线索 评分",
  })
  void valuesHaveTheNamesOfThePlaybook(String field, String value, String zh, String en) {
    assertThat(new PlaybookVocabulary(PLAYBOOK, "zh").word(field, value)).isEqualTo(zh);
    assertThat(new PlaybookVocabulary(PLAYBOOK, "en").word(field, value).toLowerCase())
        .isEqualTo(en.toLowerCase());
  }

  @ParameterizedTest
  @CsvSource({
    "lastTouch, 最近一次互动, last touch",
    "interest.lead-scoring, 对线索评分的兴趣, interest in Lead scoring",
    "submitted.summit-deck, 表单「领取演讲资料」的提交, submission of the form “Get the slides”",
    "journey.high-value, 旅程「高价值池培育」的结果, outcome of the journey “Nurture of the high-value pool”",
    "journey.none, journey.none, journey.none",
    "unheard-of, unheard-of, unheard-of",
  })
  void fieldsHaveNamesAlsoWhenTheyAreComposed(String field, String zh, String en) {
    assertThat(new PlaybookVocabulary(PLAYBOOK, "zh").field(field)).isEqualTo(zh);
    assertThat(new PlaybookVocabulary(PLAYBOOK, "en").field(field)).isEqualTo(en);
  }

  @Test
  void aConditionThatAlwaysHoldsIsSaidToo() {
    assertThat(new ConditionText(new PlaybookVocabulary(PLAYBOOK, "en")).of(Condition.always()))
        .isEqualTo("always");
  }
}
