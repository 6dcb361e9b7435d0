package dev.trellis.scoring;

import static dev.trellis.scoring.Events.NOON;
import static dev.trellis.scoring.Events.form;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.Corrected;
import dev.trellis.core.event.Happening.Joined;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.profile.Claim;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people say behind a link of a mail to their own mailbox. */
@Tag("R17")
@Tag("R24")
class OwnCorrectionTest extends ScoredLeads {

  private static final Map<String, String> WHO =
      Map.of("name", "Lin Mei", "company", "Example Ltd", "mobile", "+8613800138000");

  @Test
  void whoTheyAreIsReplacedAndTheirMailboxIsHeld() {
    var lead = born(form("e1", WHO, EMAIL));

    score.score(corrected(lead, Map.of("name", "Lin Mai", "mobile", "+8613800138001"), true));

    var profile = find(lead).profile();
    assertThat(profile.value(Field.NAME)).contains("Lin Mai");
    assertThat(profile.value(Field.MOBILE)).contains("+8613800138001");
    assertThat(profile.value(Field.COMPANY)).contains("Example Ltd");
    assertThat(profile.proof(Identity.parse(EMAIL))).isEqualTo(Proof.HELD);
  }

  @Test
  void theSameOnlyTypedIsNoMoreThanAClaim() {
    var lead = born(form("e1", WHO, EMAIL));

    score.score(corrected(lead, Map.of("name", "Lin Mai", "mobile", "+8613800138001"), false));

    assertThat(find(lead).profile().value(Field.NAME)).contains("Lin Mei");
    assertThat(find(lead).profile().value(Field.MOBILE)).contains("+8613800138000");
  }

  @Test
  void aNumberFindsAndMergesNobody() {
    var lead = born(form("e1", Map.of(), EMAIL));
    var other = born(form("e2", Map.of(), OTHER_EMAIL, OTHER_MOBILE));

    score.score(corrected(lead, Map.of("mobile", "+8613800138001"), true));

    assertThat(living()).hasSize(2);
    assertThat(owner(OTHER_MOBILE)).isEqualTo(other);
    assertThat(find(lead).profile().identities())
        .containsExactly(Identity.parse(EMAIL))
        .doesNotContain(Identity.parse(OTHER_MOBILE));
    assertThat(find(lead).profile().names().openClaims())
        .extracting(Claim::other)
        .containsExactly(other);
    score.score(corrected(lead, Map.of("mobile", "+8613800138009"), true));
    assertThat(owner("phone:+8613800138009")).as("nobody's either").isNull();
  }

  @Test
  void aNumberThatWasOnlyTypedFirstFindsAndSpeaksForNobodyOnceItIsCorrected() {
    // Whoever knew the address was first, with a number of their own.
    var lead = born(form("e1", WHO, EMAIL, MOBILE));
    assertThat(owner(MOBILE)).isEqualTo(lead);

    score.score(corrected(lead, Map.of("mobile", "+8613800138001"), true));
    var told = new CallRecorded("nobody", "reached", new TreeMap<>(Map.of("consent", "no")));
    var caller = born(Events.event("no", NOON.plusSeconds(9), told, MOBILE).toldBy("x"));

    assertThat(caller).isNotEqualTo(lead).isEqualTo(owner(MOBILE));
    var found = find(lead);
    assertThat(found.profile().permission().isTakenAway()).isFalse();
    assertThat(found.profile().identities(IdentityType.PHONE)).isEmpty();
    assertThat(found.profile().identities()).contains(Identity.parse(MOBILE));
    assertThat(new RebuildProfile(store).rebuild(found)).isEqualTo(found.profile());
    assertThat(Profile.fromJson(found.profile().toJson())).isEqualTo(found.profile());
  }

  @Test
  void whoeverJoinsTheTwoSaysThatTheNumberIsTheirs() {
    var lead = born(form("e1", WHO, EMAIL, MOBILE));
    score.score(corrected(lead, Map.of("mobile", "+8613800138001"), true));
    var other = born(form("e2", Map.of(), MOBILE));

    score.score(
        LeadEvent.about(
            lead, "join", NOON.plusSeconds(5), Channel.SYSTEM, new Joined("ann", null, other)));

    assertThat(born(form("e3", Map.of(), MOBILE))).isEqualTo(onlyLiving().lead());
    assertThat(onlyLiving().profile().names().goesBy(Identity.parse(MOBILE))).isTrue();
    assertThat(new RebuildProfile(store).rebuild(onlyLiving())).isEqualTo(onlyLiving().profile());
  }

  @Test
  void whoClaimsItThenAndWhoGetsItLaterArePossiblyTheSame() {
    var lead = born(form("e1", WHO, EMAIL, MOBILE));
    score.score(corrected(lead, Map.of("mobile", "+8613800138001"), true));
    var claimant = born(form("e2", Map.of(), OTHER_EMAIL));
    score.score(form("e3", Map.of(), OTHER_EMAIL, MOBILE));

    var met = score.score(form("e4", Map.of(), MOBILE));

    assertThat(met.events()).hasSize(2);
    assertThat(met.events()).extracting(LeadEvent::lead).contains(claimant).doesNotContain(lead);
  }

  @Test
  void whatWasSaidBeforeItWasTypedDeniesNothing() {
    var lead = born(form("e1", WHO, EMAIL, MOBILE));
    var right = new TreeMap<>(Map.of("mobile", "+8613800138001"));
    score.score(
        LeadEvent.about(
                lead, "s", NOON.minusSeconds(9), Channel.SYSTEM, new Overridden("sdr", "x", right))
            .vouched());
    assertThat(find(lead).profile().names().goesBy(Identity.parse(MOBILE))).isTrue();
  }

  @Test
  void soDoesOneThatSalesCorrectsUntilSomebodyVouchesForIt() {
    var lead = born(form("e1", WHO, EMAIL, MOBILE));
    var right = new TreeMap<>(Map.of("mobile", "+8613800138001"));
    score.score(
        LeadEvent.about(
                lead,
                "s",
                NOON.plusSeconds(1),
                Channel.SYSTEM,
                new Overridden("sdr", "typo", right))
            .naming(Set.of(Identity.parse(OTHER_MOBILE)))
            .vouched());
    assertThat(born(form("e2", Map.of(), MOBILE))).isNotEqualTo(lead);
    assertThat(owner(OTHER_MOBILE)).isEqualTo(lead);

    var other = born(form("e3", WHO, OTHER_EMAIL, "phone:+8613800138077"));
    score.score(corrected(other, Map.of("mobile", "+8613800138078"), true));
    assertThat(find(other).profile().names().goesBy(Identity.parse("phone:+8613800138077")))
        .isFalse();
    score.score(Events.vouched("row", WHO, OTHER_EMAIL, "phone:+8613800138077"));
    assertThat(find(other).profile().identities(IdentityType.PHONE))
        .containsExactly("+8613800138077");
    assertThat(born(form("e4", Map.of(), "phone:+8613800138077"))).isEqualTo(other);
  }

  private static LeadEvent corrected(String lead, Map<String, String> values, boolean held) {
    var number = values.get("mobile");
    var happening = new Corrected("send-1", new TreeMap<>(values));
    var at = NOON.plusSeconds(1);
    var event =
        LeadEvent.about(lead, "corrected-" + number.substring(1), at, Channel.MAIL, happening)
            .naming(Set.of(Identity.parse(EMAIL), Identity.parse("phone:" + number)));
    if (held) {
      event = event.proving("email", Proof.HELD);
      for (var field : values.keySet()) {
        event = event.proving(field, Proof.HELD);
      }
    }
    return event;
  }
}
