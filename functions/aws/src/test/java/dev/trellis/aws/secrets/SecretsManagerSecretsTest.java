package dev.trellis.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretsManagerSecretsTest {

  private static final String KEY = "k".repeat(32);

  @Test
  void knowsTheSigningKeyAndEachPartner() {
    var secrets =
        SecretsManagerSecrets.parse(
            "{\"signing\": \"%s\", \"crm.stand-in\": \"whsec_a whsec_b\"}".formatted(KEY));
    assertThat(secrets.signing()).isEqualTo(KEY);
    assertThat(secrets.webhook("crm.stand-in")).contains("whsec_a whsec_b");
    assertThat(secrets.webhook("crm.other")).isEmpty();
  }

  @Test
  void neverGivesTheSigningKeyToAPartner() {
    var secrets = SecretsManagerSecrets.parse("{\"signing\": \"%s\"}".formatted(KEY));
    assertThat(secrets.webhook("signing")).isEmpty();
  }

  @Test
  void refusesAMissingOrShortSigningKey() {
    for (var json : new String[] {"{}", "{\"signing\": \"%s\"}".formatted("k".repeat(31))}) {
      assertThatThrownBy(() -> SecretsManagerSecrets.parse(json))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("at least 32 characters");
    }
  }
}
