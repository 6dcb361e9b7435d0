package dev.trellis.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Test;

class TokensTest {

  private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
  private final Tokens tokens =
      new Tokens(KeyRing.of("a secret of more than thirty-two characters"), "content");
  private final String token = tokens.sign(NOW.plusSeconds(60), "summit-deck", "L1", "");

  @Test
  void aTokenGivesItsPartsBack() {
    assertThat(tokens.verify(token, NOW)).hasValue(List.of("summit-deck", "L1", ""));
  }

  @Test
  void aTokenHoldsUntilItsSecond() {
    assertThat(tokens.verify(token, NOW.plusSeconds(59))).isPresent();
    assertThat(tokens.verify(token, NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void everyOtherSpellingIsRefused() {
    for (int i = 0; i < token.length(); i++) {
      for (char c : "AZaz09-_.=".toCharArray()) {
        var mutated = token.substring(0, i) + c + token.substring(i + 1);
        if (!mutated.equals(token)) {
          assertThat(tokens.verify(mutated, NOW)).as(mutated).isEmpty();
        }
      }
    }
    for (var foreign : List.of("", ".", "a.b", token + "=", token + token, "x".repeat(10_000))) {
      assertThat(tokens.verify(foreign, NOW)).isEmpty();
    }
    assertThat(tokens.verify(null, NOW)).isEmpty();
  }

  @Test
  void aTokenIsWorthNothingForAnotherPurposeOrSecret() {
    var secret = "a secret of more than thirty-two characters";
    assertThat(new Tokens(KeyRing.of(secret), "unsubscribe").verify(token, NOW)).isEmpty();
    assertThat(new Tokens(KeyRing.of(secret + "x"), "content").verify(token, NOW)).isEmpty();
  }

  @Test
  void theNewestKeySignsAndWhatAnOlderOneSignedHolds() {
    var old = "a secret of more than thirty-two characters";
    var young = "another secret of more than thirty-two characters";
    var both = new Tokens(KeyRing.of(young, old), "content");

    assertThat(both.verify(token, NOW)).isEqualTo(tokens.verify(token, NOW)).isPresent();
    var signed = both.sign(NOW.plusSeconds(60), "b");
    assertThat(new Tokens(KeyRing.of(young), "content").verify(signed, NOW)).isPresent();
    assertThat(tokens.verify(signed, NOW)).isEmpty();
    assertThat(both.digests("x"))
        .containsExactly(new Tokens(KeyRing.of(young), "content").digest("x"), tokens.digest("x"));
  }

  @Test
  void anOlderKeyIsFetchedOnlyByWhoeverComesToIt() {
    var fetched = new AtomicInteger();
    KeyRing older =
        () -> {
          fetched.incrementAndGet();
          return Stream.of("a secret of more than thirty-two characters");
        };
    var both = new Tokens(KeyRing.of("another secret of 32 characters..").before(older), "content");

    assertThat(both.verify(both.sign(NOW.plusSeconds(60), "b"), NOW)).isPresent();
    assertThat(fetched).hasValue(0);
    assertThat(both.verify(token, NOW)).isPresent();
    assertThat(fetched).hasValue(1);
  }
}
