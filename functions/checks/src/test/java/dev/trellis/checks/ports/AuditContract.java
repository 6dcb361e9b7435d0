package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.Audit;
import dev.trellis.core.port.Audit.Deed;
import org.junit.jupiter.api.Test;

/** What may be expected of any {@link Audit}. */
abstract class AuditContract {

  private static final Instant NOON = Sample.NOON;
  private static final Instant LATE = NOON.plus(Duration.ofHours(13)); // another day in UTC

  private final Audit audit = ports().audit();
  private final String mei = "mei-" + Ids.random();

  abstract Ports ports();

  private Deed noted(String actor, Instant at) {
    var deed = Deed.now(at, actor, "sales", "POST /leads/{id}/notes", "L1", 202);
    audit.note(deed);
    return deed;
  }

  @Test
  void listsTheLatestFirstOverTheEndOfADay() {
    var first = noted(mei, NOON);
    var last = noted(mei, LATE);
    var page = audit.page(NOON, LATE.plusMillis(1), null, null, 500);
    assertThat(page.entries()).containsSubsequence(last, first);
    assertThat(audit.page(NOON, LATE, null, null, 500).entries())
        .contains(first)
        .doesNotContain(last);
    assertThat(audit.page(NOON.plusMillis(1), LATE, null, null, 500).entries())
        .doesNotContain(first, last);
  }

  @Test
  void listsTheDeedsOfOneWithoutThoseOfOthers() {
    var old = noted(mei, NOON.minus(Duration.ofDays(300)));
    noted("li-" + Ids.random(), NOON);
    var late = noted(mei, LATE);
    assertThat(audit.page(Instant.EPOCH, LATE.plusSeconds(1), mei, null, 9).entries())
        .containsExactly(late, old);
    assertThat(audit.page(NOON, LATE, mei, null, 9).entries()).isEmpty();
  }

  @Test
  void aPageGoesOnWhereTheOneBeforeEnded() {
    var deeds = IntStream.range(0, 5).mapToObj(i -> noted(mei, NOON.plusSeconds(i))).toList();
    var found = new ArrayList<Deed>();
    String after = null;
    do {
      var page = audit.page(Instant.EPOCH, LATE, mei, after, 2);
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(2);
      found.addAll(page.entries());
      after = page.next();
    } while (after != null);
    assertThat(found).isEqualTo(deeds.reversed());
  }

  @Test
  void aDeedAboutNobodyIsReadAsItWasWritten() {
    var deed = Deed.now(NOON, mei, "operator", "ops redrive", null, 500);
    audit.note(deed);
    assertThat(audit.page(NOON, LATE, mei, null, 9).entries()).containsExactly(deed);
  }
}
