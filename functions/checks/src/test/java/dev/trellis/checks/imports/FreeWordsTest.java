package dev.trellis.checks.imports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.portrait.Portrait;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What files and the CRM say in words that no field offers, in whatever order it arrives. */
@Tag("R24")
class FreeWordsTest {

  private final LeadEvent offered = event(1, row("need", "lead-scoring", "industry", "retail"));

  @Test
  void aLaterRowOfWordsThatNobodyOffersReplacesNoneThatAreOffered() {
    var free = event(2, row("need", "robots", "industry", "金融业务"));

    for (var events : List.of(List.of(offered, free), List.of(free, offered))) {
      assertThat(industryAndNeed(events)).containsExactly("retail", "lead-scoring");
    }
    assertThat(industryAndNeed(List.of(free))).containsExactly("金融业务", "robots");
  }

  @Test
  void whatTheCrmWritesInWordsThatADictionaryKnowsOutranksAFile() {
    var free = event(2, crm("need", "线索打分", "industry", "银行"));
    var unknown = event(3, crm("need", "robots", "industry", "金融业务"));

    for (var events : List.of(List.of(offered, free, unknown), List.of(unknown, free, offered))) {
      assertThat(industryAndNeed(events)).containsExactly("finance", "lead-scoring");
    }
  }

  private static List<String> industryAndNeed(List<LeadEvent> events) {
    var town = new Town();
    town.handle(events);
    assertThat(town.leads()).hasSize(1);
    var lead = town.leads().getFirst();
    var portrait = Portrait.of(lead.lead(), lead.profile(), Town.PLAYBOOK, Town.NOW);
    return List.of(
        portrait.profile().value("industry").orElseThrow(),
        portrait.profile().value("need").orElseThrow());
  }

  private static LeadEvent event(int number, Happening happening) {
    return LeadEvent.of(
            "e" + number,
            Town.NOW.minusSeconds(99 - number),
            Channel.IMPORT,
            new TreeSet<>(List.of(Identity.parse("email:li.na@example.cn"))),
            Origin.NONE,
            happening)
        .vouched();
  }

  private static Happening row(String... values) {
    return new RecordImported("list", 1, map(values));
  }

  private static Happening crm(String... values) {
    return new CrmChanged("stand-in", null, "accepted", null, null, "sam", map(values));
  }

  private static TreeMap<String, String> map(String... values) {
    return new TreeMap<>(Map.of(values[0], values[1], values[2], values[3]));
  }
}
