package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.port.Listing;

/**
 * A page of leads.
 *
 * @param asked what was asked for, as it stands in the address
 * @param isFiltered true if cards were looked at that are not shown
 */
public record LeadList(Map<String, String> asked, Listing.Page<Card> page, boolean isFiltered) {

  /** Nothing: for a page that shows no lead. */
  public static final LeadList NONE =
      new LeadList(Map.of(), new Listing.Page<>(List.of(), 0, null), false);

  /** Leads that are on some other page. */
  public static LeadList of(List<Card> cards) {
    return new LeadList(Map.of(), new Listing.Page<>(cards, cards.size(), null), false);
  }

  private static final String PATH = "/leads";
  private static final List<String> KEPT =
      List.of(
          "q",
          "company",
          "pool",
          "stage",
          "group",
          "heat",
          "grade",
          "tag",
          "touch",
          "callback",
          "order",
          "owner",
          "source",
          "limit");

  public List<Card> cards() {
    return page.entries();
  }

  /** A lead in short, for programs; whatever is not known is null. */
  public record Line(
      String id,
      String name,
      String email,
      String company,
      String title,
      String stage,
      String pool,
      Instant since,
      String heat,
      long score,
      LocalDate asOf,
      String owner,
      LocalDate lastTouch,
      String source,
      String grade) {

    static Line of(Card card) {
      return new Line(
          card.lead(),
          card.name(),
          card.email(),
          card.company(),
          card.title(),
          card.stage(),
          card.pool(),
          card.since(),
          card.heat(),
          card.score(),
          card.asOf(),
          card.owner(),
          card.lastTouch(),
          card.source(),
          card.grade());
    }
  }

  public List<Line> lines() {
    return cards().stream().map(Line::of).toList();
  }

  /** What somebody asks for, or nothing. */
  public String asked(String name) {
    return asked.getOrDefault(name, "");
  }

  /** Where the list goes on, below the console; empty at its end. */
  public Optional<String> next() {
    return Optional.ofNullable(page.next()).map(after -> path(PATH, Optional.of(after)));
  }

  /** All of it as a table for spreadsheets. */
  public String csv() {
    return path(PATH + ".csv", Optional.empty());
  }

  /** The form of a group that asks what this list asks. */
  public String asGroup() {
    return path("/audiences/new", Optional.empty());
  }

  private String path(String path, Optional<String> after) {
    var parts = new ArrayList<String>();
    KEPT.stream()
        .filter(name -> !asked(name).isEmpty())
        .forEach(name -> parts.add(name + "=" + encoded(asked(name))));
    after.ifPresent(place -> parts.add("after=" + place));
    return path + "?" + String.join("&", parts);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
