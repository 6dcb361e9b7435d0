package dev.trellis.console.report;

import module java.base;

import dev.trellis.core.event.Crowd;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.playbook.Playbook;

/**
 * Who followed which call to action, and did what it called for (R10); machines count nowhere.
 *
 * @param byCta every CTA of the playbook, also those that nobody followed
 */
public record CtaReport(SortedMap<String, Figures> byCta) {

  private static final String ELSEWHERE = "elsewhere";

  /**
   * @param clicks by people, of whom one may click more than once
   * @param people who clicked
   * @param conversions people who did what the CTA calls for, within the playbook's window after a
   *     click of theirs
   * @param clicksByPlace of these, where the CTA stood
   */
  public record Figures(
      long clicks, long people, long conversions, SortedMap<String, Long> clicksByPlace) {}

  /** Counts over the histories of all leads, each with those it absorbed. */
  public static CtaReport of(Stream<LeadHistory> histories, Playbook playbook) {
    return of(histories, Stream.of(), playbook);
  }

  /** The same, with what is counted of people who are no leads or not any more. */
  public static CtaReport of(
      Stream<LeadHistory> histories, Stream<Crowd> crowds, Playbook playbook) {
    var figures = new TreeMap<String, Figures>();
    playbook
        .ctas()
        .byId()
        .keySet()
        .forEach(id -> figures.put(id, new Figures(0, 0, 0, Collections.emptySortedMap())));
    histories.forEach(history -> add(figures, history, playbook));
    crowds.forEach(crowd -> add(figures, crowd));
    return new CtaReport(Collections.unmodifiableSortedMap(figures));
  }

  private static void add(
      SortedMap<String, Figures> figures, LeadHistory history, Playbook playbook) {
    var events = history.byPeople();
    for (var cta : playbook.ctas().byId().values()) {
      var clicks = new ArrayList<Instant>();
      var places = new TreeMap<String, Long>();
      var isConverted = false;
      for (var event : events) {
        if (event.happening() instanceof CtaFollowed click && click.cta().equals(cta.id())) {
          clicks.add(event.occurredAt());
          places.merge(place(click), 1L, Long::sum);
        } else if (cta.isMet(event.happening())) {
          isConverted |= follows(event.occurredAt(), clicks, playbook);
        }
      }
      if (!clicks.isEmpty()) {
        var one = new Figures(clicks.size(), 1, isConverted ? 1 : 0, places);
        figures.merge(cta.id(), one, CtaReport::sum);
      }
    }
  }

  private static void add(SortedMap<String, Figures> figures, Crowd crowd) {
    if (crowd.happening() instanceof CtaFollowed click && figures.containsKey(click.cta())) {
      var places = new TreeMap<>(Map.of(place(click), crowd.count()));
      var clicks = new Figures(crowd.count(), crowd.people(), 0, places);
      figures.merge(click.cta(), clicks, CtaReport::sum);
    }
  }

  private static String place(CtaFollowed click) {
    return click.placement() == null ? ELSEWHERE : click.placement();
  }

  // Events are in order, so every click known here came before.
  private static boolean follows(Instant deed, List<Instant> clicks, Playbook playbook) {
    return !clicks.isEmpty() && !deed.isAfter(clicks.getLast().plus(playbook.ctas().window()));
  }

  private static Figures sum(Figures a, Figures b) {
    var places = new TreeMap<>(a.clicksByPlace());
    b.clicksByPlace().forEach((place, clicks) -> places.merge(place, clicks, Long::sum));
    return new Figures(
        a.clicks() + b.clicks(),
        a.people() + b.people(),
        a.conversions() + b.conversions(),
        Collections.unmodifiableSortedMap(places));
  }
}
