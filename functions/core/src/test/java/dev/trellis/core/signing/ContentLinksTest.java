package dev.trellis.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.signing.ContentLinks.Link;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R6")
class ContentLinksTest {

  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final Instant END = NOW.plusSeconds(60);

  private final ContentLinks links = new ContentLinks("0123456789abcdef0123456789abcdef");
  private final String token = links.make("L1", "deck", "send-1", "zh", END);

  @Test
  void readsWhatItMade() {
    assertThat(links.read(token, NOW)).contains(new Link("L1", "deck", "send-1", "zh"));
    assertThat(links.read(links.make("L1", "deck", null, "en", END), NOW))
        .contains(new Link("L1", "deck", "", "en"));
  }

  @Test
  void aLinkHoldsUntilItsLastSecond() {
    assertThat(links.read(token, END.minusSeconds(1))).isPresent();
    assertThat(links.isExpired(token, END.minusSeconds(1))).isFalse();
    assertThat(links.read(token, END)).isEmpty();
    assertThat(links.isExpired(token, END)).isTrue();
  }

  @Test
  void everyChangedBitIsRefusedAndIsNotCalledExpired() {
    for (int i = 0; i < token.length(); i++) {
      for (int bit = 0; bit < 7; bit++) {
        var bytes = token.toCharArray();
        bytes[i] ^= (char) (1 << bit);
        var changed = new String(bytes);
        assertThat(links.read(changed, NOW)).as(changed).isEmpty();
        assertThat(links.isExpired(changed, END)).as(changed).isFalse();
      }
    }
  }

  @Test
  void aTokenForAnotherPurposeIsNoLink() {
    var other = new Tokens("0123456789abcdef0123456789abcdef", "nonce");
    assertThat(links.read(other.sign(END, "deck", "L1", "", "zh"), NOW)).isEmpty();
  }
}
