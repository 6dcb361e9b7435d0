package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ConsentConfirmed;
import dev.trellis.core.event.Happening.MailBounced;
import dev.trellis.core.event.Happening.MailComplained;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.Happening.PreferencesChosen;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Field;
import dev.trellis.nurture.Gate.Verdict;
import org.junit.jupiter.api.Test;

/** A bounce or a complaint is about the address that it names, not about the person. */
class MailboxStateTest {

  private static final String TYPO = "mei.lin@exmaple.cn";

  private final Scene scene = new Scene();

  @Test
  void aLateBounceOfACorrectedTypoClosesTheTypoAlone() {
    types(TYPO);
    types(ADDRESS);
    bounces(TYPO, true);

    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));
  }

  @Test
  void aBouncedAddressTypedAgainDoesNotHideOneThatWorks() {
    types(TYPO);
    bounces(TYPO, true);
    assertThat(ask()).isEqualTo(new Verdict.Closed("bounced"));
    types(ADDRESS);
    types(TYPO);

    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));
  }

  @Test
  void whoCorrectedAnAddressIsNotWrittenToAtTheWrongOneWhenTheRightOneBounces() {
    types("somebody.else@example.cn");
    types(ADDRESS);
    bounces(ADDRESS, true);

    assertThat(ask()).isEqualTo(new Verdict.Closed("bounced"));
  }

  @Test
  void norIfTheyTypeTheRightOneAgain() {
    types("somebody.else@example.cn");
    types(ADDRESS);
    bounces(ADDRESS, true);
    types(ADDRESS);

    assertThat(ask()).isEqualTo(new Verdict.Closed("bounced"));
  }

  @Test
  void aComplaintIsNotAnsweredAtAnotherAddress() {
    types("mei@example.com");
    holds("mei@example.com");
    types(ADDRESS);
    happens(new MailComplained("send", ADDRESS));

    assertThat(ask()).isEqualTo(new Verdict.Closed("complaint"));
  }

  @Test
  void aBounceIsFollowedToAnAddressThatIsShownToBeTheirs() {
    types("mei@example.com");
    holds("mei@example.com");
    types(ADDRESS);
    bounces(ADDRESS, true);

    assertThat(ask()).isEqualTo(new Verdict.Open("mei@example.com"));
  }

  @Test
  void anAddressThatAPersonReleasedIsOpenUntilItBouncesAgain() {
    types(ADDRESS);
    bounces(ADDRESS, true);
    releases(ADDRESS);
    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));

    bounces(ADDRESS, true);
    assertThat(ask()).isEqualTo(new Verdict.Closed("bounced"));
  }

  @Test
  void nobodyReleasesAnAddressFromWhichSomebodyComplained() {
    types(ADDRESS);
    happens(new MailComplained("send", ADDRESS));
    releases(ADDRESS);

    assertThat(ask()).isEqualTo(new Verdict.Closed("complaint"));
  }

  @Test
  void aComplaintClosesItsAddressForGoodAndNoOther() {
    types(ADDRESS);
    happens(new MailComplained("send", "Mei.Lin@Example.cn"));
    types(ADDRESS);
    bounces(ADDRESS, true);
    assertThat(ask()).isEqualTo(new Verdict.Closed("complaint"));
    types("mei@example.com");

    assertThat(ask()).isEqualTo(new Verdict.Open("mei@example.com"));
  }

  @Test
  void threeSoftBouncesInAFortnightCloseAnAddress() {
    types(ADDRESS);
    bounces(ADDRESS, false);
    bounces(ADDRESS, false);
    bounces(TYPO, false);
    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));
    bounces(ADDRESS, false);
    assertThat(ask()).isEqualTo(new Verdict.Closed("soft bounces"));

    scene.clock.forward(Duration.ofDays(90));
    assertThat(ask()).isEqualTo(new Verdict.Closed("soft bounces"));
  }

  @Test
  void theThirdOneAFortnightAfterTheFirstIsTooLate() {
    types(ADDRESS);
    bounces(ADDRESS, false);
    scene.clock.forward(Duration.ofDays(14).minusMinutes(2));
    bounces(ADDRESS, false);
    bounces(ADDRESS, false);
    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));

    scene.clock.forward(Duration.ofDays(14).minusMinutes(3));
    bounces(ADDRESS, false);
    assertThat(ask()).isEqualTo(new Verdict.Closed("soft bounces"));
  }

  @Test
  void aFormWithTheAddressReopensIt() {
    closesSoftly();
    types(ADDRESS);
    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));

    bounces(ADDRESS, false);
    bounces(ADDRESS, false);
    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));
  }

  @Test
  void aPreferenceReopensIt() {
    closesSoftly();
    happens(new PreferencesChosen("send", new TreeMap<>(), "monthly"));

    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));
  }

  @Test
  void aConfirmedAddressIsReopened() {
    closesSoftly();
    happens(new ConsentConfirmed("send", ADDRESS));

    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));
  }

  @Test
  void conditionsAskForTheMailboxThatMailGoesTo() {
    types(TYPO);
    bounces(TYPO, true);
    assertThat(portrait().value("mailbox").toString()).contains("permanent");
    types(ADDRESS);

    assertThat(portrait().value("mailbox").toString()).doesNotContain("permanent");
  }

  private void closesSoftly() {
    types(ADDRESS);
    for (int i = 0; i < 3; i++) {
      bounces(ADDRESS, false);
    }
    assertThat(ask()).isEqualTo(new Verdict.Closed("soft bounces"));
  }

  private void types(String address) {
    scene.clock.forward(Duration.ofMinutes(1));
    scene.submits(LEAD, address, Map.of(), true);
  }

  private void holds(String address) {
    scene.clock.forward(Duration.ofMinutes(1));
    scene.reads(LEAD, address);
  }

  private void bounces(String address, boolean permanent) {
    happens(new MailBounced("send", permanent, address));
  }

  private void releases(String address) {
    var open = new TreeMap<>(Map.of(Field.mailbox(address), "open"));
    happens(new Overridden("mei@example.com", "works-again", open));
  }

  private void happens(Happening happening) {
    scene.clock.forward(Duration.ofMinutes(1));
    scene.happens(LEAD, happening);
  }

  private Verdict ask() {
    return Gate.ask(portrait(), Optional.empty());
  }

  private Portrait portrait() {
    var profile = scene.leads.find(LEAD).orElseThrow().profile();
    return Portrait.of(LEAD, profile, SmallPlaybook.PLAYBOOK, scene.clock.instant());
  }
}
