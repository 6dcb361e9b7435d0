package dev.trellis.nurture.lambda;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderDomainTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"Hello <hello@acme.example>", "hello@Acme.example", "hello@news.acme.example"})
  void aSenderOfTheDomainMayStart(String sender) {
    assertThatCode(() -> SenderDomain.check(sender, "acme.example")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello <hello@notacme.example>", "acme.example <hello@other.example>"})
  void aSenderOfAnotherMayNot(String sender) {
    assertThatThrownBy(() -> SenderDomain.check(sender, "acme.example"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SenderDomain");
  }

  @Test
  void theMessageNamesBothDomains() {
    assertThatThrownBy(() -> SenderDomain.check("a@one.example", "two.example"))
        .hasMessageContainingAll("one.example", "two.example");
  }
}
