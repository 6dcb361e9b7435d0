package dev.trellis.core.port;

import dev.trellis.core.playbook.Audiences.Audience;
import java.time.Instant;
import java.util.List;

/** The groups that people built, beside those of the playbook. */
public interface Groups {

  /** All that were ever built, by id, with one request. */
  List<Group> all();

  /**
   * Writes a group, provided that the stored one still has {@code group.version()}; the written one
   * has the next version.
   *
   * @return false if someone else wrote in between
   */
  boolean save(Group group);

  /**
   * A group that somebody built.
   *
   * @param ended true if it is one no more: it is kept, so that everybody is seen to leave it
   * @param version for conditional writes; 0 before the first
   */
  record Group(Audience audience, boolean ended, Instant changedAt, long version) {

    /** The same as a store writes it. */
    public Group nextVersion() {
      return new Group(audience, ended, changedAt, version + 1);
    }
  }
}
