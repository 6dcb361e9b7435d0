package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.Quarantine;
import dev.trellis.core.port.Quarantine.Refused;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What may be expected of any {@link Quarantine}. */
abstract class QuarantineContract {

  private final Quarantine quarantine = ports().quarantine();

  abstract Ports ports();

  @Test
  void keepsAMessageExactlyAsItCame() {
    var body = "{ \"id\": \"" + Ids.random() + "\", \"name\": \"李雷 🌱\" }" + " ".repeat(900);
    var refused = Refused.now(body, "unknown kind", Sample.NOON);
    quarantine.put(refused);

    assertThat(quarantine.find(refused.id())).contains(refused);
    assertThat(quarantine.list()).contains(refused);
  }

  @Test
  void keepsAFieldOfAMegabyte() {
    var body = "{\"id\":\"" + Ids.random() + "\",\"x\":\"" + "长".repeat(330_000) + "\"}";
    var refused = Refused.now(body, "a value of more than 2000 characters", Sample.NOON);
    quarantine.put(refused);

    assertThat(quarantine.find(refused.id())).contains(refused);
  }

  @Test
  void listsTheOldestFirst() {
    var later = refused(60);
    var earlier = refused(0);
    quarantine.put(later);
    quarantine.put(earlier);

    assertThat(quarantine.list()).containsSubsequence(earlier, later);
  }

  @Test
  void pagesHoldEachMessageOnceTheOldestFirst() {
    var messages = IntStream.range(0, 7).mapToObj(QuarantineContract::refused).toList();
    messages.reversed().forEach(quarantine::put);
    quarantine.remove(messages.get(3));
    var found = new ArrayList<Refused>();
    String after = null;
    do {
      var page = quarantine.page(after, 2);
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(2);
      found.addAll(page.entries());
      after = page.next();
    } while (after != null);
    var left = new ArrayList<>(messages);
    left.remove(3);
    assertThat(found).containsSubsequence(left).doesNotHaveDuplicates();
    assertThat(found).doesNotContain(messages.get(3));
  }

  @Test
  void theSameMessageReplacesItself() {
    var body = "{\"id\":\"" + Ids.random() + "\"}";
    quarantine.put(Refused.now(body, "one", Sample.NOON));
    var again = Refused.now(body, "two", Sample.NOON);
    quarantine.put(again);

    assertThat(quarantine.list()).filteredOn(r -> r.body().equals(body)).containsExactly(again);
  }

  @Test
  void letsAMessageGoOnceUnlessItWasRefusedAgain() {
    var first = refused(0);
    quarantine.put(first);
    var second = Refused.now(first.body(), first.reason(), first.at());
    quarantine.put(second);

    assertThat(quarantine.remove(first)).isFalse();
    assertThat(quarantine.find(first.id())).contains(second);
    assertThat(quarantine.remove(second)).isTrue();
    assertThat(quarantine.find(first.id())).isEmpty();
    assertThat(quarantine.remove(second)).isTrue();
  }

  @Test
  void nobodyFindsWhatIsOlderThanThirtyDays() {
    int days = 30 * 24 * 3600;
    var over = refused(-days);
    var last = refused(1 - days);
    quarantine.put(over);
    quarantine.put(last);

    assertThat(quarantine.find(over.id())).isEmpty();
    assertThat(quarantine.find(last.id())).contains(last);
    assertThat(quarantine.list()).contains(last).doesNotContain(over);
    assertThat(quarantine.replay(over.id(), _ -> {})).isFalse();
  }

  @Test
  void whatIsEmptiedIsNotSentAgain() {
    var body = Refused.emptied(Map.of("id", Ids.random()));
    var emptied = Refused.now(body, "erased", Sample.NOON);
    quarantine.put(emptied);

    assertThat(quarantine.replay(emptied.id(), _ -> fail("sent"))).isFalse();
    assertThat(quarantine.find(emptied.id())).contains(emptied);
  }

  private static Refused refused(int seconds) {
    return Refused.now(
        "{\"id\":\"" + Ids.random() + "\"}", "version", Sample.NOON.plusSeconds(seconds));
  }
}
