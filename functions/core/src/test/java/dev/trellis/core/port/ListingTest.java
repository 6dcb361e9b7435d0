package dev.trellis.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.port.Listing.Chunk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {

  private static final List<String> DOWN = List.of("d", "c", "b", "a");

  private static Listing<String> down() {
    return new Listing<>(
        entry -> entry,
        true,
        List.of(place ->
            new Chunk<>(
                DOWN.stream().filter(e -> place == null || e.compareTo(place) < 0).toList(),
                false)));
  }

  @Test
  void aPageGoesOnBehindTheOneBeforeOrBeginsAtAnEntry() {
    var first = down().page(null, 2, _ -> true);
    assertThat(first.entries()).containsExactly("d", "c");
    assertThat(down().page(first.next(), 2, _ -> true).entries()).containsExactly("b", "a");
    assertThat(down().page(Listing.at("c"), 2, _ -> true).entries()).containsExactly("c", "b");
    assertThat(down().page(Listing.after("c"), 9, _ -> true).entries()).containsExactly("b", "a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "a.b", "=", "Yg==", "\u00e4"})
  void whatNoPageEndedWithIsRefused(String after) {
    assertThatThrownBy(() -> down().page(after, 2, _ -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no page ended there");
  }
}
