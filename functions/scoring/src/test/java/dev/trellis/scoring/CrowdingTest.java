package dev.trellis.scoring;

import static dev.trellis.scoring.Events.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Crowd;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.playbook.Strangers;
import dev.trellis.memory.InMemoryLeadRegister;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A burst of scans or clicks of one network. */
@Tag("R5")
class CrowdingTest {

  private static final int SEATS = Strangers.DEFAULT.scans();

  private final Room room = new Room();

  @Test
  void fiveThousandScansOfOneNetworkAreAFewLeadsAndTheTrueCount() {
    for (int i = 0; i < 5000; i++) {
      var consequences = scan("scan-" + i, "browser-" + i, "network", "talk", NOON);
      if (consequences.result() == Result.COUNTED) {
        assertThat(consequences.updates()).isEmpty();
        assertThat(consequences.signals()).isEmpty();
      }
    }

    assertThat(room.living()).hasSize(SEATS);
    assertThat(crowds())
        .singleElement()
        .satisfies(crowd -> assertThat(crowd.count()).isEqualTo(5000 - SEATS));
  }

  @Test
  void toldAgainNothingIsCountedTwice() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < SEATS + 5; i++) {
        scan("scan-" + i, "browser-" + i, "network", "talk", NOON);
      }
    }

    assertThat(room.living()).hasSize(SEATS);
    assertThat(crowds()).extracting(Crowd::count).containsExactly(5L);
  }

  @Test
  void norIsAScanOnASharedDeviceThatNobodyIsKnownBy() {
    var kiosk = event("kiosk", "kiosk", "network", "talk", NOON, new CodeScanned());
    var shared =
        new LeadEvent(
            LeadEvent.VERSION,
            kiosk.id(),
            NOON,
            Channel.EXPO,
            null,
            kiosk.identities(),
            true,
            kiosk.origin(),
            kiosk.happening());
    assertThat(room.take(shared).result()).isEqualTo(Result.APPENDED);
    for (int i = 0; i < SEATS; i++) {
      scan("scan-" + i, "browser-" + i, "network", "talk", NOON);
    }
    assertThat(crowds()).extracting(Crowd::count).containsExactly(1L);
    room.take(shared);

    assertThat(room.living()).hasSize(SEATS);
    assertThat(crowds()).extracting(Crowd::count).containsExactly(1L);
  }

  @Test
  void eachNetworkCodeLinkAndHourHasAFewLeads() {
    for (int i = 0; i <= SEATS; i++) {
      scan("a" + i, "a" + i, "network", "talk", NOON);
      scan("b" + i, "b" + i, "another", "talk", NOON);
      scan("c" + i, "c" + i, "network", "booth", NOON);
      scan("d" + i, "d" + i, "network", "talk", NOON.minus(Duration.ofHours(1)));
      var click = new CtaFollowed("subscribe", null, null, null);
      room.take(event("e" + i, "e" + i, "network", null, NOON, click));
    }

    assertThat(room.living()).hasSize(5 * SEATS);
    assertThat(crowds()).hasSize(5).allMatch(crowd -> crowd.count() == 1);
  }

  @Test
  void whoeverWeKnowIsNoCrowd() {
    scan("first", "regular", "network", "talk", NOON);
    for (int i = 0; i < 2 * SEATS; i++) {
      scan("scan-" + i, "browser-" + i, "network", "talk", NOON);
    }
    var regular = room.owner("cookie:regular");
    assertThat(scan("again", "regular", "network", "talk", NOON).result())
        .isEqualTo(Result.APPENDED);
    assertThat(room.events(regular)).containsExactly("first", "again");
    assertThat(scan("nowhere", "else", null, "talk", NOON).result()).isEqualTo(Result.APPENDED);
  }

  @Test
  void whoeverOfACrowdLeavesADetailIsALead() {
    for (int i = 0; i <= SEATS; i++) {
      scan("scan-" + i, "browser-" + i, "network", "talk", NOON);
    }
    var counted = "cookie:browser-" + SEATS;
    assertThat(room.owner(counted)).isNull();
    var lead = room.lead(Events.form("form", Map.of(), counted, "email:mei@example.cn"));
    assertThat(room.owner(counted)).isEqualTo(lead);
  }

  private Consequences scan(String id, String browser, String network, String code, Instant at) {
    return room.take(event(id, browser, network, code, at, new CodeScanned()));
  }

  private static LeadEvent event(
      String id, String browser, String network, String code, Instant at, Happening happening) {
    var names = new TreeSet<>(List.of(Identity.parse("cookie:" + browser)));
    var origin = new Origin(code, "summit", "slide", "deck").from(network);
    return LeadEvent.of(id, at, Channel.EXPO, names, origin, happening);
  }

  private List<Crowd> crowds() {
    return new InMemoryLeadRegister(room.tables).crowds().toList();
  }
}
