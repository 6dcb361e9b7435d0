package dev.trellis.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.signing.ContentLinks.Link;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R6")
class ContentLinksTest {

  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final Instant END = NOW.plusSeconds(60);

  private static final Link LINK = new Link("L1", "deck", "send-1", "zh", NOW.minusSeconds(30));

  private final ContentLinks links =
      new ContentLinks(KeyRing.of("0123456789abcdef0123456789abcdef"));
  private final String token = links.make(LINK, END);

  @Test
  void readsWhatItMade() {
    assertThat(links.read(token, NOW)).contains(LINK);
    assertThat(links.read(links.make(new Link("L1", "deck", null, "en", null), END), NOW))
        .contains(new Link("L1", "deck", "", "en", null));
  }

  @Test
  void aLinkFromBeforeItToldWhenItWasMailedStillHolds() {
    var older = new Tokens(KeyRing.of("0123456789abcdef0123456789abcdef"), "content");

    assertThat(links.read(older.sign(END, "deck", "L1", "send-1", "zh"), NOW))
        .contains(new Link("L1", "deck", "send-1", "zh", null));
  }

  @Test
  void whenItWasMailedTakesTenCharactersAtMost() {
    var older = links.make(new Link("L1", "deck", "send-1", "zh", null), END);

    assertThat(token.length() - older.length()).isBetween(8, 10);
  }

  @Test
  void whereItWasMailedIsReadByNobodyElseAndTakesTwelveCharacters() {
    var mailed = new Link("L1", "deck", "send-1", "zh", NOW, "aB3-xY_z");
    var other = new Link("L1", "deck", "send-2", "zh", NOW, "aB3-xY_z");

    for (var link : List.of(mailed, other)) {
      var made = links.make(link, END);
      assertThat(links.read(made, NOW)).contains(link);
      assertThat(made.length() - token.length()).isEqualTo(12);
      assertThat(lastPart(made)).hasSize(8).isNotEqualTo("aB3-xY_z");
    }
    assertThat(lastPart(links.make(mailed, END))).isNotEqualTo(lastPart(links.make(other, END)));
  }

  private static String lastPart(String token) {
    var body = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
    return new String(body, StandardCharsets.US_ASCII).replaceFirst("(?s).*\n", "");
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
    var other = new Tokens(KeyRing.of("0123456789abcdef0123456789abcdef"), "nonce");
    assertThat(links.read(other.sign(END, "deck", "L1", "", "zh"), NOW)).isEmpty();
  }
}
