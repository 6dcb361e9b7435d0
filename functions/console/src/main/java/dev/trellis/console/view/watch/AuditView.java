package dev.trellis.console.view.watch;

import module java.base;

import dev.trellis.core.port.Audit;
import dev.trellis.core.port.Audit.Deed;
import dev.trellis.core.port.Listing;

/**
 * What was done: on a day, or by somebody at any time, or both.
 *
 * @param day in the company's zone; null for all
 * @param actor whose deeds these are; null for everybody's
 */
public record AuditView(LocalDate day, String actor, Listing.Page<Deed> page) {

  private static final int SHOWN = 50;

  /** A page as a query asks for it; without one, of today. */
  public static AuditView of(
      Audit audit, Map<String, String> query, ZoneId zone, InstantSource clock) {
    var actor = Optional.ofNullable(query.get("actor")).map(String::strip).orElse("");
    var who = actor.isEmpty() ? null : actor;
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var asked = Optional.ofNullable(query.get("day")).orElse("");
    var day = !asked.isEmpty() ? day(asked) : who == null ? today : null;
    var from = day == null ? Instant.EPOCH : day.atStartOfDay(zone).toInstant();
    var to = (day == null ? today : day).plusDays(1).atStartOfDay(zone).toInstant();
    return new AuditView(day, who, audit.page(from, to, who, query.get("after"), SHOWN));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("day is a day such as 2026-11-30", e);
    }
  }

  /** Where the next page is, if there is one. */
  public Optional<String> next() {
    return Optional.ofNullable(page.next()).map(after -> path(day) + "&after=" + after);
  }

  /** The same of another day. */
  public String path(LocalDate other) {
    return "/audit?day="
        + (other == null ? "" : other)
        + (actor == null ? "" : "&actor=" + URLEncoder.encode(actor, StandardCharsets.UTF_8));
  }
}
