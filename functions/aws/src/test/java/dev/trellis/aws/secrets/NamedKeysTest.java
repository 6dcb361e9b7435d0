package dev.trellis.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import org.junit.jupiter.api.Test;

class NamedKeysTest {

  private static final String FIRST = "a".repeat(32);
  private static final String SECOND = "b".repeat(32);

  /** A deployment whose secret holds nothing but today's key goes on with it for all purposes. */
  @Test
  void theOneKeyOfBeforeDoesForEveryPurpose() {
    var json = "{\"signing\": \"%s\"}".formatted(FIRST);
    assertThat(keys(json, "identities", "signing")).containsExactly(FIRST);
    assertThat(keys(json, "suppressions", "signing")).containsExactly(FIRST);
  }

  @Test
  void aListOfItsOwnStandsForIt() {
    var json =
        "{\"signing\": \"%s\", \"identities\": [\"%s\", \"%s\"]}".formatted(FIRST, SECOND, FIRST);
    assertThat(keys(json, "identities", "signing")).containsExactly(SECOND, FIRST);
    assertThat(keys(json, "suppressions", "signing")).containsExactly(FIRST);
  }

  @Test
  void refusesAMissingOrShortKey() {
    for (var json :
        List.of("{}", "{\"links\": []}", "{\"links\": \"%s\"}".formatted("k".repeat(31)))) {
      assertThatThrownBy(() -> keys(json, "links"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("\"links\" must have at least 32 characters");
    }
  }

  private static List<String> keys(String json, String... names) {
    var secret = new CachedSecret(() -> json, InstantSource.fixed(Instant.EPOCH));
    return NamedKeys.started(secret, names).keys().toList();
  }
}
