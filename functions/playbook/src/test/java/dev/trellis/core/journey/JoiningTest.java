package dev.trellis.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Profile;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Becoming a member of a group begins a journey once, for as long as the lead stays in it. */
@Tag("R50")
@Tag("R91")
class JoiningTest {

  private static final Instant T0 = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir private Path root;
  private Playbook playbook;

  @BeforeEach
  void aJourneyBeginsOnJoining() throws IOException {
    DefaultPlaybook.copyTo(root);
    Files.writeString(
        root.resolve("journeys/upgrading.yaml"),
        """
        version: 1
        name: { zh: 升级, en: Upgrading }
        on: { joins: upgrade }
        steps:
          - wait: P1D
        """);
    playbook = PlaybookReader.read(root);
  }

  private List<Enrollment> due(
      Map<String, Instant> groups, List<Enrollment> own, List<Enrollment> absorbed) {
    var placement = new Placement("customer", "customer", List.of(), List.of(), null);
    var position = Position.of(placement, new TreeMap<>(), 1).in(new TreeMap<>(groups));
    return new Enrolling(playbook)
        .due(Profile.EMPTY, Optional.of(position), own, absorbed, T0.plusSeconds(9));
  }

  @Test
  void aStayInTheGroupBeginsItOnceAndTheNextStayBeginsItAgain() {
    assertThat(due(Map.of("renewal", T0), List.of(), List.of())).isEmpty();
    var begun = due(Map.of("upgrade", T0), List.of(), List.of());
    assertThat(begun).extracting(Enrollment::visit).containsExactly("upgrade@" + T0.toEpochMilli());
    assertThat(due(Map.of("upgrade", T0), begun, List.of())).isEmpty();
    assertThat(due(Map.of("upgrade", T0.plusSeconds(5)), begun, List.of())).hasSize(1);
  }

  @Test
  void whoLeavesTheGroupGoesOnToTheEnd() {
    var begun = due(Map.of("upgrade", T0), List.of(), List.of()).getFirst();
    assertThat(Enrolling.stays(playbook.journeys().get("upgrading"), begun, Optional.empty()))
        .isTrue();
  }

  @Test
  void afterAMergeTheStayGoesOnAndBeginsNothingAgain() {
    var theirs = due(Map.of("upgrade", T0), List.of(), List.of());
    var due = due(Map.of("upgrade", T0), List.of(), theirs);
    assertThat(due).hasSize(1);
    assertThat(due.getFirst().step()).isEqualTo(theirs.getFirst().step());
    assertThat(due.getFirst().visit()).isEqualTo(theirs.getFirst().visit());
  }
}
