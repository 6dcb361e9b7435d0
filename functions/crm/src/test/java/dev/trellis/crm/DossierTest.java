package dev.trellis.crm;

import static dev.trellis.core.portrait.Tag.Status.CONFIRMED;
import static dev.trellis.crm.Fixtures.NOON;
import static dev.trellis.crm.Fixtures.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.json.Json;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.profile.Profile;
import dev.trellis.crm.Dossier.Bant;
import dev.trellis.crm.Dossier.Reason;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R104")
class DossierTest {

  private static final String CONSOLE = "https://trellis.example/console";

  private final Dossier dossier =
      Dossier.of("h1", "Llin", Fixtures.profile(), PLAYBOOK, CONSOLE, NOON);

  @Test
  void saysWhoItIs() {
    assertThat(dossier.lead()).isEqualTo("Llin");
    assertThat(dossier.handoff()).isEqualTo("h1");
    assertThat(dossier.contact().name()).isEqualTo("Lin Example");
    assertThat(dossier.contact().email()).isEqualTo("lin@example.com");
    assertThat(dossier.contact().phones()).containsExactly("+8613800138000");
    assertThat(dossier.contact().consent()).isEqualTo("yes");
    assertThat(dossier.contact().language()).isEqualTo("en");
    assertThat(dossier.company().name()).isEqualTo("Example Ltd");
    assertThat(dossier.company().more()).isEqualTo(Map.of("size", "500"));
    assertThat(dossier.answers()).isEqualTo(Map.of("question-7", "by phone, please"));
  }

  @Test
  void leadsToThePageOfTheLead() {
    assertThat(dossier.page()).isEqualTo("https://trellis.example/console/leads/Llin");
    assertThat(Json.write(dossier))
        .contains("\"page\":\"https://trellis.example/console/leads/Llin\"");
  }

  @Test
  void saysWhereItCameFrom() {
    var first = dossier.source().first();
    assertThat(first.kind()).isEqualTo("CodeScanned");
    assertThat(first.event()).isEqualTo("summit-2026");
    assertThat(first.eventName())
        .isEqualTo(PLAYBOOK.occasions().get("summit-2026").name().in("zh"));
    assertThat(first.placement()).isEqualTo("closing-slide");
    assertThat(first.code()).isEqualTo("summit-talk");
    assertThat(dossier.source().last().kind()).isEqualTo("ContentRead");
  }

  @Test
  void saysWhatItDidAndRead() {
    assertThat(dossier.touches().count()).isEqualTo(4);
    assertThat(dossier.touches().byKind())
        .isEqualTo(Map.of(Behaviour.SCAN, 1, Behaviour.SUBMIT, 1, Behaviour.READ, 2));
    assertThat(dossier.contents())
        .singleElement()
        .satisfies(c -> assertThat(c.id()).isEqualTo("summit-deck"))
        .satisfies(c -> assertThat(c.count()).isEqualTo(2))
        .satisfies(c -> assertThat(c.seconds()).isEqualTo(90));
    assertThat(dossier.tags())
        .filteredOn(t -> t.id().equals("need:omni-channel-capture"))
        .singleElement()
        .satisfies(t -> assertThat(t.status()).isEqualTo(CONFIRMED));
  }

  @Test
  void givesReasonsThatSumToEachScore() {
    assertThat(dossier.scores()).isNotEmpty();
    for (var score : dossier.scores()) {
      var sum =
          score.reasons().stream().map(Reason::points).reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(sum).as(score.name()).isEqualByComparingTo(score.points());
    }
    assertThat(dossier.scores().getFirst().points()).isEqualByComparingTo("100");
  }

  @Test
  void saysUnknownWhereNobodyTold() {
    assertThat(dossier.bant())
        .isEqualTo(new Bant("unknown", "unknown", "omni-channel-capture", "within-3-months"));
    assertThat(Dossier.of("h1", "Llin", Profile.EMPTY, PLAYBOOK, CONSOLE, NOON).bant())
        .isEqualTo(new Bant("unknown", "unknown", "unknown", "unknown"));
  }

  @Test
  void saysWhereItStandsAndWhy() {
    assertThat(dossier.standing().stage()).isEqualTo("mql");
    assertThat(dossier.standing().pool()).isEqualTo("mql");
    assertThat(dossier.standing().stageName()).isEqualTo("营销认可线索（MQL）");
    assertThat(dossier.standing().because())
        .anyMatch(b -> b.startsWith("阶段「营销认可线索（MQL）」：") && b.contains("采购计划在未来 6 个月之内"));
    assertThat(dossier.standing().missing()).isEmpty();
    assertThat(
            Dossier.of("h1", "Llin", Profile.EMPTY, PLAYBOOK, CONSOLE, NOON).standing().missing())
        .contains("需求已知", "采购计划在未来 6 个月之内");
  }

  @Test
  void speaksTheLanguageOfTheCompanyWhateverTheLeadSpeaks() {
    assertThat(dossier.contact().language()).isEqualTo("en");
    assertThat(dossier.contents().getFirst().title())
        .isEqualTo(PLAYBOOK.content("summit-deck").orElseThrow().title().in("zh"));
    assertThat(dossier.scores().stream().flatMap(s -> s.reasons().stream()).map(Reason::evidence))
        .contains("需求已知", "决策角色是信息化负责人")
        .noneMatch(evidence -> evidence.matches(".* (known|is|in|within) ?.*"));
  }

  @Test
  void isPlainJson() {
    var json = Json.parse(Json.write(dossier));

    assertThat(json)
        .containsKeys(
            "handoff",
            "lead",
            "at",
            "contact",
            "company",
            "source",
            "touches",
            "contents",
            "tags",
            "scores",
            "bant",
            "standing",
            "assigned",
            "answers");
    assertThat(Json.write(dossier)).contains("\"channel\":\"expo\"").contains("\"points\":100.000");
  }
}
