package dev.trellis.core.portrait;

import static dev.trellis.core.portrait.Drawing.call;
import static dev.trellis.core.portrait.Drawing.crm;
import static dev.trellis.core.portrait.Drawing.form;
import static dev.trellis.core.portrait.Drawing.imported;
import static dev.trellis.core.portrait.Drawing.search;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.Samples;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Value;
import dev.trellis.core.portrait.Archive.Told;
import dev.trellis.core.profile.Authority;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
    assertThat(Drawing.of(received).value("isSQL")).isEqualTo(Value.UNKNOWN);
    assertThat(Archive.of(List.of(accepted)).sql())
        .contains(new Archive.SqlVerdict(true, "sam", Samples.T0, null, "c1"));
    assertThat(asks(Drawing.of(accepted), "yes")).isTrue();
    var both = Archive.of(List.of(returned, received, accepted));
    assertThat(both.sql())
        .contains(
            new Archive.SqlVerdict(false, "sam", Samples.T0.plusSeconds(60), "no-budget", "c2"));
    assertThat(both.verdicts()).hasSize(2);
    assertThat(asks(Drawing.of(accepted, returned, received), "no")).isTrue();
  }

  @Test
  @Tag("R40")
  void theActorBehindAConfirmedTagIsFoundByItsEvidence() {
    var log = List.of(imported("identity", "agent"), call("identity", "agent"));
    var portrait = Drawing.of(log.getFirst(), log.getLast());
    var evidence = Drawing.tag(portrait, "identity:agent").evidence();

    assertThat(log)
        .filteredOn(e -> evidence.contains(e.id()))
        .singleElement()
        .satisfies(e -> assertThat(Archive.actor(e)).contains("ann"));
  }

  private static boolean asks(Portrait portrait, String word) {
    return new Condition.Leaf("isSQL", new Condition.In(Set.of(word))).holds(portrait);
  }
}
