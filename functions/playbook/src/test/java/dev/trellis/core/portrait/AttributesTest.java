package dev.trellis.core.portrait;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static dev.trellis.core.portrait.Drawing.call;
import static dev.trellis.core.portrait.Drawing.form;
import static dev.trellis.core.portrait.Drawing.imported;
import static dev.trellis.core.portrait.Drawing.search;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Value;
import dev.trellis.core.event.Happening;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.playbook.Fields.Block;
import dev.trellis.core.profile.Authority;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributesTest {

  @Test
  @Tag("R24")
  void theStrongestAuthorityIsShownAndEveryOtherWordIsKept() {
    var portrait =
        Drawing.of(
            call("industry", "finance"),
            form("industry", "retail", "company", "示例科技80"),
            imported("industry", "finance"));

    var conflict = portrait.attributes().conflicts().getFirst();
    assertThat(conflict.field()).isEqualTo("industry");
    assertThat(conflict.shown().value()).isEqualTo("finance");
    assertThat(conflict.shown().source()).isEqualTo(Authority.SALES);
    assertThat(conflict.shown().evidence()).isEqualTo("call");
    assertThat(conflict.others())
        .extracting(Attribute::value, Attribute::source)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("retail", Authority.FORM),
            org.assertj.core.groups.Tuple.tuple("it-services", Authority.INFERRED));
  }

  @Test
  @Tag("R24")
  void whatNobodyOffersYieldsToWhatSomebodyDoes() {
    var portrait =
        Drawing.of(
            call("industry", "金融业务"),
            form("industry", "retail", "need", "lead-scoring"),
            imported("industry", "finance"));

    assertThat(portrait.value("industry")).isEqualTo(new Value.Words(Set.of("retail")));
    assertThat(portrait.value("source.industry")).isEqualTo(new Value.Words(Set.of("form")));
    assertThat(portrait.profile().value("industry")).contains("retail");
    assertThat(portrait.attributes().conflicts())
        .singleElement()
        .satisfies(c ->
            assertThat(c.others()).extracting(Attribute::value).containsExactly("金融业务", "finance"));
  }

  @Test
  @Tag("R24")
  void whatNobodyOffersIsKeptWhileNothingBetterIsTold() {
    var alone = Drawing.of(call("industry", "金融业务"), form("company", "示例"));
    var among = Drawing.of(call("need", "lead-scoring,magic"), form("need", "tag-system"));
    var several = Drawing.of(call("need", "lead-scoring, tag-system"), form("need", "tag-system"));
    var both = Drawing.of(call("industry", "金融业务"), form("industry", "零售业务"));
    var unasked = Drawing.of(call("city", "上海市"), form("city", "北京"));

    assertThat(Drawing.values(alone)).containsEntry("industry", "金融业务");
    assertThat(Drawing.values(among)).containsEntry("need", "tag-system");
    assertThat(Drawing.values(several)).containsEntry("need", "lead-scoring, tag-system");
    assertThat(Drawing.values(both)).containsEntry("industry", "金融业务");
    assertThat(Drawing.values(unasked)).containsEntry("city", "上海市");
  }

  @Test
  @Tag("R24")
  void freeWordsThatADictionaryKnowsAsAWholeCountAsWhatTheyName() {
    var sales = Drawing.of(call("industry", "银行", "need", "线索评分"), form("industry", "retail"));
    var weaker = Drawing.of(imported("industry", "银行"), form("industry", "retail"));
    var both = Drawing.of(call("industry", "软件,银行"), imported("industry", "retail"));
    var half = Drawing.of(call("industry", "软件,银行业务"), imported("industry", "retail"));

    assertThat(Drawing.values(sales)).containsEntry("industry", "finance");
    assertThat(Drawing.values(sales)).containsEntry("need", "lead-scoring");
    assertThat(sales.value("industry")).isEqualTo(new Value.Words(Set.of("finance")));
    assertThat(sales.told().value("industry")).contains("银行");
    assertThat(Drawing.values(weaker)).containsEntry("industry", "retail");
    assertThat(Drawing.values(both)).containsEntry("industry", "it-services,finance");
    assertThat(Drawing.values(half)).containsEntry("industry", "retail");
  }

  @Test
  @Tag("R24")
  void whatOnlySaysLessIsNoConflict() {
    var portrait =
        Drawing.of(
            form("need", "lead-scoring,tag-system", "name", "Li Na "),
            imported("need", "tag-system", "name", "li na"),
            search("线索评分"));

    assertThat(portrait.attributes().conflicts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"精密阀门, 合肥精密阀门有限公司, false", "合肥精密阀门有限公司, 精密阀门股份公司, false", "合肥精密阀门, 苏州精密阀门, true"})
  @Tag("R24")
  void aCompanyWithoutItsPlaceIsNoConflictAndOneElsewhereIs(
      String told, String imported, boolean isConflict) {
    var portrait = Drawing.of(form("company", told), imported("company", imported));

    assertThat(portrait.attributes().conflicts())
        .extracting(Conflict::field)
        .hasSize(isConflict ? 1 : 0);
  }

  @Test
  @Tag("R26")
  @Tag("R23")
  void aTitleSaysRoleDepartmentAndLevelAndAPersonsWordOnThemIsStronger() {
    var inferred = Drawing.of(form("title", "信息中心主任"));
    var told = Drawing.of(form("title", "信息中心主任"), call("role", "procurement"));

    assertThat(Drawing.values(inferred))
        .containsEntry("role", "cio")
        .containsEntry("department", "it")
        .containsEntry("level", "head");
    assertThat(inferred.value("role")).isEqualTo(new Value.Words(Set.of("cio")));
    assertThat(inferred.attributes().shown("role").orElseThrow().note()).contains("信息中心主任");
    assertThat(told.value("role")).isEqualTo(new Value.Words(Set.of("procurement")));
    assertThat(told.attributes().conflicts()).extracting(Conflict::field).containsExactly("role");
  }

  private static final String INDUSTRY =
      "  - id: industry\n    name: { zh: 行业, en: Industry }\n    block: company";

  @Test
  @Tag("R64")
  void asShippedANameThatSpeaksForAnIndustryIsShownAndMovesNobody() {
    var portrait = Drawing.of(form("company", "示例科技99"));

    assertThat(portrait.value("industry")).isEqualTo(new Value.Unknown());
    assertThat(Drawing.values(portrait)).containsEntry("industry", "it-services");
    assertThat(new Lifecycle(PLAYBOOK).place(portrait).pool()).isEqualTo("mil/low");
  }

  @ParameterizedTest
  @CsvSource({"59, UNKNOWN, low", "60, it-services, mid", "100, it-services, mid"})
  @Tag("R63")
  @Tag("R22")
  void anInferredIndustryCountsFromTheConfidenceOfThePlaybook(
      int confidence, String counts, String pool) {
    var playbook = DefaultPlaybook.with("fields.yaml", INDUSTRY, INDUSTRY + "\n    countsFrom: 60");
    var portrait =
        Drawing.with(playbook, Samples.T0.plusSeconds(3600), form("company", "示例科技" + confidence));

    assertThat(portrait.value("industry"))
        .isEqualTo(
            counts.equals("UNKNOWN") ? new Value.Unknown() : new Value.Words(Set.of(counts)));
    assertThat(new Lifecycle(playbook).place(portrait).pool()).isEqualTo("mil/" + pool);
    assertThat(portrait.value("shown.industry"))
        .as("shown anyway")
        .isEqualTo(new Value.Words(Set.of("it-services")));
    assertThat(portrait.attributes().shown("industry").orElseThrow().confidencePercent())
        .isEqualTo(confidence);
  }

  @Test
  @Tag("R59")
  @Tag("R62")
  void aNeedThatWasOnlySearchedForIsShownAndMakesNoMql() {
    var known = List.of("industry", "manufacturing", "plan", "within-3-months");
    var searched = Drawing.of(form(known.toArray(String[]::new)), search("线索评分"));
    var told =
        Drawing.of(
            form("industry", "manufacturing", "plan", "within-3-months", "need", "lead-scoring"));
    var lifecycle = new Lifecycle(PLAYBOOK);

    assertThat(Drawing.values(searched)).containsEntry("need", "lead-scoring");
    assertThat(lifecycle.place(searched).pool()).isEqualTo("mil/mid");
    assertThat(lifecycle.place(searched).missingForMql())
        .containsExactly(leaf("need", new Condition.Known(true)));
    assertThat(lifecycle.place(told).stage()).isEqualTo("mql");
  }

  @Test
  @Tag("R34")
  void conditionsCanAskWhoSaysSoAndHowSureItIs() {
    var searched = Drawing.of(search("线索评分"));
    var told = Drawing.of(form("need", "lead-scoring"));
    var byAPerson = leaf("source.need", new Condition.In(Set.of("form", "sales")));
    var atAll = leaf("shown.need", new Condition.Known(true));

    assertThat(byAPerson.holds(searched)).isFalse();
    assertThat(byAPerson.holds(told)).isTrue();
    assertThat(atAll.holds(searched)).isTrue();
    assertThat(leaf("confidence.need", new Condition.AtLeast(50)).holds(searched)).isTrue();
    assertThat(leaf("confidence.need", new Condition.AtLeast(51)).holds(searched)).isFalse();
  }

  @Test
  @Tag("R34")
  @Tag("R35")
  void whatTheFollowerDidIsCountedAndWhatTheyToldIsKept() {
    var day = Duration.ofDays(1);
    var portrait =
        Drawing.at(
            Samples.T0.plus(Duration.ofDays(100)),
            imported("sex", "female", "age", "41", "city", "上海", "productInterest", "data"),
            search("线索评分"),
            Samples.event("v2", Samples.T0.plus(day), new Happening.PageVisited("/p", 5, null)),
            Samples.read("r1", Samples.T0.plus(day), "summit-deck"),
            Samples.event("f", Samples.T0, new Happening.ChannelFollowed("trellis", "s")),
            Samples.event(
                "f2", Samples.T0.plus(day), new Happening.ChannelFollowed("trellis", "s")),
            call());

    assertThat(Drawing.values(portrait))
        .containsEntry("sex", "female")
        .containsEntry("age", "41")
        .containsEntry("city", "上海")
        .containsEntry("productInterest", "data")
        .containsEntry("keyword", "线索评分")
        .containsEntry("visits", "2")
        .containsEntry("views", "1")
        .containsEntry("contacts", "1")
        .containsEntry("follows", "2")
        .containsEntry("followed", "2026-11-20");
    assertThat(leaf("visits", new Condition.AtLeast(2)).holds(portrait)).isTrue();
    assertThat(leaf("visits", new Condition.AtLeast(3)).holds(portrait)).isFalse();
    assertThat(leaf("contacts", new Condition.AtLeast(1)).holds(portrait)).isTrue();
    assertThat(leaf("age", new Condition.AtLeast(41)).holds(portrait)).isTrue();
    assertThat(leaf("followed", new Condition.OlderThan(Period.ofDays(100))).holds(portrait))
        .isTrue();
    assertThat(leaf("followed", new Condition.OlderThan(Period.ofDays(101))).holds(portrait))
        .isFalse();
    assertThat(leaf("city", new Condition.In(Set.of("上海"))).holds(portrait)).isTrue();
  }

  @Test
  @Tag("R25")
  void eachOfTheFourBlocksSaysHowCompleteItIs() {
    var empty = Drawing.of();
    var filled =
        Drawing.of(
            form("company", "Example", "industry", "finance", "name", "Li Na"),
            search("x"),
            search("y"));

    assertThat(empty.blocks())
        .extracting(BlockView::block, BlockView::completenessPercent)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Block.CONTACT, 0),
            org.assertj.core.groups.Tuple.tuple(Block.COMPANY, 0),
            org.assertj.core.groups.Tuple.tuple(Block.LEAD, 0),
            org.assertj.core.groups.Tuple.tuple(Block.OPPORTUNITY, 0));
    var company = filled.blocks().get(Block.COMPANY.ordinal());
    assertThat(company.completenessPercent()).isEqualTo(200 / company.fields().size());
    assertThat(company.fields().get("industry").orElseThrow().value()).isEqualTo("finance");
    assertThat(company.fields().get("identity")).isEmpty();
  }

  @Test
  @Tag("R22")
  void sizeAndPurchasePathOfTheCompanyAreKnownWithTheirSource() {
    var portrait = Drawing.of(imported("company-size", "1000-4999", "purchase-path", "tender"));

    assertThat(portrait.attributes().shown("company-size").orElseThrow().source())
        .isEqualTo(Authority.IMPORT);
    assertThat(leaf("purchase-path", new Condition.In(Set.of("tender"))).holds(portrait)).isTrue();
  }

  private static Condition leaf(String field, Condition.Test test) {
    return new Condition.Leaf(field, test);
  }
}
