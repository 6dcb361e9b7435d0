package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.DataAsked;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.Happening.Wanted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Strangers;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.portrait.Portrait;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What mails to people may cost who have not shown that they read them. */
@Tag("R6")
@Tag("R90")
class BudgetTest {

  private static final int MAILBOX = Strangers.DEFAULT.mailbox();
  private static final int NETWORK = Strangers.DEFAULT.network();

  private final Scene scene = new Scene();

  private int asked;

  @Test
  void fortySpellingsOfOneMailboxGetNoMoreThanItsBudgetAndAllOfItIsWrittenDown() {
    var became = new int[2];
    for (int i = 0; i < 40; i++) {
      var entry = isMailed("L" + i, "Mei.Lin+" + i + "@gmail.com", "attacker");
      became[entry.state() == State.SENT ? 0 : 1]++;
      assertThat(entry.reason()).isIn(null, "over-budget");
      assertThat(scene.tables.mails("L" + i)).contains(entry);
    }

    assertThat(became).containsExactly(MAILBOX, 40 - MAILBOX);
    scene.clock.forward(Duration.ofDays(1));
    assertThat(isMailed("L41", "m.eilin@googlemail.com", "attacker").state()).isEqualTo(State.SENT);
  }

  @Test
  void whatOneNetworkAsksForKeepsNoOtherFromItsFirstMail() {
    for (int i = 0; i < 40; i++) {
      isMailed("L" + i, "mei.lin+" + i + "@example.cn", "attacker");
    }
    assertThat(isMailed(LEAD, ADDRESS, "home", "summit-deck").state()).isEqualTo(State.SENT);
    assertThat(isMailed(LEAD, ADDRESS, "home", "strategy").state()).isEqualTo(State.SENT);
    assertThat(isMailed(LEAD, ADDRESS, "attacker", "solution").reason()).isEqualTo("over-budget");
  }

  @Test
  void theVeryAddressAskedForAThousandTimesLeavesItsOwnerTheFirstMail() {
    scene.submits(LEAD, ADDRESS, Map.of(), true, "home");
    for (int i = 0; i < 1000; i++) {
      isMailed(LEAD, ADDRESS, "attacker");
    }
    assertThat(scene.mailer.asked().size()).isLessThanOrEqualTo(MAILBOX);
    assertThat(isMailed(LEAD, ADDRESS, "home").state()).isEqualTo(State.SENT);
    assertThat(send(LEAD, "content", "solution").state()).as("our own idea").isEqualTo(State.SENT);
  }

  @Test
  void aNetworkAsksForSoManyMailsAnHour() {
    for (int i = 0; i < NETWORK; i++) {
      assertThat(isMailed("L" + i, "a" + i + "@example.cn", "attacker").state())
          .isEqualTo(State.SENT);
    }
    assertThat(isMailed("M1", "b1@example.cn", "attacker").reason()).isEqualTo("over-budget");
    assertThat(isMailed("M2", "b2@example.cn", "home").state()).isEqualTo(State.SENT);
    scene.clock.forward(Duration.ofHours(1));
    assertThat(isMailed("M3", "b3@example.cn", "attacker").state()).isEqualTo(State.SENT);
  }

  @Test
  void whoHasShownToReadIsNotCounted() {
    isMailed(LEAD, ADDRESS, "home");
    scene.clock.forward(Duration.ofDays(1));
    scene.reads(LEAD, ADDRESS);
    for (int i = 0; i < 40; i++) {
      isMailed("L" + i, "mei.lin+" + i + "@example.cn", "attacker");
    }

    for (var content : List.of("summit-deck", "strategy", "solution")) {
      assertThat(send(LEAD, "content", content).state()).isEqualTo(State.SENT);
    }
  }

  @Test
  void whoPressedAButtonBehindALinkIsNotCountedThereAndOnlyThere() {
    scene.submits();
    var pressed =
        LeadEvent.about(
                LEAD,
                "pressed",
                scene.clock.instant(),
                Channel.MAIL,
                new DataAsked("send-0", Wanted.EXPORT))
            .naming(Set.of(Identity.parse("email:" + ADDRESS)));
    assertThat(isCounted(ADDRESS, pressed)).isTrue();
    var held = pressed.proving("email", Proof.HELD);
    assertThat(isCounted(ADDRESS, held)).isFalse();
    assertThat(isCounted("other@example.cn", held)).isTrue();
  }

  private boolean isCounted(String address, LeadEvent event) {
    var profile = scene.leads.find(LEAD).orElseThrow().profile().with(event);
    var portrait = Portrait.of(LEAD, profile, SmallPlaybook.PLAYBOOK, scene.clock.instant());
    var due =
        new MailDue(
            "send-1", LEAD, "j", "1", "content", "strategy", null, null, scene.clock.instant());
    return new Budget(Strangers.DEFAULT, scene.keys)
        .draw(due, Kind.NURTURE, address, portrait)
        .isPresent();
  }

  @Test
  void aReadShowsNothingAboutAnAddressThatWasTypedAfterIt() {
    scene.submits();
    scene.clock.forward(Duration.ofDays(1));
    scene.reads(LEAD, ADDRESS);
    scene.clock.forward(Duration.ofMinutes(1));
    int sent = 0;
    for (int i = 0; i < 40; i++) {
      var entry = isMailed(LEAD, "victim+" + i + "@example.cn", "attacker");
      sent += entry.state() == State.SENT ? 1 : 0;
    }
    assertThat(sent).isEqualTo(MAILBOX);
  }

  @Test
  void whoSaidNoIsAskedTwiceAtMostWhoeverTypesTheirAddress() {
    scene.submits(LEAD, ADDRESS, Map.of(), true, "home");
    scene.reads(LEAD, ADDRESS);
    scene.clock.forward(Duration.ofMinutes(1));
    scene.happens(LEAD, new Unsubscribed("send-0", null));
    for (int day = 0; day < 10; day++) {
      scene.clock.forward(Duration.ofDays(1));
      scene.submits(LEAD, ADDRESS, Map.of(), true, "network-" + day);
      var asked = send(LEAD, "confirm", null);
      assertThat(asked.state()).isEqualTo(day < 2 ? State.SENT : State.SKIPPED);
      assertThat(asked.reason()).isEqualTo(day < 2 ? null : "over-budget");
    }
  }

  private Entry isMailed(String lead, String address, String network) {
    return isMailed(lead, address, network, "summit-deck");
  }

  /** Somebody asks for a content, and it is due. */
  private Entry isMailed(String lead, String address, String network, String content) {
    scene.clock.forward(Duration.ofSeconds(1));
    scene.submits(lead, address, Map.of(), true, network);
    return send(lead, "deck-delivery", content);
  }

  private Entry send(String lead, String mail, String content) {
    var due =
        new MailDue(
            "send-" + ++asked,
            lead,
            "summit-deck",
            "1",
            mail,
            content,
            null,
            null,
            scene.clock.instant());
    return scene.dispatchMail().dispatch(due, false);
  }
}
