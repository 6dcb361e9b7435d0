package dev.trellis.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import org.junit.jupiter.api.Test;

class CachedSecretTest {

  private Instant now = Instant.EPOCH;
  private String text = "{\"events\": \"one\"}";
  private int asked;

  private final CachedSecret secret =
      new CachedSecret(
          () -> {
            asked++;
            return text;
          },
          () -> now);

  @Test
  void whatChangesTakesEffectAfterFiveMinutesWithoutAColdStart() {
    assertThat(secret.values()).containsEntry("events", "one");
    text = "{\"events\": \"two\"}";
    now = Instant.EPOCH.plus(Duration.ofMinutes(5)).minusMillis(1);
    assertThat(secret.values()).containsEntry("events", "one");
    assertThat(asked).isEqualTo(1);

    now = Instant.EPOCH.plus(Duration.ofMinutes(5));
    assertThat(secret.values()).containsEntry("events", "two");
  }

  /** A slip of the pen must not close the forms. */
  @Test
  void whatCannotBeReadAgainIsUsedAsItWas() {
    secret.values();
    text = "{\"events\":";
    now = now.plus(Duration.ofMinutes(6));
    assertThat(secret.values()).containsEntry("events", "one");
    text = "{\"events\": \"two\"}";
    now = now.plus(Duration.ofMinutes(6));
    assertThat(secret.values()).containsEntry("events", "two");
  }

  @Test
  void whatCannotBeReadAtFirstFailsTheStart() {
    text = "nothing";
    assertThatThrownBy(secret::values).isInstanceOf(RuntimeException.class);
  }
}
