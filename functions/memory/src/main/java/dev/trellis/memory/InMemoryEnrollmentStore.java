package dev.trellis.memory;

import module java.base;

import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.core.port.LeadRecord;

/** Enrollments in memory. */
public final class InMemoryEnrollmentStore implements EnrollmentStore {

  /** How many counted enrollments were written for a lead. */
  record Count(long version) {}

  private final InMemoryTables tables;

  public InMemoryEnrollmentStore(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Snapshot> load(String lead) {
    synchronized (tables) {
      return Optional.ofNullable(tables.leads.get(lead)).map(this::snapshot);
    }
  }

  private Snapshot snapshot(LeadRecord lead) {
    var absorbed = new TreeMap<String, List<Enrollment>>();
    lead.absorbed().forEach(other -> absorbed.put(other, tables.enrollments(other)));
    return new Snapshot(
        lead,
        tables.position(lead.lead()),
        tables.enrollments(lead.lead()),
        Map.copyOf(absorbed),
        Collections.emptySortedSet(),
        counted(lead.lead()));
  }

  private long counted(String lead) {
    return tables.counts.getOrDefault(lead, new Count(0)).version();
  }

  @Override
  public boolean save(String lead, Enrollment enrollment) {
    synchronized (tables) {
      var key = enrollment.journey() + "#" + enrollment.visit();
      var all = tables.enrollments.computeIfAbsent(lead, _ -> new TreeMap<>());
      var stored = all.get(key);
      if (enrollment.version() != (stored == null ? 0 : stored.version())) {
        return enrollment.nextVersion().equals(stored);
      }
      all.put(key, enrollment.nextVersion());
      return true;
    }
  }

  @Override
  public boolean saveCounted(String lead, Enrollment enrollment, long counted) {
    synchronized (tables) {
      if (tables.enrollments(lead).contains(enrollment.nextVersion())) {
        return true;
      }
      if (counted != counted(lead) || !save(lead, enrollment)) {
        return false;
      }
      tables.counts.put(lead, new Count(counted + 1));
      return true;
    }
  }
}
