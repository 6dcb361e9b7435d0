package dev.trellis.local.surface;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.local.state.StateFile;

/** The hand-offs that the stand-in CRM received, one file each. */
final class CrmRecords {

  private static final String ERASED = "lead.erased";

  private final Path folder;
  private final Map<String, Record> records = new LinkedHashMap<>();

  CrmRecords(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        var record = StateFile.read(file, text -> Json.read(Record.class, text));
        records.put(record.handoff(), record);
      }
    }
  }

  /**
   * One hand-off.
   *
   * @param dossier as received, JSON
   * @param verdicts sent back so far, oldest first
   */
  record Record(
      int number,
      String handoff,
      String lead,
      String crmId,
      Instant at,
      String dossier,
      List<Verdict> verdicts) {

    /** {@code received}, or the type of the last verdict. */
    String status() {
      return verdicts.isEmpty() ? "received" : verdicts.getLast().type();
    }

    View view() {
      return new View(handoff, lead, crmId, at, status(), verdicts, Json.parse(dossier));
    }
  }

  /** A hand-off as it is shown. */
  record View(
      String handoff,
      String lead,
      String crmId,
      Instant at,
      String status,
      List<Verdict> verdicts,
      Map<String, Object> dossier) {}

  /** What was sent back, and when. */
  record Verdict(String type, Instant at, String reason, String stage) {}

  /** Keeps a hand-off, unless it is there already. */
  synchronized Record receive(String handoff, Instant at, Map<?, ?> dossier) {
    var known = records.get(handoff);
    if (known != null) {
      return known;
    }
    int number = records.size() + 1;
    return keep(
        new Record(
            number,
            handoff,
            String.valueOf(dossier.get("lead")),
            "CRM-%06d".formatted(number),
            at,
            Json.compose(dossier),
            List.of()));
  }

  /** Lets go of a person; that there was one, and what became of it, stays. */
  synchronized void erase(List<String> handoffs, List<String> crmIds, Instant at) {
    for (var record : all()) {
      var isMeant = handoffs.contains(record.handoff()) || crmIds.contains(record.crmId());
      if (isMeant && !record.status().equals(ERASED)) {
        var verdicts = new ArrayList<>(record.verdicts());
        verdicts.add(new Verdict(ERASED, at, null, null));
        keep(
            new Record(
                record.number(),
                record.handoff(),
                record.lead(),
                record.crmId(),
                record.at(),
                "{}",
                verdicts));
      }
    }
  }

  synchronized void told(Record record, CrmVerdict verdict, Instant at) {
    var now = records.get(record.handoff());
    var verdicts = new ArrayList<>(now.verdicts());
    var details = verdict.details();
    verdicts.add(new Verdict(verdict.type(), at, details.get("reason"), details.get("stage")));
    keep(
        new Record(
            now.number(),
            now.handoff(),
            now.lead(),
            now.crmId(),
            now.at(),
            now.dossier(),
            verdicts));
  }

  synchronized Optional<Record> find(String handoff) {
    return Optional.ofNullable(records.get(handoff));
  }

  /** All of them, oldest first. */
  synchronized List<Record> all() {
    return List.copyOf(records.values());
  }

  private Record keep(Record record) {
    try {
      StateFile.write(folder.resolve("%06d.json".formatted(record.number())), Json.write(record));
      records.put(record.handoff(), record);
      return record;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
