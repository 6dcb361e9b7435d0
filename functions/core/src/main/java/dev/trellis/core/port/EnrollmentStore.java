package dev.trellis.core.port;

import module java.base;

import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.lifecycle.Position;

/** Enrollments, as nurture reads and writes them. */
public interface EnrollmentStore {

  /**
   * Tells that these leads will be loaded next, one by one, so that a store may read them together.
   */
  default void expect(Collection<String> leads) {}

  /** A lead with its position and all its enrollments; empty if there is no such lead. */
  Optional<Snapshot> load(String lead);

  /**
   * Writes one enrollment, provided that the stored one still has {@code enrollment.version()}; the
   * written one has the next version.
   *
   * @return false if someone else wrote in between
   */
  boolean save(String lead, Enrollment enrollment);

  /**
   * The same for an enrollment that asks for a mail of which there may be only so many, whichever
   * journeys want to send them: also provided that no other of these was written since the snapshot
   * was read, so that nobody decides from mails that are no longer all.
   *
   * @param counted as the snapshot said, and one more for each that was written by us since
   * @return false if someone else wrote this enrollment, or counted, in between
   */
  boolean saveCounted(String lead, Enrollment enrollment, long counted);

  /**
   * Remembers of which absorbed leads there is no enrollment, so that nobody looks for any again:
   * whoever is absorbed begins none.
   */
  default void remember(String lead, SortedSet<String> withoutAny) {}

  /**
   * Everything a journey decides from.
   *
   * @param absorbed enrollments of the leads that this one absorbed, by lead
   * @param withoutAny those of them of whom it was known that there is none
   * @param counted how often {@link #saveCounted} wrote for this lead
   */
  record Snapshot(
      LeadRecord lead,
      Optional<Position> position,
      List<Enrollment> enrollments,
      Map<String, List<Enrollment>> absorbed,
      SortedSet<String> withoutAny,
      long counted) {

    /** Of whom it is known by now. */
    public SortedSet<String> found() {
      var found = new TreeSet<>(absorbed.keySet());
      found.removeIf(other -> !absorbed.get(other).isEmpty());
      return found;
    }
  }
}
