package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.Audiences.Of;
import dev.trellis.core.port.Groups;
import dev.trellis.core.port.Groups.Group;
import dev.trellis.core.text.Wording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What whoever builds groups or places leads in them may expect of any {@link Groups}. */
@Tag("R50")
abstract class GroupsContract {

  private final Groups groups = ports().groups();

  /** What no other test's begin with. */
  private final String mine = Ids.random().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "x");

  abstract Ports ports();

  private Group group(String id, long version) {
    var name = new Wording(new TreeMap<>(Map.of("zh", "群组", "en", "Group")));
    return new Group(
        new Audience(mine + id, name, Of.CUSTOMERS, Sample.PLAN_SOON), false, Sample.NOON, version);
  }

  private List<Group> all() {
    return groups.all().stream().filter(g -> g.audience().id().startsWith(mine)).toList();
  }

  @Test
  void areListedByIdAsTheyWereWritten() {
    assertThat(groups.save(group("b", 0))).isTrue();
    assertThat(groups.save(group("a", 0))).isTrue();
    assertThat(all()).containsExactly(group("a", 1), group("b", 1));
  }

  @Test
  void ofTwoWhoChangeOneAtOnceOneIsTold() {
    groups.save(group("a", 0));
    var ended = new Group(group("a", 1).audience(), true, Sample.NOON.plusSeconds(1), 1);
    assertThat(groups.save(ended)).isTrue();
    assertThat(groups.save(ended)).as("again after a lost answer").isTrue();
    assertThat(groups.save(group("a", 1))).isFalse();
    assertThat(groups.save(group("a", 0))).isFalse();
    assertThat(all()).containsExactly(ended.nextVersion());
  }
}
