package dev.trellis.console.report;

import module java.base;

import dev.trellis.console.report.Report.Funnel;
import dev.trellis.console.report.Report.Readiness;
import dev.trellis.console.report.Report.StageFigures;
import dev.trellis.console.report.Report.TeamFigures;
import dev.trellis.core.event.Crowd;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Stage;

/**
 * Counts a {@link Report} in one pass over the histories of all leads; keeps figures, not leads.
 *
 * <p>Stages are those of the playbook, in its order. A merged person counts once, has reached what
 * any of the merged leads had reached, and stands where the surviving lead stands.
 */
public final class Reports {

  private static final int SECONDS_PER_DAY = 24 * 60 * 60;

  private final Playbook playbook;
  private final int withinDays;
  private final List<String> stages;
  private final Set<String> pools;
  private final Map<String, List<Long>> stays = new HashMap<>();
  private final SortedMap<String, Counts> bySource = new TreeMap<>();
  private final Map<String, long[]> byTeam = new TreeMap<>();
  private long unplaced;
  private long contacts;
  private long ready;
  private long waiting;
  private final List<String> lost = new ArrayList<>();

  private Reports(Playbook playbook, int withinDays) {
    this.playbook = playbook;
    this.withinDays = withinDays;
    this.stages = playbook.stages().stream().map(Stage::id).toList();
    this.pools = Set.copyOf(playbook.poolPaths());
    bySource.put(Report.ALL, new Counts(stages.size()));
  }

  /**
   * Counts.
   *
   * @param withinDays how long after the first contact a lead may become MQL and still count as
   *     ready
   */
  public static Report of(Stream<LeadHistory> histories, Playbook playbook, int withinDays) {
    return of(histories, Stream.of(), playbook, withinDays);
  }

  /** Counts, with what is counted of people who are no leads or not any more. */
  public static Report of(
      Stream<LeadHistory> histories, Stream<Crowd> crowds, Playbook playbook, int withinDays) {
    var reports = new Reports(playbook, withinDays);
    histories.forEach(reports::add);
    crowds.filter(LeadSource::isTouch).forEach(reports::add);
    return reports.report();
  }

  /** People, visits, and per stage who reached it and who is there. */
  private record Counts(long[] people, long[] visits, long[] reached, long[] now) {
    Counts(int stages) {
      this(new long[1], new long[1], new long[stages], new long[stages]);
    }

    void add(long touches, int furthest, int current) {
      people[0]++;
      visits[0] += touches;
      for (int i = 0; i <= furthest; i++) {
        reached[i]++;
      }
      if (current >= 0) {
        now[current]++;
      }
    }
  }

  private void add(LeadHistory history) {
    var source = history.source().name().toLowerCase(Locale.ROOT);
    var touches = history.touches().size();
    var moves = history.allMoves();
    int furthest = moves.stream().mapToInt(this::rank).max().orElse(-1);
    int current = history.moves().isEmpty() ? -1 : rank(history.moves().getLast());
    bySource.get(Report.ALL).add(touches, furthest, current);
    bySource
        .computeIfAbsent(source, _ -> new Counts(stages.size()))
        .add(touches, furthest, current);
    addTeams(furthest, current);
    addStays(history.moves());
    history.earlier().forEach(this::addStays);
    if (moves.isEmpty()) {
      unplaced++;
    }
    addReadiness(history, moves);
  }

  private void add(Crowd crowd) {
    var source = LeadSource.ofTouch(crowd).name().toLowerCase(Locale.ROOT);
    bySource.get(Report.ALL).visits()[0] += crowd.count();
    bySource.computeIfAbsent(source, _ -> new Counts(stages.size())).visits()[0] += crowd.count();
  }

  private int rank(Move move) {
    return stages.indexOf(move.stage());
  }

  private void addTeams(int furthest, int current) {
    var reached = new HashSet<String>();
    for (int i = 0; i <= furthest; i++) {
      reached.add(playbook.stages().get(i).team());
    }
    reached.forEach(team -> byTeam.computeIfAbsent(team, _ -> new long[2])[0]++);
    if (current >= 0) {
      byTeam.computeIfAbsent(playbook.stages().get(current).team(), _ -> new long[2])[1]++;
    }
  }

  // A stay is over when the lead moves to another stage; moving between pools does not end it.
  // The last stay of a lead goes on, that of an absorbed one ended unseen: neither has a length.
  private void addStays(List<Move> moves) {
    Move entry = null;
    for (var move : moves) {
      if (entry != null && !entry.stage().equals(move.stage())) {
        stays
            .computeIfAbsent(entry.stage(), _ -> new ArrayList<>())
            .add(Duration.between(entry.at(), move.at()).toSeconds());
      }
      if (entry == null || !entry.stage().equals(move.stage())) {
        entry = move;
      }
    }
  }

  private void addReadiness(LeadHistory history, List<Move> moves) {
    var contact = moves.stream().filter(m -> rank(m) >= 1).findFirst();
    if (contact.isEmpty()) {
      return;
    }
    contacts++;
    var until = contact.get().at().plus(Duration.ofDays(withinDays));
    int mql = stages.indexOf(Lifecycle.MQL);
    if (moves.stream().anyMatch(m -> rank(m) >= mql && !m.at().isAfter(until))) {
      ready++;
    } else if (!history.moves().isEmpty() && pools.contains(history.moves().getLast().pool())) {
      waiting++;
    } else {
      lost.add(history.lead());
    }
  }

  private Report report() {
    var all = bySource.get(Report.ALL);
    var funnel = new TreeMap<String, Funnel>();
    bySource.forEach((source, counts) ->
        funnel.put(
            source,
            new Funnel(
                counts.people()[0],
                counts.visits()[0],
                perStage(counts.reached()),
                perStage(counts.now()))));
    var figures = new ArrayList<StageFigures>();
    var teams = new TreeMap<String, TeamFigures>();
    for (int i = 0; i < stages.size(); i++) {
      var stage = playbook.stages().get(i);
      var lengths = stays.getOrDefault(stage.id(), new ArrayList<>());
      Collections.sort(lengths);
      figures.add(
          new StageFigures(
              stage.id(),
              stage.team(),
              all.reached()[i],
              all.now()[i],
              lengths.size(),
              percentile(lengths, 50),
              percentile(lengths, 90)));
      teams.computeIfAbsent(stage.team(), this::team);
    }
    return new Report(
        all.people()[0],
        unplaced,
        funnel,
        figures,
        teams,
        new Readiness(withinDays, contacts, ready, percent(ready, contacts), waiting, lost));
  }

  private TeamFigures team(String team) {
    var counts = byTeam.getOrDefault(team, new long[2]);
    return new TeamFigures(
        playbook.stages().stream().filter(s -> s.team().equals(team)).map(Stage::id).toList(),
        counts[0],
        counts[1]);
  }

  private SortedMap<String, Long> perStage(long[] counts) {
    var named = new TreeMap<String, Long>();
    for (int i = 0; i < counts.length; i++) {
      named.put(stages.get(i), counts[i]);
    }
    return named;
  }

  // Nearest rank: the smallest length that at least so many percent of the stays do not exceed.
  private static BigDecimal percentile(List<Long> sorted, int percent) {
    if (sorted.isEmpty()) {
      return null;
    }
    int rank = Math.ceilDiv(sorted.size() * percent, 100);
    return BigDecimal.valueOf(sorted.get(rank - 1))
        .divide(BigDecimal.valueOf(SECONDS_PER_DAY), 1, RoundingMode.HALF_UP);
  }

  private static BigDecimal percent(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }
}
