package dev.trellis.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Test;

class MergeTrailTest {

  private final Map<String, LeadRecord> leads = new HashMap<>();
  private final List<String> loaded = new ArrayList<>();
  private final MergeTrail<LeadRecord> trail = MergeTrail.of(this::load);

  @Test
  void aLeadThatNobodyAbsorbedIsItsOwnSurvivor() {
    assertThat(trail.survivor(lead("a", null)).lead()).isEqualTo("a");
    assertThat(loaded).isEmpty();
  }

  @Test
  void aLongChainIsFollowedToItsEnd() {
    for (int i = 0; i < 200; i++) {
      lead("l" + i, "l" + (i + 1));
    }
    lead("l200", null);

    assertThat(trail.survivor(leads.get("l0")).lead()).isEqualTo("l200");
    assertThat(loaded).hasSize(200).doesNotHaveDuplicates();
    assertThat(trail.leads(leads.get("l198")))
        .extracting(LeadRecord::lead)
        .containsExactly("l198", "l199", "l200");
  }

  @Test
  void theWayEndsEarlyAtTheOneThatIsWanted() {
    lead("a", "b");
    lead("b", "c");
    lead("c", null);

    assertThat(trail.survivorOr(leads.get("a"), l -> l.lead().equals("b")).lead()).isEqualTo("b");
    assertThat(trail.survivorOr(leads.get("a"), l -> l.lead().equals("a")).lead()).isEqualTo("a");
    assertThat(trail.survivorOr(leads.get("a"), l -> l.lead().equals("z")).lead()).isEqualTo("c");
    assertThat(loaded).containsExactly("b", "b", "c");
  }

  @Test
  void leadsThatWereMergedInACircleAreAFailure() {
    lead("a", "b");
    lead("b", "c");
    lead("c", "b");
    var itself = lead("d", "d");

    assertThatThrownBy(() -> trail.survivor(leads.get("a")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("circle");
    assertThat(loaded).containsExactly("b", "c");
    assertThatThrownBy(() -> trail.leads(itself)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSurvivorThatIsNotThereIsAFailure() {
    assertThatThrownBy(() -> trail.survivor(lead("a", "gone")))
        .isInstanceOf(LeadNotFoundException.class)
        .hasMessageContaining("gone");
  }

  private Optional<LeadRecord> load(String lead) {
    loaded.add(lead);
    return Optional.ofNullable(leads.get(lead));
  }

  private LeadRecord lead(String id, String into) {
    leads.put(
        id, new LeadRecord(id, 1, Profile.EMPTY, null, into, into == null ? 0 : 2, null, null));
    return leads.get(id);
  }
}
