package dev.trellis.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.DefaultPlaybook;
import dev.trellis.console.Samples;
import dev.trellis.console.view.Archive.Told;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Value;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ArchiveTest {

  @Test
  @Tag("R19")
  void everyWordThatWasToldIsKeptWithItsHistoryAndNothingDerivedIs() {
    var later = Samples.form("form2", Samples.T0.plusSeconds(30), java.util.Map.of("title", "CIO"));
    var log =
        List.of(
            form("title", "信息中心主任", "identity", "agent"),
            later,
            call("identity", "customer"),
            search("线索评分"));
    var archive = Archive.of(log);

    assertThat(archive.fields().get("title"))
        .extracting(Told::value)
        .containsExactly("CIO", "信息中心主任");
    assertThat(archive.fields().get("title"))
        .extracting(Told::event)
        .containsExactly("form2", "form");
    assertThat(archive.fields().get("identity"))
        .extracting(Told::value, Told::authority, Told::actor)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("customer", Authority.SALES, "ann"),
            org.assertj.core.groups.Tuple.tuple("agent", Authority.FORM, null));
    assertThat(archive.fields()).doesNotContainKeys("role", "keyword", "submitted.summit-deck");
  }

  @Test
  @Tag("R19")
  void theOrderOfTheLogDoesNotMatter() {
    var random = new Random(19);
    for (int round = 0; round < 100; round++) {
      var log = new java.util.ArrayList<>(Samples.history(random, 20));
      var archive = Archive.of(log);
      Collections.shuffle(log, random);
      assertThat(Archive.of(log)).isEqualTo(archive);
    }
  }

  @Test
  @Tag("R37")
  void acceptingMakesAnSqlWithWhoWhenAndWhyAndReturningUnmakesIt() {
    var accepted = crm("c1", Samples.T0, "accepted", null, null);
    var returned = crm("c2", Samples.T0.plusSeconds(60), "returned", "no-budget", null);
    var received = crm("c3", Samples.T0.plusSeconds(90), "received", null, null);

    assertThat(Archive.of(List.of(received)).sql()).isEmpty();
    assertThat(portrait(received).value("isSQL")).isEqualTo(new Value.Unknown());
    assertThat(Archive.of(List.of(accepted)).sql())
        .contains(new Archive.SqlVerdict(true, "sam", Samples.T0, null, "c1"));
    assertThat(asks(portrait(accepted), "yes")).isTrue();
    var both = Archive.of(List.of(returned, received, accepted));
    assertThat(both.sql())
        .contains(
            new Archive.SqlVerdict(false, "sam", Samples.T0.plusSeconds(60), "no-budget", "c2"));
    assertThat(both.verdicts()).hasSize(2);
    assertThat(asks(portrait(accepted, returned, received), "no")).isTrue();
  }

  @Test
  @Tag("R40")
  void theActorBehindAConfirmedTagIsFoundByItsEvidence() {
    var log = List.of(imported("identity", "agent"), call("identity", "agent"));
    var portrait = portrait(log.getFirst(), log.getLast());
    var evidence =
        portrait.tags().stream()
            .filter(tag -> tag.id().equals("identity:agent"))
            .findFirst()
            .orElseThrow()
            .evidence();

    assertThat(log)
        .filteredOn(e -> evidence.contains(e.id()))
        .singleElement()
        .satisfies(e -> assertThat(Archive.actor(e)).contains("ann"));
  }

  private static boolean asks(Portrait portrait, String word) {
    return new Condition.Leaf("isSQL", new Condition.In(Set.of(word))).holds(portrait);
  }

  private static Portrait portrait(LeadEvent... log) {
    var profile = Profile.EMPTY;
    for (var event : log) {
      profile = profile.with(event);
    }
    return Portrait.of("L1", profile, DefaultPlaybook.PLAYBOOK, Samples.T0.plusSeconds(3600));
  }

  private static LeadEvent form(String... fieldsAndValues) {
    return Samples.form("form", Samples.T0, map(fieldsAndValues));
  }

  private static LeadEvent imported(String... fieldsAndValues) {
    return Samples.event(
        "import", Samples.T0, new Happening.RecordImported("b1", 1, map(fieldsAndValues)));
  }

  private static LeadEvent call(String... fieldsAndValues) {
    return Samples.event(
        "call",
        Samples.T0.plusSeconds(60),
        new Happening.CallRecorded("ann", "reached", map(fieldsAndValues)));
  }

  private static LeadEvent search(String phrase) {
    return Samples.event("search", Samples.T0, new Happening.PageVisited("/", 10, phrase));
  }

  private static LeadEvent crm(String id, Instant at, String status, String reason, String stage) {
    return Samples.event(
        id,
        at,
        new Happening.CrmChanged("stand-in", "h1", status, reason, stage, "sam", new TreeMap<>()));
  }

  private static TreeMap<String, String> map(String... fieldsAndValues) {
    var map = new TreeMap<String, String>();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      map.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
    }
    return map;
  }
}
