package dev.trellis.core.port;

import module java.base;

import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Groups.Group;

/**
 * The groups that leads are placed in: those of the playbook, and those that people built, as they
 * were half a minute ago at most.
 */
public final class LiveGroups {

  /** So long an instance goes by what it read. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  /** After so long every instance goes by a change. */
  public static final Duration SETTLED = Duration.ofMinutes(1);

  private final Groups groups;
  private final InstantSource clock;
  private List<Group> built = List.of();
  private Instant readAt = Instant.MIN;

  public LiveGroups(Groups groups, InstantSource clock) {
    this.groups = groups;
    this.clock = clock;
  }

  /** All that anybody may be a member of now. */
  public List<Audience> with(Playbook playbook) {
    read();
    return all(playbook, built);
  }

  private void read() {
    var now = clock.instant();
    if (readAt.isBefore(now.minus(FRESH))) {
      built = groups.all();
      readAt = now;
    }
  }

  /** The playbook's, then those that people built; one of the playbook's name is the playbook's. */
  public static List<Audience> all(Playbook playbook, List<Group> built) {
    var own = playbook.audiences().all();
    return Stream.concat(
            own.stream(),
            built.stream()
                .filter(group -> !group.ended())
                .map(Group::audience)
                .filter(group -> playbook.audiences().find(group.id()).isEmpty()))
        .toList();
  }

  /** Names the last change by which every instance goes by now; empty before the first. */
  public String settled() {
    read();
    var settled = clock.instant().minus(SETTLED);
    return built.stream()
        .map(Group::changedAt)
        .filter(at -> !at.isAfter(settled))
        .max(Comparator.naturalOrder())
        .map(Instant::toString)
        .orElse("");
  }
}
