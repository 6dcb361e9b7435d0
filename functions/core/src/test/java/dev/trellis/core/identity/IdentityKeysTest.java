package dev.trellis.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.signing.KeyRing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R17")
class IdentityKeysTest {

  private final IdentityKeys keys =
      new IdentityKeys(KeyRing.of("a secret of thirty-two characters"));

  @Test
  void aKeyHoldsNoPersonalData() {
    var key = keys.of(Identity.parse("email:li.na@example.cn"));

    assertThat(key).startsWith("email#").doesNotContain("li.na").hasSize(6 + 22);
    assertThat(key).isEqualTo(keys.of(Identity.parse("email:li.na@example.cn")));
  }

  @Test
  void anotherInstallationCannotTellWhoseItIs() {
    var mobile = Identity.parse("phone:+8613800138000");

    assertThat(new IdentityKeys(KeyRing.of("another secret of 32 characters..")).of(mobile))
        .isNotEqualTo(keys.of(mobile));
  }

  @Test
  void theSameValueOfAnotherTypeHasAnotherKey() {
    assertThat(keys.of(Identity.parse("openid:o1")))
        .isNotEqualTo(keys.of(Identity.parse("wecom:o1")));
  }
}
