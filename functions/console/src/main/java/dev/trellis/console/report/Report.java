package dev.trellis.console.report;

import module java.base;

/**
 * What the log says about the funnel, counted from events and moves alone (R11, R13, R72).
 *
 * @param people leads, each with those it absorbed counted as one
 * @param unplaced people without any move yet
 * @param funnel per source, and {@code all}
 * @param stages in order
 * @param teams by name, each with what its stages hold (R55)
 */
public record Report(
    long people,
    long unplaced,
    SortedMap<String, Funnel> funnel,
    List<StageFigures> stages,
    SortedMap<String, TeamFigures> teams,
    Readiness readiness) {

  /** The name under which all sources are summed. */
  public static final String ALL = "all";

  /**
   * One way in.
   *
   * @param visits touches of people that came this way, scans and page visits and the like
   * @param reached people who were ever at a stage or beyond it, per stage
   * @param now people who stand at a stage, per stage
   */
  public record Funnel(
      long people, long visits, SortedMap<String, Long> reached, SortedMap<String, Long> now) {}

  /**
   * One stage.
   *
   * @param stays that are over; their length counts below
   * @param medianDays half of the stays were no longer; null without stays
   * @param p90Days nine of ten stays were no longer; null without stays
   */
  public record StageFigures(
      String stage,
      String team,
      long reached,
      long now,
      long stays,
      BigDecimal medianDays,
      BigDecimal p90Days) {}

  /**
   * What a team looks after: people who ever reached one of its stages, and who stand there now.
   */
  public record TeamFigures(List<String> stages, long reached, long now) {}

  /**
   * Who was ready to buy at first contact, and where the others wait (R72).
   *
   * @param withinDays of the first contact; 0 asks for the first placement itself
   * @param contacts people who left contact details: beyond the first stage
   * @param ready of these, MQL or beyond in that time
   * @param percent ready of contacts, with one decimal; null without contacts
   * @param waiting of these, not ready, and in a pool
   * @param lost leads that are neither: there must be none (R45)
   */
  public record Readiness(
      int withinDays,
      long contacts,
      long ready,
      BigDecimal percent,
      long waiting,
      List<String> lost) {}
}
