package dev.trellis.console.view;

import module java.base;

import dev.trellis.console.visit.Visit;
import dev.trellis.core.json.Json.Inline;

/**
 * What waits for whoever comes in.
 *
 * @param waits for a person's decision
 * @param calls leads of theirs that are to be called by today
 * @param hot leads that are hot now, as far as one page of the list looks
 * @param mine leads whom they own
 * @param pools how many are in each pool and those below it, in the order of the playbook
 */
public record Today(
    @Inline Who who,
    Waits waits,
    LeadList calls,
    LeadList hot,
    LeadList mine,
    SequencedMap<String, Long> pools) {

  private static final String SHOWN = "8";

  /**
   * Who is signed in.
   *
   * @param csrf what each of their forms brings
   */
  public record Who(String name, String role, String csrf) {
    static Who of(Visit visit) {
      return new Who(
          visit.actor(), visit.member().role().name().toLowerCase(Locale.ROOT), visit.token());
    }
  }

  /** The same for programs. */
  public record View(
      @Inline Who who,
      Waits waits,
      List<LeadList.Line> calls,
      List<LeadList.Line> hot,
      List<LeadList.Line> mine,
      SequencedMap<String, Long> pools) {}

  public View view() {
    return new View(who, waits, calls.lines(), hot.lines(), mine.lines(), pools);
  }

  /** What waits now. */
  public static Today of(Visit visit, LeadSearch search, Waits waits, AudienceView audiences) {
    return new Today(
        Who.of(visit),
        waits,
        search.page(Map.of("owner", visit.actor(), "callback", LeadSearch.DUE, "limit", SHOWN)),
        search.page(Map.of("heat", "hot", "limit", SHOWN)),
        search.page(Map.of("owner", visit.actor(), "limit", SHOWN)),
        audiences.overview().pools());
  }
}
