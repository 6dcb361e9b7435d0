package dev.trellis.core.dictionary;

import module java.base;

import dev.trellis.core.dictionary.Phrases.Found;
import dev.trellis.core.dictionary.TitleWords.Area;
import dev.trellis.core.text.Wording;

/**
 * Job titles: many wordings, one role (R26).
 *
 * <p>A title is read as one that the dictionary has as a whole, or as an area of work with a rank
 * near it. Readings that share a word compete, and the one that explains more letters wins; of
 * those left the highest level speaks for the person. Who is second to somebody keeps the role one
 * level lower; who assists an executive or a head has no role.
 */
public record Titles(Spelling spelling, TitleWords words) {

  public static final Titles EMPTY = new Titles(Spelling.PLAIN, TitleWords.EMPTY);

  /** So many words may stand between an area and its rank. */
  private static final int WIDEST_GAP = 3;

  private static final int WHOLE = -1;

  private static final Comparator<TitleReading> SAYS_MORE =
      Comparator.comparingInt(TitleReading::letters)
          .reversed()
          .thenComparingInt(TitleReading::gap)
          .thenComparingInt(TitleReading::depth)
          .thenComparingInt(TitleReading::start);

  /**
   * What a title says.
   *
   * @param role id of the role in the decision chain, such as {@code cio}
   * @param department id, such as {@code it}
   * @param level id, such as {@code head}
   * @param pattern the entry of the dictionary that matched
   */
  public record Match(String role, String department, String level, String pattern) {}

  /** What the title means; empty if the dictionary does not know it. */
  public Optional<Match> find(String title) {
    var typed = spelling.words(title);
    if (words.aidesTo().isIn(typed)) {
      return Optional.empty();
    }
    var readings = best(readings(typed));
    if (readings.isEmpty()) {
      return areaAlone(typed);
    }
    return highest(readings, typed).flatMap(reading -> match(reading, typed));
  }

  /** Names of the roles in a buying decision, by id, in the dictionary's order. */
  public Map<String, Wording> roles() {
    return words.roles();
  }

  /** Names of the departments, by id. */
  public Map<String, Wording> departments() {
    return words.departments();
  }

  /** Names of the levels, by id, from high to low. */
  public Map<String, Wording> levels() {
    return words.levels();
  }

  /** How many whole titles the dictionary has; areas with ranks come on top. */
  public int size() {
    return words.titles().size();
  }

  private List<TitleReading> readings(List<String> typed) {
    var all = new ArrayList<TitleReading>();
    for (var title : words.titles().in(typed)) {
      all.add(
          new TitleReading(
              Optional.of(title.meaning()),
              words.depth(title.meaning().level()),
              WHOLE,
              List.of(title)));
    }
    var ranks = ranks(typed);
    if (!ranks.isEmpty()) {
      for (var area : words.areas().in(typed)) {
        for (var rank : ranks) {
          int gap = Math.max(area.start() - rank.end(), rank.start() - area.end());
          if (gap >= 0 && gap <= WIDEST_GAP) {
            all.add(reading(area, rank, gap));
          }
        }
      }
    }
    return all;
  }

  // In "assistant marketing manager" the assistant is no rank beside the manager.
  private List<Found<String>> ranks(List<String> typed) {
    var deputies = words.deputies().in(typed);
    return words.ranks().in(typed).stream()
        .map(rank -> deputies.stream().anyMatch(rank::within) ? rank.silent() : rank)
        .toList();
  }

  private TitleReading reading(Found<Area> area, Found<String> rank, int gap) {
    var match = match(area.meaning(), rank.meaning());
    return new TitleReading(match, words.depth(rank.meaning()), gap, List.of(area, rank));
  }

  private static Optional<Match> match(Area area, String level) {
    var role = area.roles().get(level);
    return role == null || area.department() == null
        ? Optional.empty()
        : Optional.of(new Match(role, area.department(), level, area.word()));
  }

  private static List<TitleReading> best(List<TitleReading> all) {
    var best = new ArrayList<TitleReading>();
    all.sort(SAYS_MORE);
    for (var reading : all) {
      if (best.stream().noneMatch(reading::overlaps)) {
        best.add(reading);
      }
    }
    return best;
  }

  // "Marketing" is a title of a kind; "let's make it happen" says nothing about IT.
  private Optional<Match> areaAlone(List<String> typed) {
    int letters = typed.stream().mapToInt(String::length).sum();
    return words.areas().in(typed).stream()
        .filter(area -> 2 * area.letters() >= letters)
        .max(Comparator.comparingInt(Found::letters))
        .flatMap(area -> match(area.meaning(), words.unranked()));
  }

  private Optional<TitleReading> highest(List<TitleReading> readings, List<String> typed) {
    return readings.stream()
        .filter(reading -> reading.match().isPresent() && !isAide(reading, typed))
        .min(Comparator.comparingInt(TitleReading::depth));
  }

  private boolean isAide(TitleReading reading, List<String> typed) {
    return reading.match().filter(m -> words.aideLevels().contains(m.level())).isPresent()
        && !words.aides().from(reading.end(), typed).isEmpty();
  }

  private Optional<Match> match(TitleReading reading, List<String> typed) {
    var deputies = words.deputies().in(typed);
    return deputies.stream().allMatch(reading::covers)
        ? reading.match()
        : withoutDeputies(reading, typed, deputies).match().map(this::lowered);
  }

  // 市场部副经理 is second to a 市场部经理: the word between must not hide the whole title.
  private TitleReading withoutDeputies(
      TitleReading reading, List<String> typed, List<Found<Boolean>> deputies) {
    var rest = new ArrayList<String>();
    for (int at = 0; at < typed.size(); at++) {
      int place = at;
      if (deputies.stream().noneMatch(d -> d.start() <= place && place < d.end())) {
        rest.add(typed.get(at));
      }
    }
    return highest(best(readings(rest)), rest)
        .filter(plain -> SAYS_MORE.compare(plain, reading) < 0)
        .orElse(reading);
  }

  private Match lowered(Match match) {
    return new Match(match.role(), match.department(), words.below(match.level()), match.pattern());
  }
}
