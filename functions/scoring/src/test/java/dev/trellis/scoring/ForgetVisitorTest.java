package dev.trellis.scoring;

import static dev.trellis.scoring.Events.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Crowd;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.VisitorExpired;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.memory.InMemoryLeadRegister;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Visitors who never leave a detail, and what is kept of them. */
@Tag("R17")
class ForgetVisitorTest {

  private static final String BROWSER = "cookie:browser-1";
  private static final Instant LATER = NOON.plus(Duration.ofDays(90));

  private final Room room = new Room();

  @Test
  void nothingIsLeftOfThemButTheCounts() {
    var lead = room.lead(Events.scan("scan-1", BROWSER));
    room.take(Events.event("scan-2", NOON.plusSeconds(60), new CodeScanned(), BROWSER));
    var other = room.lead(Events.scan("scan-3", "cookie:browser-2"));
    room.moveTo(LATER);

    assertThat(forget(lead, NOON.plusSeconds(60)).result()).isEqualTo(Result.ERASED);
    assertThat(forget(lead, NOON.plusSeconds(60)).result()).isEqualTo(Result.ERASED);
    forget(other, NOON);

    assertThat(room.living()).isEmpty();
    assertThat(room.events(lead)).isEmpty();
    assertThat(room.owner(BROWSER)).isNull();
    assertThat(crowds())
        .singleElement()
        .satisfies(crowd -> {
          assertThat(crowd.count()).isEqualTo(3);
          assertThat(crowd.people()).isEqualTo(2);
          assertThat(crowd.happening()).isEqualTo(new CodeScanned());
        });
    assertThat(room.tables.dump()).doesNotContain("browser-1");
  }

  @Test
  void whoeverComesBackLaterIsNew() {
    var lead = room.lead(Events.scan("scan-1", BROWSER));
    room.moveTo(LATER);
    forget(lead, NOON);

    var back = Events.event("scan-2", LATER.plusSeconds(1), new CodeScanned(), BROWSER);
    room.moveTo(LATER.plusSeconds(1));
    assertThat(room.lead(back)).isNotEqualTo(lead);
    assertThat(room.take(Events.scan("scan-1", BROWSER)).result()).isEqualTo(Result.DROPPED);
  }

  @Test
  void whoeverLeftADetailOrCameBackIsKept() {
    var known = room.lead(Events.form("form", Map.of(), "cookie:c", "email:mei@example.cn"));
    var visitor = room.lead(Events.scan("scan-1", BROWSER));
    room.moveTo(LATER);
    room.take(Events.event("scan-2", LATER, new CodeScanned(), BROWSER));

    assertThat(forget(known, NOON).result()).isEqualTo(Result.KEPT);
    assertThat(forget(visitor, NOON).result()).isEqualTo(Result.KEPT);
    assertThat(room.living()).hasSize(2);
    assertThat(crowds()).isEmpty();
  }

  @Test
  void aClickAfterTheLastVisitIsCountedAndKeepsNobody() {
    var lead = room.lead(Events.scan("scan-1", BROWSER));
    var click = new CtaFollowed("subscribe", "page", null, null);
    room.take(Events.event("click-1", NOON.plusSeconds(60), click, BROWSER));
    room.moveTo(LATER);

    assertThat(forget(lead, NOON).result()).isEqualTo(Result.ERASED);
    assertThat(room.living()).isEmpty();
    assertThat(crowds()).extracting(Crowd::count).containsExactly(1L, 1L);
  }

  private Consequences forget(String lead, Instant since) {
    var wish = new VisitorExpired(since);
    return room.take(LeadEvent.about(lead, "forget-" + lead, LATER, Channel.SYSTEM, wish));
  }

  private List<Crowd> crowds() {
    return new InMemoryLeadRegister(room.tables).crowds().toList();
  }
}
