package dev.trellis.core.portrait;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static dev.trellis.core.playbook.Fields.CERTAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.Samples;
import dev.trellis.core.condition.Value;
import dev.trellis.core.profile.Authority;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-19T16:00:00Z",
    "2026-11-20T10:00:00Z, 2026-11-20T10:00:00Z",
    "2026-11-20T10:00:00+08:00, 2026-11-20T02:00:00Z",
  })
  @org.junit.jupiter.api.Tag("R43")
  void aDateIsAMomentAndADayBeginsInTheCompanysZone(String text, Instant at) {
    assertThat(value("customer.since", text))
        .isEqualTo(new Value.Moment(at, PLAYBOOK.company().days()));
  }

  @ParameterizedTest
  @CsvSource({"35, 35000", "35.25, 35250", "-1, -1000", "0, 0", "999999999999, 999999999999000"})
  @org.junit.jupiter.api.Tag("R35")
  void aNumberIsAnAmount(String text, long thousandths) {
    assertThat(value("age", text))
        .isInstanceOfSatisfying(
            Value.Amount.class,
            a -> assertThat(a.thousandths().at(Samples.T0)).isEqualTo(thousandths));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "1e999999999", "9999999999999", "1,5", "🙂", "２０"})
  void whatIsNoDateOrNumberIsNotKnown(String text) {
    assertThat(value("age", text)).isEqualTo(new Value.Unknown());
    assertThat(value("customer.since", text)).isEqualTo(new Value.Unknown());
  }

  @Test
  void aTextIsOneWordAndAChoiceIsSeveral() {
    assertThat(value("company", "Example Co., Ltd."))
        .isEqualTo(new Value.Words(Set.of("Example Co., Ltd.")));
    assertThat(value("factors", "price, service"))
        .isEqualTo(new Value.Words(Set.of("price", "service")));
  }

  private static Value value(String field, String text) {
    return Meaning.of(
        new Attribute(field, text, Authority.FORM, CERTAIN, Samples.T0, "e1", ""), PLAYBOOK);
  }
}
