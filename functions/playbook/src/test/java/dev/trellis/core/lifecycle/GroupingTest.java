package dev.trellis.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.Audiences.Of;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GroupingTest {

  private static final Playbook PLAYBOOK = DefaultPlaybook.PLAYBOOK;
  private static final Instant NOW = Samples.T0.plus(Duration.ofDays(10));
  private static final Grouping GROUPING = new Grouping(PLAYBOOK.audiences().all());
  private static final Map<String, String> GUEST =
      Map.of("industry", "finance", "city", "上海", "need", "lead-scoring", "name", "李娜");

  @Test
  @Tag("R50")
  void aMemberComesWithThePartOfTheConditionAndTheValuesThatMetIt() {
    var member = member("finance-shanghai", profile("L1", GUEST, true)).orElseThrow();

    assertThat(member.since()).isEqualTo(NOW);
    assertThat(member.because().toString())
        .startsWith("consent is yes and not subscription is no and (email known) and industry is")
        .doesNotContain("mobile");
    assertThat(member.met())
        .containsEntry("need", "lead-scoring")
        .containsEntry("city", "上海")
        .doesNotContainKey("subscription");
    assertThat(member("finance-shanghai", profile("L2", Map.of(), true))).isEmpty();
  }

  @Test
  @Tag("R50")
  void aStayGoesOnWhereTheLeadOrElseWhoeverItAbsorbedWasInTheGroup() {
    var own = inGroups(Map.of("finance-shanghai", NOW.minusSeconds(5)));
    var first = inGroups(Map.of("finance-shanghai", NOW.minusSeconds(9)));
    var second = inGroups(Map.of("finance-shanghai", NOW.minusSeconds(7), "upgrade", NOW));

    assertThat(since(Optional.of(own), List.of(first))).isEqualTo(NOW.minusSeconds(5));
    assertThat(since(Optional.of(inGroups(Map.of())), List.of(second, first)))
        .isEqualTo(NOW.minusSeconds(9));
    assertThat(since(Optional.empty(), List.of())).isEqualTo(NOW);
  }

  private static Instant since(Optional<Position> before, List<Position> absorbed) {
    var portrait = Portrait.of("L1", profile("L1", GUEST, true), PLAYBOOK, NOW);
    var members = GROUPING.of(portrait, new Lifecycle(PLAYBOOK).place(portrait), before, absorbed);
    assertThat(members).containsOnlyKeys("finance-shanghai");
    return members.get("finance-shanghai").since();
  }

  private static Position inGroups(Map<String, Instant> groups) {
    var placement = new Placement("mil", "mil/low", List.of(), List.of(), null);
    return Position.of(placement, new TreeMap<>(), 1).in(new TreeMap<>(groups));
  }

  @Test
  @Tag("R50")
  void whoWantsNoMailOrGaveNoConsentIsNoMember() {
    var unsubscribed =
        profile("L1", GUEST, true)
            .with(
                LeadEvent.about(
                    "L1", "u1", NOW, Channel.MAIL, new Happening.Unsubscribed("s1", null)));

    assertThat(member("finance-shanghai", unsubscribed)).isEmpty();
    assertThat(member("finance-shanghai", profile("L2", GUEST, false))).isEmpty();
  }

  @Test
  @Tag("R50")
  void silenceOfNinetyDaysMakesAReActivation() {
    var lead = profile("L1", GUEST, true);
    var ninetyDays = Samples.T0.plus(Duration.ofDays(90));

    assertThat(member("re-activation", lead, ninetyDays.minusSeconds(1))).isEmpty();
    assertThat(member("re-activation", lead, ninetyDays)).isPresent();
  }

  @Test
  @Tag("R44")
  @Tag("R50")
  void customersWithAProductAndFreshActivityAreUpgraded() {
    var won = profile("L1", GUEST, true).with(won("trellis-basic"));

    assertThat(member("upgrade", won, Samples.T0.plusSeconds(60))).isPresent();
    assertThat(member("upgrade", profile("L2", GUEST, true), Samples.T0.plusSeconds(60))).isEmpty();
    assertThat(member("finance-shanghai", won)).isEmpty();
  }

  @Test
  @Tag("R51")
  void aPartnerNeverAppearsInAnAudienceOfProspectsNorStaffOrACompetitorInAny() {
    var random = new Random(51);
    var everybody =
        List.of(
            new Audience(
                "all-prospects", PLAYBOOK.company().name(), Of.PROSPECTS, Condition.always()),
            new Audience(
                "all-partners", PLAYBOOK.company().name(), Of.PARTNERS, Condition.always()),
            new Audience(
                "all-customers", PLAYBOOK.company().name(), Of.CUSTOMERS, Condition.always()));
    var audiences = new ArrayList<>(everybody);
    audiences.addAll(PLAYBOOK.audiences().all());
    var kinds =
        new String[] {
          "agent", "partner", "employee", "competitor", "Agent ", "media", "customer", ""
        };
    var listed = new TreeMap<String, Integer>();
    for (int round = 0; round < 300; round++) {
      var kind = kinds[random.nextInt(kinds.length)];
      var members = members(new Grouping(audiences), randomProfile(random, kind), NOW);
      for (var audience : audiences) {
        if (members.containsKey(audience.id())) {
          listed.merge(audience.of() + " " + kind.strip().toLowerCase(), 1, Integer::sum);
        }
      }
    }
    assertThat(listed.keySet())
        .doesNotContain("PROSPECTS agent", "PROSPECTS partner")
        .doesNotContain("CUSTOMERS agent", "CUSTOMERS partner")
        .noneMatch(k -> k.endsWith("employee") || k.endsWith("competitor"))
        .contains("PARTNERS agent", "PARTNERS partner", "PROSPECTS ", "CUSTOMERS ");
  }

  @Test
  @Tag("R50")
  @Tag("R69")
  void noMembershipChangesBeforeTheReview() {
    var random = new Random(50);
    int changed = 0;
    for (int round = 0; round < 600; round++) {
      var profile = randomProfile(random, "");
      var at = Samples.T0.plus(Duration.ofHours(random.nextInt(24 * 300)));
      var portrait = Portrait.of("L1", profile, PLAYBOOK, at);
      var placement = new Lifecycle(PLAYBOOK).place(portrait);
      var groups = members(GROUPING, profile, at).keySet();
      var review =
          GROUPING.reviewAt(portrait, placement).map(placement::reviewedBy).orElse(placement);
      var until = review.reviewAt() == null ? at.plus(Duration.ofDays(4_000)) : review.reviewAt();

      assertThat(until).isAfter(at);
      assertThat(members(GROUPING, profile, until.minusSeconds(1)).keySet())
          .as("round %s", round)
          .isEqualTo(groups);
      changed += members(GROUPING, profile, until).keySet().equals(groups) ? 0 : 1;
    }
    assertThat(changed).as("members that time made or unmade").isGreaterThan(20);
  }

  private static Profile randomProfile(Random random, String identity) {
    var profile = Profile.EMPTY;
    for (var event : Samples.history(random, random.nextInt(10))) {
      profile = profile.with(event);
    }
    var answers = new HashMap<>(GUEST);
    answers.keySet().removeIf(_ -> random.nextInt(4) == 0);
    if (!identity.isEmpty()) {
      answers.put("identity", identity);
    }
    profile = profile.join(profile("L1", answers, random.nextInt(4) > 0));
    return random.nextInt(3) == 0 ? profile.with(won("trellis-basic")) : profile;
  }

  private static LeadEvent won(String product) {
    var values = new TreeMap<>(Map.of("products", product));
    return LeadEvent.about(
        "L1",
        "won",
        Samples.T0.plus(Duration.ofDays(60)),
        Channel.CRM,
        new Happening.CrmChanged("stand-in", "h1", "won", null, null, "sam", values));
  }

  private static Optional<Membership> member(String group, Profile profile) {
    return member(group, profile, NOW);
  }

  private static Optional<Membership> member(String group, Profile profile, Instant now) {
    return Optional.ofNullable(members(GROUPING, profile, now).get(group));
  }

  private static SortedMap<String, Membership> members(
      Grouping grouping, Profile profile, Instant now) {
    var portrait = Portrait.of("L1", profile, PLAYBOOK, now);
    var placement = new Lifecycle(PLAYBOOK).place(portrait);
    return grouping.of(portrait, placement, Optional.empty(), List.of());
  }

  private static Profile profile(String lead, Map<String, String> answers, boolean consent) {
    return Profile.EMPTY.with(
        LeadEvent.of(
            "form-" + lead,
            Samples.T0,
            Channel.WEB,
            new TreeSet<>(List.of(Identity.parse("email:" + lead.toLowerCase() + "@example.cn"))),
            Origin.NONE,
            new Happening.FormSubmitted(
                "summit-deck", new TreeMap<>(answers), consent, "zh", "r" + lead)));
  }
}
