package dev.trellis.rehearsal;

import module java.base;

import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.rehearsal.Rehearsal.Played;

/** All leads of a rehearsal together. */
record Ensemble(List<Played> leads) {

  long due() {
    return asked().count();
  }

  long in(State state) {
    return entries().filter(entry -> entry.state() == state).count();
  }

  /** Asked for, and nothing became of it yet. */
  long pending() {
    return leads.stream().mapToLong(Ensemble::pending).sum();
  }

  private static long pending(Played lead) {
    var settled =
        lead.mails().stream()
            .filter(mail -> mail.state() != State.CLAIMED && mail.state() != State.WAITING)
            .map(Entry::sendId)
            .collect(Collectors.toSet());
    return lead.asked().stream().filter(one -> !settled.contains(one.id())).count();
  }

  /** Mails to our own people. */
  long alerts() {
    return leads.stream().mapToLong(Played::alerts).sum();
  }

  /** Why mails were not sent. */
  SortedMap<String, Long> reasons() {
    return count(entries().filter(entry -> entry.state() == State.SKIPPED).map(Entry::reason));
  }

  /** Mails that were sent, by name, for each day (where we are) after the lead came in. */
  SortedMap<Long, SortedMap<String, Long>> calendar(ZoneId zone) {
    var days = new TreeMap<Long, SortedMap<String, Long>>();
    for (var lead : leads) {
      for (var mail : sent(lead)) {
        days.computeIfAbsent(day(lead, mail, zone), _ -> new TreeMap<>())
            .merge(mail.mail(), 1L, Long::sum);
      }
    }
    return days;
  }

  private static long day(Played lead, Entry mail, ZoneId zone) {
    var first = lead.start().atZone(zone).toLocalDate();
    return ChronoUnit.DAYS.between(first, mail.at().atZone(zone).toLocalDate());
  }

  static List<Entry> sent(Played lead) {
    return lead.mails().stream()
        .filter(mail -> mail.state() == State.SENT)
        .sorted(Comparator.comparing(Entry::at))
        .toList();
  }

  /** Mails that were sent, by a part that not all of them have. */
  SortedMap<String, Long> sentBy(Function<Entry, Optional<String>> part) {
    return count(
        leads.stream().flatMap(l -> sent(l).stream()).flatMap(m -> part.apply(m).stream()));
  }

  /** How often something was seen. */
  long seen(String what) {
    return leads.stream().mapToLong(lead -> lead.seen().getOrDefault(what, 0)).sum();
  }

  /** How often each thing was seen whose name begins so. */
  SortedMap<String, Long> seenLike(String beginning) {
    var seen = new TreeMap<String, Long>();
    for (var lead : leads) {
      lead.seen().entrySet().stream()
          .filter(one -> one.getKey().startsWith(beginning))
          .forEach(one ->
              seen.merge(
                  one.getKey().substring(beginning.length()),
                  one.getValue().longValue(),
                  Long::sum));
    }
    return seen;
  }

  Instant start() {
    return leads.getFirst().start();
  }

  Instant end() {
    return leads.stream().map(Played::end).max(Comparator.naturalOrder()).orElseThrow();
  }

  Bill bill() {
    var minutes = Duration.between(start(), end()).toMinutes();
    return Bill.sum(leads.stream().map(Played::calls).toList(), minutes);
  }

  private Stream<Watch.Asked> asked() {
    return leads.stream().flatMap(lead -> lead.asked().stream());
  }

  private Stream<Entry> entries() {
    return leads.stream().flatMap(lead -> lead.mails().stream());
  }

  private static SortedMap<String, Long> count(Stream<String> names) {
    return names.collect(
        Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  static String listed(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(one -> "%s %,d".formatted(one.getKey(), one.getValue()))
        .collect(Collectors.joining(" · "));
  }
}
