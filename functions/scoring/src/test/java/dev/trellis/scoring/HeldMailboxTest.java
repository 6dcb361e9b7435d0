package dev.trellis.scoring;

import static dev.trellis.scoring.Events.NOON;
import static dev.trellis.scoring.Events.form;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.Joined;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who reads behind a link of a mail has the mailbox that it went to, and nothing else. */
@Tag("R17")
class HeldMailboxTest extends ScoredLeads {

  private static final String STRANGE = "cookie:browser-2";

  @Test
  void inWhateverBrowserItIsReadTheMailboxIsHeldAndAnothersBrowserIsNotTheLeads() {
    var lead = born(form("e1", Map.of(), EMAIL, MOBILE));

    score.score(read("e2", lead, EMAIL, STRANGE));

    var profile = find(lead).profile();
    assertThat(profile.proofs()).isEqualTo(Map.of(Identity.parse(EMAIL), Proof.HELD));
    assertThat(profile.identities()).hasToString("[%s, %s]".formatted(EMAIL, MOBILE));
    assertThat(owner(STRANGE)).isNull();
  }

  @Test
  void aLinkProvesNoOtherAddressAndAnOldOrAFollowedOneNone() {
    var lead = born(form("e1", Map.of(), EMAIL));

    score.score(read("e2", lead, OTHER_EMAIL));
    score.score(
        about("e3", lead, new ContentRead("deck", 1, 9, "send-1", NOON.minusSeconds(7200))));
    score.score(about("e4", lead, new MailClicked("send-1", "deck")));

    assertThat(find(lead).profile().proofs()).isEmpty();
    assertThat(find(lead).profile().identities()).hasToString("[" + EMAIL + "]");
  }

  @Test
  void whoeverHasALinkFillsNoLeadByBeingManyBrowsers() {
    for (var mailedAt : List.of(NOON.minusSeconds(60), NOON.minusSeconds(7200))) {
      var lead =
          born(form("e" + mailedAt, Map.of(), "email:" + mailedAt.getEpochSecond() + "@a.cn"));
      read(lead, mailedAt, 0, 40);
      var some = find(lead).profile().toJson().length();

      read(lead, mailedAt, 40, 400);
      var profile = find(lead).profile();
      assertThat(profile.toJson().length()).as("mailed at " + mailedAt).isLessThan(some + 20);
      assertThat(profile.events()).isEqualTo(401);
    }
  }

  private void read(String lead, Instant mailedAt, int from, int to) {
    var deck = new ContentRead("deck", 1, 9, "send-1", mailedAt);
    for (int i = from; i < to; i++) {
      var event = LeadEvent.about(lead, lead + i, NOON.plusSeconds(i), Channel.MAIL, deck);
      score.score(event.naming(List.of(Identity.parse("cookie:made-up-" + i))));
    }
  }

  @Test
  void whoeverIsJoinedHoldsWhatEitherOfThemShows() {
    var lead = born(form("e1", Map.of(), EMAIL));
    var other = born(form("e2", Map.of(), OTHER_EMAIL));
    score.score(about("e3", lead, new Joined("sdr", "asked", other)));

    score.score(read("e4", other, OTHER_EMAIL));

    assertThat(onlyLiving().profile().proofs())
        .isEqualTo(Map.of(Identity.parse(OTHER_EMAIL), Proof.HELD));
  }

  @Test
  void aBrowserFromBeforeThereWereProofsIsHeldOnceItReadsBehindItsOwnLink() {
    var lead = born(form("e1", Map.of(), EMAIL));
    score.score(form("e2", Map.of(), EMAIL, COOKIE));
    assertThat(find(lead).profile().proofs()).isEmpty();
    assertThat(owner(COOKIE)).isEqualTo(lead);

    score.score(about("e3", lead, doubtful()).naming(List.of(Identity.parse(COOKIE))));
    assertThat(find(lead).profile().proofs()).as("it may be a machine").isEmpty();
    score.score(read("e4", lead, EMAIL, COOKIE));

    assertThat(find(lead).profile().proof(Identity.parse(COOKIE))).isEqualTo(Proof.HELD);
  }

  private static ContentRead doubtful() {
    return new ContentRead("deck", 1, 9, "send-1", NOON.minusSeconds(60), mark(EMAIL));
  }

  static LeadEvent read(String id, String lead, String mailedTo, String... browser) {
    var read = new ContentRead("deck", 1, 9, "send-1", twoHoursAgo(), mark(mailedTo));
    var names = List.of(browser).stream().map(Identity::parse).toList();
    return about(id, lead, read).naming(names);
  }

  private static Instant twoHoursAgo() {
    return NOON.minus(Duration.ofHours(2));
  }

  private static String mark(String address) {
    return Identity.parse(address).mark();
  }

  private static LeadEvent about(String id, String lead, Happening happening) {
    return LeadEvent.about(lead, id, NOON, Channel.MAIL, happening);
  }
}
