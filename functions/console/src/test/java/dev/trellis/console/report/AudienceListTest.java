package dev.trellis.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.DefaultPlaybook;
import dev.trellis.console.Samples;
import dev.trellis.console.report.AudienceList.Member;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.Audiences.Of;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AudienceListTest {

  private static final Playbook PLAYBOOK = DefaultPlaybook.PLAYBOOK;
  private static final Instant NOW = Samples.T0.plus(Duration.ofDays(10));
  private static final Map<String, String> GUEST =
      Map.of("industry", "finance", "city", "上海", "need", "lead-scoring", "name", "李娜");

  @Test
  @Tag("R50")
  void eachMemberComesWithAReasonAndTheValuesThatMetIt() {
    var list = list("finance-shanghai", Stream.of(person("L1", GUEST), person("L2", Map.of())));

    assertThat(list.members()).extracting(Member::lead).containsExactly("L1");
    var member = list.members().getFirst();
    assertThat(member.name()).isEqualTo("李娜");
    assertThat(member.email()).isEqualTo("l1@example.cn");
    assertThat(member.reason().get("zh"))
        .startsWith("已同意授权，且没有退订邮件，且邮箱已知，且行业是金融服务，且城市是其中之一：")
        .contains("线索评分");
    assertThat(member.reason().get("en"))
        .contains("e-mail is known and industry is Financial services and city is one of")
        .doesNotContain("mobile");
    assertThat(member.met())
        .filteredOn(m -> m.field().equals("need"))
        .singleElement()
        .satisfies(m -> {
          assertThat(m.value()).isEqualTo("lead-scoring");
          assertThat(m.text())
              .containsEntry("zh", "需求：线索评分")
              .containsEntry("en", "need: Lead scoring");
        });
  }

  @Test
  @Tag("R50")
  void theLoadOfEachSalespersonIsCountedAndTheUnownedApart() {
    var owners = new String[] {"wang", "zhao", "wang", null, "wang", null};
    var leads =
        IntStream.range(0, owners.length)
            .mapToObj(i -> {
              var answers = new HashMap<>(GUEST);
              if (owners[i] != null) {
                answers.put("owner", owners[i]);
              }
              return person("L" + i, answers);
            });

    var list = list("finance-shanghai", leads);

    assertThat(list.load()).containsExactly(Map.entry("wang", 3), Map.entry("zhao", 1));
    assertThat(list.unowned()).isEqualTo(2);
    assertThat(list.members()).hasSize(6);
  }

  @Test
  @Tag("R50")
  void whoWantsNoMailGaveNoConsentOrWasMergedIsNotListed() {
    var unsubscribed =
        person("L1", GUEST)
            .profile()
            .with(
                LeadEvent.about(
                    "L1", "u1", NOW, Channel.MAIL, new Happening.Unsubscribed("s1", null)));
    var leads =
        Stream.of(
            stored("L1", unsubscribed),
            stored("L2", profile("L2", GUEST, false)),
            stored("L3", profile("L3", GUEST, true)).absorbedBy(stored("L4", Profile.EMPTY)));

    assertThat(list("finance-shanghai", leads).members()).isEmpty();
  }

  @Test
  @Tag("R50")
  void silenceOfNinetyDaysMakesAReActivation() {
    var lead = person("L1", GUEST);
    var ninetyDays = Samples.T0.plus(Duration.ofDays(90));

    assertThat(list("re-activation", Stream.of(lead), ninetyDays.minusSeconds(1)).members())
        .isEmpty();
    assertThat(list("re-activation", Stream.of(lead), ninetyDays).members()).hasSize(1);
  }

  @Test
  @Tag("R44")
  @Tag("R50")
  void customersWithAProductAndFreshActivityAreUpgraded() {
    var won = person("L1", GUEST).profile().with(won("trellis-basic"));
    var prospect = person("L2", GUEST);
    var bought = stored("L1", won);

    assertThat(list("upgrade", Stream.of(bought, prospect), Samples.T0.plusSeconds(60)).members())
        .extracting(Member::lead)
        .containsExactly("L1");
    assertThat(list("finance-shanghai", Stream.of(bought)).members()).isEmpty();
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
      var lead = stored("L1", randomProfile(random, kind));
      for (var audience : audiences) {
        var members = AudienceList.of(audience, Stream.of(lead), PLAYBOOK, NOW).members();
        if (!members.isEmpty()) {
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

  private static AudienceList list(String audience, Stream<LeadRecord> leads) {
    return list(audience, leads, NOW);
  }

  private static AudienceList list(String audience, Stream<LeadRecord> leads, Instant now) {
    return AudienceList.of(PLAYBOOK.audiences().find(audience).orElseThrow(), leads, PLAYBOOK, now);
  }

  private static LeadRecord person(String lead, Map<String, String> answers) {
    return stored(lead, profile(lead, answers, true));
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

  private static LeadRecord stored(String lead, Profile profile) {
    return LeadRecord.unborn(lead).atVersion(1).withProfile(profile);
  }
}
