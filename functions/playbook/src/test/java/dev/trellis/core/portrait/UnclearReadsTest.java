package dev.trellis.core.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.profile.Behaviour;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Gateways open every mail hours later, with a browser, and never stay (R82, R86). */
@Tag("R82")
@Tag("R86")
class UnclearReadsTest {

  private static final List<Content> CONTENTS =
      dev.trellis.core.DefaultPlaybook.PLAYBOOK.contents().values().stream()
          .filter(content -> content.topic() != null)
          .limit(6)
          .toList();

  @Test
  void whoOnlyOpensHasNoInterestNoTagAndIsAsColdAsWhoNeverCame() {
    var opened = Drawing.at(end(), opened());
    var nobody = Drawing.at(end());

    assertThat(opened.told().countedReads()).hasSize(CONTENTS.size());
    assertThat(opened.profile().reads()).isEmpty();
    assertThat(opened.profile().countedActivity().values())
        .allSatisfy(day -> assertThat(day).doesNotContainKey(Behaviour.READ));
    assertThat(opened.interest()).isEqualTo(nobody.interest());
    assertThat(opened.keys().points()).isEqualTo(nobody.keys().points());
    assertThat(opened.heat().level()).isEqualTo(nobody.heat().level());
    assertThat(ids(opened)).isEqualTo(ids(nobody));
  }

  @Test
  void onceTheyStayEachReadCounts() {
    var stayed = new ArrayList<>(List.of(opened()));
    for (int i = 0; i < CONTENTS.size(); i++) {
      stayed.add(
          Samples.event(
              "stayed" + i,
              at(i).plusSeconds(40),
              new PageVisited("content/" + CONTENTS.get(i).id(), 40, null, "mail" + i, mailed(i))));
    }
    var person = Drawing.at(end(), stayed.toArray(LeadEvent[]::new));

    assertThat(person.profile().reads()).hasSize(CONTENTS.size());
    assertThat(person.interest()).isNotEmpty();
    assertThat(ids(person)).isNotEmpty();
  }

  private static List<String> ids(Portrait portrait) {
    return portrait.tags().stream()
        .map(dev.trellis.core.portrait.Tag::id)
        .filter(id -> !id.startsWith("grade:"))
        .toList();
  }

  private static LeadEvent[] opened() {
    return IntStream.range(0, CONTENTS.size())
        .mapToObj(i ->
            Samples.event(
                "opened" + i,
                at(i),
                new ContentRead(CONTENTS.get(i).id(), 1, 0, "mail" + i, mailed(i))))
        .toArray(LeadEvent[]::new);
  }

  private static Instant mailed(int week) {
    return Samples.T0.plus(Duration.ofDays(7L * week));
  }

  private static Instant at(int week) {
    return mailed(week).plus(Duration.ofHours(4));
  }

  private static Instant end() {
    return at(CONTENTS.size());
  }
}
