package dev.trellis.imports.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R31")
class YesNoTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"yes", " YES ", "Y", "true", "1", "1.0", "是", "同意", "√", "opted in", "Opt-In"})
  void aYesIsOne(String text) {
    assertThat(YesNo.wanted(text)).isEqualTo(YesNo.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no", "0", "0.0", "否", "未同意", "拒收", "×", "Unsubscribed", "opted out", "cleaned"})
  void aNoIsOne(String text) {
    assertThat(YesNo.wanted(text)).isEqualTo(YesNo.NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes (withdrawn)",
        "是（已撤回）",
        "withdrawn 2025-03-01",
        "maybe",
        "x",
        "-",
        "?",
        "n/a",
        "无",
        "2025-03-01",
        "yes no"
      })
  void whatMayTakeAWordBackIsNoYes(String text) {
    assertThat(YesNo.wanted(text)).isNotEqualTo(YesNo.YES);
    assertThat(YesNo.out(text)).isNotEqualTo(YesNo.NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"true", "1", "是", "Do Not Allow", "unsubscribed", "已退订", "bounced", "declined"})
  void whoIsOutIsOut(String text) {
    assertThat(YesNo.out(text)).isEqualTo(YesNo.YES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "0", "否", "Allow", "subscribed", "未退订"})
  void whoIsNotOutIsNot(String text) {
    assertThat(YesNo.out(text)).isEqualTo(YesNo.NO);
  }
}
