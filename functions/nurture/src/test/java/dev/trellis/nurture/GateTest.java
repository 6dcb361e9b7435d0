package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Happening.MailBounced;
import dev.trellis.core.event.Happening.MailComplained;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import dev.trellis.nurture.Gate.Verdict;
import org.junit.jupiter.api.Test;

class GateTest {

  private final Scene scene = new Scene();
  private final Optional<Content> strategy = SmallPlaybook.PLAYBOOK.content("strategy");

  @Test
  void opensForWhoeverConsentedAndHasAnAddress() {
    scene.submits();

    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));
  }

  @Test
  void isClosedToWhoeverIsUnknown() {
    assertThat(Gate.ask(portrait(Profile.EMPTY), strategy))
        .isEqualTo(new Verdict.Closed("no consent"));
  }

  @Test
  void isClosedWithoutConsentEvenIfThereWasOneBefore() {
    scene.submits();
    scene.clock.forward(Duration.ofMinutes(1));
    scene.submits(LEAD, ADDRESS, Map.of(), false);

    assertThat(ask()).isEqualTo(new Verdict.Closed("no consent"));
  }

  @Test
  void isClosedAfterAnUnsubscribeFromEverything() {
    scene.submits();
    scene.happens(LEAD, new Unsubscribed("send", null));

    assertThat(ask()).isEqualTo(new Verdict.Closed("unsubscribed"));
  }

  @Test
  void anUnsubscribeFromATopicClosesItForThatTopicOnly() {
    scene.submits();
    scene.happens(LEAD, new Unsubscribed("send", SmallPlaybook.TOPIC));

    assertThat(ask()).isEqualTo(new Verdict.Closed("unsubscribed from topic"));
    assertThat(Gate.ask(portrait(), SmallPlaybook.PLAYBOOK.content("summit-deck")))
        .isEqualTo(new Verdict.Open(ADDRESS));
    assertThat(Gate.ask(portrait(), Optional.empty())).isEqualTo(new Verdict.Open(ADDRESS));
  }

  @Test
  void isClosedAfterAComplaint() {
    scene.submits();
    scene.happens(LEAD, new MailComplained("send"));
    scene.clock.forward(Duration.ofMinutes(1));
    scene.submits(LEAD, "mei@example.com", Map.of(), true);

    assertThat(ask()).isEqualTo(new Verdict.Closed("complaint"));
  }

  @Test
  void isClosedAfterAPermanentBounceUntilThereIsAnotherAddress() {
    scene.submits();
    scene.clock.forward(Duration.ofMinutes(1));
    scene.happens(LEAD, new MailBounced("send", true));
    assertThat(ask()).isEqualTo(new Verdict.Closed("bounced"));

    scene.clock.forward(Duration.ofMinutes(1));
    scene.submits(LEAD, "mei@example.com", Map.of(), true);
    assertThat(ask()).isEqualTo(new Verdict.Open("mei@example.com"));
  }

  @Test
  void aTransientBounceClosesNothing() {
    scene.submits();
    scene.happens(LEAD, new MailBounced("send", false));

    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));
  }

  @Test
  void isClosedIfThereIsNoAddress() {
    scene.submits();
    var known = scene.leads.find(LEAD).orElseThrow().profile();
    var nameless =
        new Profile(
            Profile.EMPTY.identities(),
            Profile.EMPTY.proofs(),
            Profile.EMPTY.claims(),
            known.facts(),
            known.wishes(),
            known.reads(),
            known.sent(),
            known.delivered(),
            known.attended(),
            known.doubts(),
            known.days(),
            known.activity(),
            known.products(),
            known.first(),
            known.last(),
            known.events());

    assertThat(Gate.ask(portrait(nameless), strategy)).isEqualTo(new Verdict.Closed("no address"));
  }

  @Test
  void isClosedToAnAddressThatOnlyServersWithSmtpUtf8Take() {
    scene.submits(LEAD, "中文@xn--55qx5d.cn", Map.of(), true);

    assertThat(ask()).isEqualTo(new Verdict.Closed("needs SMTPUTF8"));
  }

  private Verdict ask() {
    return Gate.ask(portrait(), strategy);
  }

  private Portrait portrait() {
    return portrait(scene.leads.find(LEAD).orElseThrow().profile());
  }

  private Portrait portrait(Profile profile) {
    return Portrait.of(LEAD, profile, SmallPlaybook.PLAYBOOK, scene.clock.instant());
  }
}
