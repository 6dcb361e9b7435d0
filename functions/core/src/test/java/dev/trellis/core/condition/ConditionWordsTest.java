package dev.trellis.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.core.condition.Condition.All;
import dev.trellis.core.condition.Condition.Any;
import dev.trellis.core.condition.Condition.AtLeast;
import dev.trellis.core.condition.Condition.In;
import dev.trellis.core.condition.Condition.Known;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.condition.Condition.Not;
import dev.trellis.core.condition.Condition.OlderThan;
import dev.trellis.core.condition.Condition.Within;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionWordsTest {

  private static final Leaf NEED = new Leaf("need", new Known(true));
  private static final Leaf PLAN = new Leaf("plan", new Within(Period.ofMonths(6)));

  @Test
  void everyKindOfConditionIsReadFromItsText() {
    for (var condition :
        List.of(
            NEED,
            PLAN,
            new Leaf("excluded", new Known(false)),
            new Leaf("tag", new In(List.of("need:lead-scoring"))),
            new Leaf("industry", new In(List.of("retail", "finance"))),
            new Leaf("last", new OlderThan(Period.ofDays(90))),
            new Leaf("fit", new AtLeast(40)),
            new Not(new Leaf("crm.status", new In(List.of("lost")))),
            new Any(List.of(NEED, PLAN)),
            new Not(new Any(List.of(NEED, new All(List.of(PLAN, NEED))))),
            new All(List.of(NEED, new Any(List.of(PLAN, new Not(NEED))), PLAN)))) {
      assertThat(Condition.parse(condition.toString())).isEqualTo(condition);
    }
  }

  @Test
  void aWordOfTheCustomersOwnMayHoldAnything() {
    var company = new Leaf("company", new In(List.of("Salt and Pepper (China) or Sons")));

    assertThat(Condition.parse(company.toString())).isEqualTo(company);
    assertThat(Condition.parse(company + " and need known"))
        .isEqualTo(new All(List.of(company, NEED)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "need", "plan within reach", "fit at least none", "(need or plan)"})
  void whatIsNoConditionIsRefused(String text) {
    assertThatThrownBy(() -> Condition.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
