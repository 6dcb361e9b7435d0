package dev.trellis.console.report;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.playbook.Playbook;

/**
 * The same figures from raw events alone, by the rules of the source written out by hand: no
 * profile, no portrait, no conditions, no moves.
 */
final class Recount {

  private static final List<String> STAGES =
      List.of("traffic", "lead", "mil", "mql", "sql", "opportunity", "customer");
  private static final Map<String, Integer> MONTHS =
      Map.of("within-3-months", 3, "within-6-months", 6, "within-12-months", 12);

  private final GeneratedTown town;
  private final Playbook playbook;

  Recount(GeneratedTown town, Playbook playbook) {
    this.town = town;
    this.playbook = playbook;
  }

  /** From when a lead was at a stage. */
  private record Entry(Instant at, String stage) {}

  private record Told(int authority, Instant at, String value) {}

  Report report(int withinDays) {
    var all = new Row();
    var rows = new TreeMap<String, Row>();
    var stays = new TreeMap<String, List<Long>>();
    var teams = new TreeMap<String, long[]>();
    long contacts = 0;
    long ready = 0;
    for (var lead : town.leads) {
      if (lead.mergedAt != null) {
        continue;
      }
      var other = lead.absorbed.isEmpty() ? null : lead.absorbed.getFirst();
      var own = timeline(lead, other, GeneratedTown.END);
      var others = other == null ? List.<Entry>of() : timeline(other, null, other.mergedAt);
      var entries = new ArrayList<>(own);
      entries.addAll(others);
      int furthest = -1;
      for (var entry : entries) {
        furthest = Math.max(furthest, STAGES.indexOf(entry.stage()));
      }
      var events = union(lead, other);
      var now = own.isEmpty() ? null : own.getLast().stage();
      all.add(events, furthest, now);
      rows.computeIfAbsent(source(events), _ -> new Row()).add(events, furthest, now);
      length(own, stays);
      length(others, stays);
      count(teams, furthest, now);

      Instant contact = null;
      for (var entry : entries) {
        if (STAGES.indexOf(entry.stage()) > 0
            && (contact == null || entry.at().isBefore(contact))) {
          contact = entry.at();
        }
      }
      if (contact != null) {
        contacts++;
        var until = contact.plus(Duration.ofDays(withinDays));
        if (entries.stream()
            .anyMatch(e -> STAGES.indexOf(e.stage()) >= 3 && !e.at().isAfter(until))) {
          ready++;
        }
      }
    }
    rows.put("all", all);
    var funnel = new TreeMap<String, Report.Funnel>();
    rows.forEach((source, row) -> funnel.put(source, row.funnel()));
    var figures = new ArrayList<Report.StageFigures>();
    for (var stage : playbook.stages()) {
      var lengths = stays.getOrDefault(stage.id(), new ArrayList<>()).stream().sorted().toList();
      figures.add(
          new Report.StageFigures(
              stage.id(),
              stage.team(),
              all.reached.getOrDefault(stage.id(), 0L),
              all.now.getOrDefault(stage.id(), 0L),
              lengths.size(),
              days(lengths, 0.5),
              days(lengths, 0.9)));
    }
    var perTeam = new TreeMap<String, Report.TeamFigures>();
    for (var stage : playbook.stages()) {
      var counts = teams.getOrDefault(stage.team(), new long[2]);
      var its =
          playbook.stages().stream()
              .filter(s -> s.team().equals(stage.team()))
              .map(s -> s.id())
              .toList();
      perTeam.put(stage.team(), new Report.TeamFigures(its, counts[0], counts[1]));
    }
    return new Report(
        all.people,
        town.leads.stream().filter(l -> l.mergedAt == null && union(l, null).isEmpty()).count(),
        funnel,
        figures,
        perTeam,
        new Report.Readiness(
            withinDays,
            contacts,
            ready,
            BigDecimal.valueOf(ready * 100.0 / contacts).setScale(1, RoundingMode.HALF_UP),
            contacts - ready,
            List.of()));
  }

  private static final class Row {
    long people;
    long visits;
    final TreeMap<String, Long> reached = new TreeMap<>();
    final TreeMap<String, Long> now = new TreeMap<>();

    Row() {
      STAGES.forEach(s -> reached.put(s, 0L));
      STAGES.forEach(s -> now.put(s, 0L));
    }

    void add(List<LeadEvent> events, int furthest, String current) {
      people++;
      visits += events.stream().filter(Recount::isMeeting).count();
      STAGES.subList(0, furthest + 1).forEach(s -> reached.merge(s, 1L, Long::sum));
      if (current != null) {
        now.merge(current, 1L, Long::sum);
      }
    }

    Report.Funnel funnel() {
      return new Report.Funnel(people, visits, reached, now);
    }
  }

  private void count(Map<String, long[]> teams, int furthest, String now) {
    var seen = new LinkedHashSet<String>();
    for (int i = 0; i < STAGES.size(); i++) {
      var team = playbook.stages().get(i).team();
      if (i <= furthest && seen.add(team)) {
        teams.computeIfAbsent(team, _ -> new long[2])[0]++;
      }
      if (STAGES.get(i).equals(now)) {
        teams.computeIfAbsent(team, _ -> new long[2])[1]++;
      }
    }
  }

  private static void length(List<Entry> entries, Map<String, List<Long>> stays) {
    for (int i = 1; i < entries.size(); i++) {
      var before = entries.get(i - 1);
      stays
          .computeIfAbsent(before.stage(), _ -> new ArrayList<>())
          .add((entries.get(i).at().toEpochMilli() - before.at().toEpochMilli()) / 1000);
    }
  }

  private static BigDecimal days(List<Long> sorted, double share) {
    for (int i = 0; i < sorted.size(); i++) {
      if (i + 1 >= sorted.size() * share - 1e-9) {
        return BigDecimal.valueOf(sorted.get(i))
            .divide(BigDecimal.valueOf(86_400), 1, RoundingMode.HALF_UP);
      }
    }
    return null;
  }

  private static List<LeadEvent> union(GeneratedTown.Lead lead, GeneratedTown.Lead other) {
    var events = new ArrayList<>(lead.events);
    if (other != null) {
      events.addAll(other.events);
    }
    events.sort((a, b) -> a.occurredAt().compareTo(b.occurredAt()));
    return events;
  }

  private static boolean isMeeting(LeadEvent event) {
    return Set.of(
            "CodeScanned",
            "FormSubmitted",
            "PageVisited",
            "ContentRead",
            "EventAttended",
            "ChannelFollowed",
            "CallRecorded")
        .contains(event.kind());
  }

  private static String source(List<LeadEvent> events) {
    for (var event : events) {
      if (!isMeeting(event)) {
        continue;
      }
      if (event.happening() instanceof Happening.PageVisited visit && visit.keyword() != null) {
        return "sem";
      } else if (event.origin().event() != null
          || event.kind().equals("EventAttended")
          || event.channel() == Channel.EXPO) {
        return "event";
      } else if (event.kind().equals("ContentRead") || event.origin().content() != null) {
        return "content";
      } else if (event.channel() == Channel.WECHAT) {
        return "wechat";
      }
      return event.kind().equals("CallRecorded") ? "sales" : "other";
    }
    return events.stream().anyMatch(e -> e.kind().equals("RecordImported")) ? "import" : "other";
  }

  private static List<Entry> timeline(
      GeneratedTown.Lead lead, GeneratedTown.Lead other, Instant end) {
    var instants = new TreeSet<Instant>();
    for (var event : union(lead, other)) {
      var at = event.occurredAt();
      var isOwn = lead.events.contains(event);
      instants.add(isOwn ? at : other.mergedAt);
      plan(event)
          .forEach(plan -> {
            for (var edge : edges(plan, at)) {
              instants.add(edge);
            }
          });
    }
    var entries = new ArrayList<Entry>();
    for (var now : instants) {
      if (lead.events.isEmpty()
          || now.isBefore(lead.events.getFirst().occurredAt())
          || !now.isBefore(end)) {
        continue;
      }
      var known =
          union(lead, other != null && !now.isBefore(other.mergedAt) ? other : null).stream()
              .filter(e -> !e.occurredAt().isAfter(now))
              .toList();
      var stage = stage(known, now);
      if (entries.isEmpty() || !entries.getLast().stage().equals(stage)) {
        entries.add(new Entry(now, stage));
      }
    }
    return entries;
  }

  private static List<String> plan(LeadEvent event) {
    var plan = answers(event).get("plan");
    return plan == null || !MONTHS.containsKey(plan) ? List.of() : List.of(plan);
  }

  private static List<Instant> edges(String plan, Instant told) {
    var end = told.atZone(ZoneOffset.UTC).plusMonths(MONTHS.get(plan));
    return List.of(end.minusMonths(6).toInstant(), end.toInstant());
  }

  private static Map<String, String> answers(LeadEvent event) {
    return switch (event.happening()) {
      case Happening.FormSubmitted form -> form.answers();
      case Happening.CallRecorded call -> call.answers();
      case Happening.RecordImported row -> row.values();
      default -> Map.of();
    };
  }

  private static int authority(LeadEvent event) {
    return switch (event.happening()) {
      case Happening.CallRecorded _ -> 3;
      case Happening.FormSubmitted _ -> 2;
      default -> 1;
    };
  }

  private static String stage(List<LeadEvent> events, Instant now) {
    var told = new TreeMap<String, Told>();
    var consent = false;
    var mail = false;
    var phone = false;
    String verdict = null;
    Instant verdictAt = null;
    var hasDealStage = false;
    for (var event : events) {
      mail |= event.identities().stream().anyMatch(i -> i.type() == IdentityType.EMAIL);
      phone |= event.identities().stream().anyMatch(i -> i.type() == IdentityType.PHONE);
      if (event.happening() instanceof Happening.FormSubmitted form) {
        consent = form.consent();
      }
      answers(event)
          .forEach((field, value) -> {
            var before = told.get(field);
            if (before == null || before.authority() <= authority(event)) {
              told.put(field, new Told(authority(event), event.occurredAt(), value));
            }
          });
      if (event.happening() instanceof Happening.CrmChanged change) {
        if (change.status().equals("stage")) {
          hasDealStage = true;
        } else if (!change.status().equals("received")) {
          verdict = change.status();
          verdictAt = event.occurredAt();
        }
      }
    }
    if ("won".equals(verdict)) {
      return "customer";
    } else if ("accepted".equals(verdict)) {
      return hasDealStage ? "opportunity" : "sql";
    }
    var isReturned = "returned".equals(verdict);
    for (var event : events) {
      if (isReturned
          && event.occurredAt().isAfter(verdictAt)
          && (answers(event).containsKey("need") || answers(event).containsKey("plan"))) {
        isReturned = false;
      }
    }
    var industry = told.get("industry");
    var plan = told.get("plan");
    var isSoon = false;
    if (plan != null && MONTHS.containsKey(plan.value())) {
      var edges = edges(plan.value(), plan.at());
      isSoon = !now.isBefore(edges.getFirst()) && now.isBefore(edges.getLast());
    }
    if (!consent) {
      return "traffic";
    } else if (phone
        && industry != null
        && !industry.value().equals("other")
        && told.containsKey("need")
        && isSoon
        && !isReturned
        && !"lost".equals(verdict)) {
      return "mql";
    } else if (phone) {
      return "mil";
    }
    return mail ? "lead" : "traffic";
  }
}
