package dev.trellis.core.portrait;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static dev.trellis.core.portrait.Drawing.call;
import static dev.trellis.core.portrait.Drawing.crm;
import static dev.trellis.core.portrait.Drawing.form;
import static dev.trellis.core.portrait.Drawing.imported;
import static dev.trellis.core.portrait.Drawing.search;
import static dev.trellis.core.portrait.Drawing.tag;
import static dev.trellis.core.portrait.Drawing.tagIds;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.playbook.TagScheme.Layer;
import dev.trellis.core.portrait.Tag.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {

  private static final LeadEvent BOUGHT =
      imported("customer.since", "2025-01-10", "customer.lastOrder", "2026-01-10");

  @ParameterizedTest
  @ValueSource(strings = {"employee", "agent", "media", "customer", "competitor", "individual"})
  @org.junit.jupiter.api.Tag("R40")
  void anIdentityIsProposedUntilSalesConfirmsIt(String identity) {
    var proposed = Drawing.of(imported("identity", identity));
    var own = Drawing.of(form("identity", identity));
    var confirmed = Drawing.of(imported("identity", identity), call("identity", identity));

    assertThat(tag(proposed, "identity:" + identity).status()).isEqualTo(Status.PROPOSED);
    assertThat(tag(own, "identity:" + identity).status()).isEqualTo(Status.PROPOSED);
    assertThat(tag(confirmed, "identity:" + identity).status()).isEqualTo(Status.CONFIRMED);
    assertThat(tag(confirmed, "identity:" + identity).evidence()).containsExactly("call");
  }

  @Test
  @org.junit.jupiter.api.Tag("R41")
  void aChildTagDoesNotExistWithoutItsParent() {
    var orphan = Drawing.of(imported("customer.grade", "vip"));
    var strayed = Drawing.of(imported("customer.grade", "vip", "identity", "agent"));
    var child = Drawing.of(imported("customer.grade", "vip", "identity", "customer"));

    assertThat(tagIds(orphan)).doesNotContain("customer:vip", "identity:customer");
    assertThat(tagIds(strayed)).contains("identity:agent").doesNotContain("customer:vip");
    assertThat(tag(child, "customer:vip").parent()).isEqualTo("identity:customer");
    assertThat(asks(child, "identity:customer"))
        .as("asking for the parent includes its children")
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, status:active",
    "2027-07-09, status:active",
    "2027-07-10, status:ended",
    "2036-01-01, status:ended",
  })
  @org.junit.jupiter.api.Tag("R42")
  @org.junit.jupiter.api.Tag("R43")
  void theClockAloneEndsACustomersStatusAndThereIsOneStatusOnly(String day, String status) {
    // The company's day begins at 16:00 UTC of the day before.
    var now = Instant.parse(day + "T00:00:00Z");
    var portrait = Drawing.at(now, BOUGHT);

    assertThat(tagIds(portrait)).filteredOn(id -> id.startsWith("status:")).containsExactly(status);
  }

  @Test
  @org.junit.jupiter.api.Tag("R42")
  void whoeverNeverBoughtHasThatStatusAndWhoeverWonIsACustomer() {
    var won = Drawing.of(crm("w", Samples.T0, "won", null, null));

    assertThat(tagIds(Drawing.of(search("x")))).contains("status:none");
    assertThat(tagIds(won)).contains("status:active").doesNotContain("status:none");
  }

  @Test
  @org.junit.jupiter.api.Tag("R42")
  @org.junit.jupiter.api.Tag("R69")
  void aPoolThatAsksForATagIsReviewedWhenTheClockMayChangeTheTag() {
    var lifecycle = new Lifecycle(PLAYBOOK);
    var before = Drawing.at(Samples.T0, BOUGHT, form("name", "Li Na"));
    var now = Samples.T0;
    var placement = lifecycle.place(before);
    assertThat(placement.pool()).isNotEqualTo("win-back");

    for (int reviews = 0; placement.reviewAt() != null && reviews < 50; reviews++) {
      assertThat(placement.reviewAt()).isAfter(now);
      now = placement.reviewAt();
      placement = lifecycle.place(Drawing.at(now, BOUGHT, form("name", "Li Na")));
      if (placement.pool().equals("win-back")) {
        break;
      }
    }
    assertThat(placement.pool()).isEqualTo("win-back");
    assertThat(now).isEqualTo(Instant.parse("2027-07-09T16:00:00Z"));
  }

  @Test
  @org.junit.jupiter.api.Tag("R78")
  void aTagCountsReadsAndKeepsFirstAndLastTimeAndEvidence() {
    var later = Samples.T0.plus(Duration.ofDays(2));
    var portrait =
        Drawing.at(
            later,
            form("need", "omni-channel-capture"),
            Samples.read("r1", Samples.T0.plusSeconds(5), "summit-deck"),
            Samples.read("r2", later, "omni-channel-capture-strategy"));

    var tag = tag(portrait, "need:omni-channel-capture");
    assertThat(tag.count()).isEqualTo(2);
    assertThat(tag.first()).isEqualTo(Samples.T0);
    assertThat(tag.last()).isEqualTo(later);
    assertThat(tag.evidence())
        .containsExactly("form", "omni-channel-capture-strategy", "summit-deck");
    assertThat(tag.status()).isEqualTo(Status.CONFIRMED);
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, true"})
  @org.junit.jupiter.api.Tag("R84")
  void aFormIsPreferredOnceItWasReadOftenEnough(int reads, boolean prefers) {
    var events = new LeadEvent[reads];
    for (int i = 0; i < reads; i++) {
      events[i] = Samples.read("r" + i, Samples.T0.plusSeconds(i), "summit-deck");
    }

    assertThat(tagIds(Drawing.of(events)).contains("prefers:slides")).isEqualTo(prefers);
  }

  @Test
  @org.junit.jupiter.api.Tag("R75")
  void aSearchProposesATag() {
    var tag = tag(Drawing.of(search("线索评分")), "need:lead-scoring");

    assertThat(tag.status()).isEqualTo(Status.PROPOSED);
    assertThat(tag.count()).isZero();
    assertThat(tag.evidence()).containsExactly("search");
  }

  @Test
  @org.junit.jupiter.api.Tag("R20")
  void theThreeLayersAreAskedForApartAndEveryValueHasEvidence() {
    var portrait =
        Drawing.of(
            form("need", "lead-scoring", "industry", "finance", "budget", "approved"),
            call("identity", "customer"),
            search("x"),
            Samples.read("r1", Samples.T0.plusSeconds(5), "summit-deck"));

    assertThat(portrait.tags(Layer.INTEREST))
        .extracting(Tag::id)
        .containsExactly("need:lead-scoring", "need:omni-channel-capture");
    assertThat(portrait.tags(Layer.ATTRIBUTE))
        .extracting(Tag::id)
        .containsExactly("budget:ready", "identity:customer", "status:none");
    assertThat(portrait.tags(Layer.ACTIVITY)).extracting(Tag::id).contains("talk:reached");
    assertThat(portrait.tags())
        .filteredOn(t -> !t.id().equals("status:none"))
        .allSatisfy(t -> assertThat(t.evidence()).isNotEmpty());
    assertThat(portrait.activityGrade().orElseThrow().evidence()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, d", "9999, d", "10000, c", "29999, c", "30000, b", "59999, b", "60000, a"})
  @org.junit.jupiter.api.Tag("R20")
  void theGradeFollowsThePoints(long thousandths, String grade) {
    var score =
        Score.of(
            "activity", List.of(Contribution.of("r", new Evidence.Read("c", 1, 0), thousandths)));

    assertThat(ActivityGrade.of(PLAYBOOK.tagScheme().grades(), score).orElseThrow().grade().id())
        .isEqualTo(grade);
  }

  @Test
  @org.junit.jupiter.api.Tag("R20")
  void theGradeIsATagThatSinksByTime() {
    var events = new LeadEvent[] {call(), Samples.scan("s", Samples.T0)};
    var fresh = Drawing.at(Samples.T0, events);
    var old = Drawing.at(Samples.T0.plus(Duration.ofDays(300)), events);

    assertThat(tagIds(fresh)).contains("grade:c");
    assertThat(tagIds(old)).contains("grade:d").doesNotContain("grade:c");
    var sinks =
        new Condition.Leaf("tag", new Condition.In(Set.of("grade:c"))).mayFlipAt(fresh).get();
    assertThat(tagIds(Drawing.at(sinks.minusSeconds(1), events))).contains("grade:c");
    assertThat(tagIds(Drawing.at(sinks, events))).doesNotContain("grade:c");
  }

  private static boolean asks(Portrait portrait, String tag) {
    return new Condition.Leaf("tag", new Condition.In(Set.of(tag))).holds(portrait);
  }
}
