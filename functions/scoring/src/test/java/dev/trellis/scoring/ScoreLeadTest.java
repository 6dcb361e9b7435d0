package dev.trellis.scoring;

import static dev.trellis.scoring.Events.NOON;
import static dev.trellis.scoring.Events.crm;
import static dev.trellis.scoring.Events.form;
import static dev.trellis.scoring.Events.formWithReceipt;
import static dev.trellis.scoring.Events.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.profile.Claim;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScoreLeadTest extends ScoredLeads {

  @Test
  @Tag("R18")
  void aPersonNobodyKnewBecomesALead() {
    var consequences = score.score(scan("e1", COOKIE));

    var lead = onlyLiving();
    assertThat(lead.profile().identities()).containsExactly(Identity.parse(COOKIE));
    assertThat(tables.events(lead.lead())).extracting(LeadEvent::id).containsExactly("e1");
    assertThat(consequences.updates())
        .containsExactly(new ProfileUpdated(lead.lead(), 1, "e1", NOON));
    assertThat(consequences.signals()).isEmpty();
  }

  @Test
  void thatAMailArrivedIsStoredAndNobodyIsPlacedForIt() {
    var lead = born(scan("e1", COOKIE));

    assertThat(score.score(delivery(lead, "e2", "m1")).updates()).isEmpty();
    assertThat(find(lead).profile().delivered()).hasSize(1);
    assertThat(score.score(delivery(lead, "e2", "m1")).updates()).isEmpty();
  }

  @Test
  @Tag("R18")
  void aHundredFirstSubmissionsAtOnceAreOnePerson() throws Exception {
    try (var threads = Executors.newFixedThreadPool(20)) {
      var deliveries =
          IntStream.range(0, 100)
              .mapToObj(
                  i -> (Callable<Consequences>) () -> delivered(form("e" + i, Map.of(), EMAIL)))
              .toList();
      for (var delivery : threads.invokeAll(deliveries)) {
        delivery.get();
      }
    }
    assertThat(tables.leads()).hasSize(1);
    assertThat(onlyLiving().profile().events()).isEqualTo(100);
  }

  @Test
  void aScanAndThenAFormFromTheSameBrowserAreOneLead() {
    score.score(scan("e1", COOKIE));
    score.score(form("e2", Map.of("company", "Example Ltd"), COOKIE, EMAIL));

    assertThat(onlyLiving().profile().events()).isEqualTo(2);
    assertThat(onlyLiving().profile().value("company")).contains("Example Ltd");
  }

  @Test
  @Tag("R17")
  void aSecondPersonAtTheSameBrowserIsAnotherLead() {
    score.score(form("e1", Map.of(), COOKIE, EMAIL, MOBILE));
    score.score(form("e2", Map.of(), COOKIE, OTHER_EMAIL, OTHER_MOBILE));

    assertThat(living()).hasSize(2);
    assertThat(owner(COOKIE)).isEqualTo(owner(EMAIL)).isNotEqualTo(owner(OTHER_EMAIL));
  }

  @Test
  @Tag("R17")
  void theSameMobileWithAnotherAddressIsAnotherLeadThatMayBeTheSame() {
    score.score(form("e1", Map.of("name", "Lin Mei"), "cookie:phone-1", EMAIL, MOBILE));
    var told =
        score.score(form("e2", Map.of("name", "lin mei"), "cookie:phone-2", OTHER_EMAIL, MOBILE));
    told.events().forEach(score::score);

    assertThat(living()).hasSize(2);
    assertThat(owner(MOBILE)).isEqualTo(owner(EMAIL)).isNotEqualTo(owner(OTHER_EMAIL));
    assertThat(find(owner(OTHER_EMAIL)).profile().names().openClaims())
        .extracting(Claim::other)
        .containsExactly(owner(EMAIL));
    assertThat(find(owner(EMAIL)).profile().names().openClaims())
        .extracting(Claim::other)
        .containsExactly(owner(OTHER_EMAIL));
  }

  @Test
  @Tag("R17")
  void anAddressThatSalesTellsIsTheLeadsUnlessItIsSomebodyElses() {
    var lead = born(form("e1", Map.of(), EMAIL, MOBILE));
    score.score(form("e2", Map.of(), OTHER_EMAIL));
    var told = List.of(Identity.parse(OTHER_EMAIL), Identity.parse(OTHER_MOBILE));

    score.score(crm("e3", lead, NOON, "received").naming(told).vouched());

    assertThat(living()).hasSize(2);
    assertThat(owner(OTHER_EMAIL)).isNotEqualTo(lead);
    assertThat(owner(OTHER_MOBILE)).isEqualTo(lead);
    assertThat(find(lead).profile().identities())
        .contains(Identity.parse(EMAIL), Identity.parse(OTHER_MOBILE))
        .doesNotContain(Identity.parse(OTHER_EMAIL));
  }

  @Test
  void theSameEventTwiceIsStoredOnceAndToldTwice() {
    var event = form("e1", Map.of(), EMAIL);
    var first = score.score(event);
    var second = score.score(event);

    assertThat(first.result()).isEqualTo(Result.APPENDED);
    assertThat(second.result()).isEqualTo(Result.DUPLICATE);
    assertThat(second.updates()).isEqualTo(first.updates());
    assertThat(second.signals()).isEqualTo(first.signals()).isNotEmpty();
    assertThat(onlyLiving().profile().events()).isEqualTo(1);
  }

  @Test
  void anEventWithoutAnyNameToBeFoundByIsStoredOnceAsWell() {
    var kiosk =
        new LeadEvent(
            1,
            "e1",
            NOON,
            Channel.EXPO,
            null,
            scan("x", COOKIE).identities(),
            true,
            null,
            scan("x", COOKIE).happening());
    score.score(kiosk);
    score.score(kiosk);

    assertThat(tables.leads()).hasSize(1);
    assertThat(store.owners(kiosk.identities())).isEmpty();
  }

  @Test
  void aReplayedFormPageStoresNothingAndTellsNobody() {
    score.score(formWithReceipt("e1", "page-1", EMAIL));
    var replay = score.score(formWithReceipt("e2", "page-1", EMAIL));

    assertThat(replay).isEqualTo(Consequences.none(Result.RECEIPT_USED));
    assertThat(onlyLiving().profile().events()).isEqualTo(1);
  }

  @Test
  void journeysHearOfSubmissionsAndReads() {
    var lead = score.score(form("e1", Map.of(), EMAIL)).updates().getFirst().lead();
    var read =
        score.score(
            LeadEvent.about(lead, "e2", NOON, Channel.MAIL, new ContentRead("deck", 1, 30, null)));

    assertThat(read.signals()).containsExactly(new JourneySignal(lead, Reason.READ, NOON));
    assertThat(score.score(form("e1", Map.of(), EMAIL)).signals())
        .containsExactly(new JourneySignal(lead, Reason.SUBMITTED, NOON));
  }

  @Test
  @Tag("R94")
  void journeysHearOfADeliveryThatAReadInDoubtWaitsFor() {
    var lead = score.score(form("e1", Map.of(), EMAIL)).updates().getFirst().lead();
    assertThat(score.score(delivery(lead, "e2", "send-1")).signals()).isEmpty();
    var read = new ContentRead("deck", 1, 30, "send-2", NOON.minusSeconds(9));
    score.score(LeadEvent.about(lead, "e3", NOON, Channel.MAIL, read));

    assertThat(score.score(delivery(lead, "e4", "send-2")).signals())
        .containsExactly(new JourneySignal(lead, Reason.READ, NOON));
  }

  @Test
  @Tag("R82")
  void journeysHearThatSomebodyStayedWhoOnlyHadOpenedAPage() {
    var lead = score.score(form("e1", Map.of(), EMAIL)).updates().getFirst().lead();
    var mailed = NOON.minusSeconds(7200);
    var opened = new ContentRead("deck", 1, 0, "send-1", mailed);
    score.score(LeadEvent.about(lead, "e2", NOON, Channel.MAIL, opened));
    var left = new PageVisited("content/deck", 9, null, "send-1", mailed);
    var glanced = new PageVisited("content/deck", 1, null, "send-1", mailed);

    assertThat(score.score(LeadEvent.about(lead, "e3", NOON, Channel.MAIL, glanced)).signals())
        .isEmpty();
    assertThat(score.score(LeadEvent.about(lead, "e4", NOON, Channel.MAIL, left)).signals())
        .containsExactly(new JourneySignal(lead, Reason.READ, NOON));
  }

  @Test
  void anEventOfALeadThatDoesNotExistFails() {
    assertThatThrownBy(() -> score.score(crm("e1", "Lnobody", NOON, "accepted")))
        .isInstanceOf(LeadNotFoundException.class)
        .hasMessageContaining("Lnobody");
    assertThat(tables.leads()).isEmpty();
  }

  @Test
  @Tag("R60")
  void theCrmsLastWordCountsInWhateverOrderItArrives() {
    var lead = born(scan("e1", EMAIL));
    score.score(crm("e2", lead, NOON.plusSeconds(60), "returned"));
    score.score(crm("e3", lead, NOON.plusSeconds(30), "accepted"));

    assertThat(onlyLiving().profile().value(Field.CRM_STATUS)).contains("returned");
  }

  @Test
  @Tag("R60")
  void thatTheRecordArrivedNeverOverrulesAVerdict() {
    var lead = born(scan("e1", EMAIL));
    score.score(crm("e2", lead, NOON, "accepted"));
    score.score(crm("e3", lead, NOON.plusSeconds(60), "received"));

    assertThat(onlyLiving().profile().value(Field.CRM_STATUS)).contains("accepted");
  }

  @Test
  void theRecordOfASecondCrmIdBelongsToTheLeadThatTheEventNames() {
    var lead = born(scan("e1", EMAIL));
    var received = crm("e2", lead, NOON, "received");
    score.score(
        new LeadEvent(
                1,
                received.id(),
                NOON,
                Channel.CRM,
                lead,
                scan("x", "crm:stand-in/42").identities(),
                false,
                null,
                received.happening())
            .vouched());

    assertThat(owner("crm:stand-in/42")).isEqualTo(lead);
  }

  @Test
  void theProfileIsTheFoldOfTheLogWhateverWasLeftOut() {
    score.score(form("e1", Map.of(), COOKIE, EMAIL));
    var second = form("e2", Map.of(), COOKIE, OTHER_EMAIL);
    var lead = born(second);

    assertThat(find(lead).profile()).isEqualTo(Profile.EMPTY.with(second));
  }
}
