package dev.trellis.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.condition.Condition.All;
import dev.trellis.core.condition.Condition.Any;
import dev.trellis.core.condition.Condition.AtLeast;
import dev.trellis.core.condition.Condition.In;
import dev.trellis.core.condition.Condition.Known;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.condition.Condition.Not;
import dev.trellis.core.condition.Condition.OlderThan;
import dev.trellis.core.condition.Condition.Within;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionTextTest {

  private static final Map<String, String> ZH =
      Map.of("industry", "行业", "plan", "采购计划", "activity", "活跃度", "manufacturing", "生产制造");

  private record Words(String language, Map<String, String> names) implements Vocabulary {
    @Override
    public String field(String id) {
      return names.getOrDefault(id, id);
    }

    @Override
    public String word(String field, String value) {
      return names.getOrDefault(value, value);
    }
  }

  private static final Leaf INDUSTRY = new Leaf("industry", new In(Set.of("manufacturing")));
  private static final Leaf PLAN = new Leaf("plan", new Within(Period.ofMonths(6)));

  static Stream<Arguments> conditions() {
    return Stream.of(
        Arguments.of(INDUSTRY, "行业是生产制造", "industry is manufacturing"),
        Arguments.of(
            new Leaf("industry", new In(Set.of("retail", "manufacturing"))),
            "行业是其中之一：生产制造、retail",
            "industry is one of manufacturing, retail"),
        Arguments.of(new Not(INDUSTRY), "行业不是生产制造", "industry is not manufacturing"),
        Arguments.of(PLAN, "采购计划在未来 6 个月之内", "plan lies within the next 6 months"),
        Arguments.of(
            new Leaf("lastTouch", new OlderThan(Period.of(1, 0, 1))),
            "lastTouch距今已满 1 年零 1 天",
            "lastTouch was at least 1 year and 1 day ago"),
        Arguments.of(new Leaf("activity", new AtLeast(40)), "活跃度不低于 40", "activity is at least 40"),
        Arguments.of(new Leaf("plan", new Known(true)), "采购计划已知", "plan is known"),
        Arguments.of(new Not(new Leaf("plan", new Known(true))), "采购计划未知", "plan is not known"),
        Arguments.of(
            new All(
                List.of(INDUSTRY, new Any(List.of(PLAN, new Leaf("activity", new AtLeast(1)))))),
            "行业是生产制造，且（采购计划在未来 6 个月之内，或活跃度不低于 1）",
            "industry is manufacturing and (plan lies within the next 6 months or activity is at"
                + " least 1)"),
        Arguments.of(
            new Not(new All(List.of(INDUSTRY, PLAN))),
            "并非（行业是生产制造，且采购计划在未来 6 个月之内）",
            "not (industry is manufacturing and plan lies within the next 6 months)"),
        Arguments.of(Condition.always(), "总是成立", "always"));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void isSaidAsPeopleSayIt(Condition condition, String zh, String en) {
    assertThat(new ConditionText(new Words("zh", ZH)).of(condition)).isEqualTo(zh);
    assertThat(new ConditionText(new Words("en", Map.of())).of(condition)).isEqualTo(en);
  }
}
