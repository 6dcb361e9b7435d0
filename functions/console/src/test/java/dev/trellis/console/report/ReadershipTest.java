package dev.trellis.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.DefaultPlaybook;
import dev.trellis.console.Samples;
import dev.trellis.console.report.Readership.Figures;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReadershipTest {

  private static final String STRATEGY = "lead-scoring-strategy";
  private static final String SOLUTION = "lead-scoring-solution";

  private int reads;

  @Test
  @Tag("R83")
  void readersArePeopleAndReadsAreTimes() {
    var readership =
        readership(reader(STRATEGY, STRATEGY, SOLUTION), reader(STRATEGY), reader("case-general"));

    assertThat(figures(readership.byContent().get(STRATEGY))).containsExactly(2L, 3L);
    assertThat(figures(readership.byContent().get(SOLUTION))).containsExactly(1L, 1L);
    assertThat(figures(readership.byTopic().get("lead-scoring"))).containsExactly(2L, 4L);
    assertThat(figures(readership.byType().get("case"))).containsExactly(1L, 1L);
    assertThat(figures(readership.byForm().get("whitepaper"))).containsExactly(2L, 3L);
    assertThat(figures(readership.byTag().get("need:lead-scoring"))).containsExactly(2L, 4L);
    assertThat(readership.byContent().get("summit-deck")).isEqualTo(new Figures(0, 0, 0));
  }

  @Test
  @Tag("R52")
  void contentsAreCountedByThePartOfOurService() {
    var readership = readership(reader("upgrade-insight", "welcome-guide"), reader(STRATEGY));

    assertThat(readership.byService()).containsOnlyKeys("product", "training");
    assertThat(figures(readership.byService().get("product"))).containsExactly(1L, 1L);
  }

  @Test
  @Tag("R83")
  void twoWhoTurnOutToBeOnePersonAreOneReader() {
    var one = reader(STRATEGY);
    var other = reader(STRATEGY, STRATEGY);

    var readership = readership(one.join(other));

    assertThat(figures(readership.byContent().get(STRATEGY))).containsExactly(1L, 3L);
    assertThat(figures(readership.byTopic().get("lead-scoring"))).containsExactly(1L, 3L);
  }

  @Test
  @Tag("R81")
  void readersAndReadsOfATagAreCountedByVersionToo() {
    var old = "need:omni-channel-capture";
    var facets =
        "    form: slides\n    type: industry\n    topic: omni-channel-capture\n    tags: ";
    var playbook =
        DefaultPlaybook.with(
            "contents.yaml",
            "    version: 1\n" + facets + "[" + old + "]\n",
            "    version: 2\n    former: [{ version: 1, tags: ["
                + old
                + "] }]\n"
                + facets
                + "[need:tag-system]\n");
    var both = Profile.EMPTY.with(deck(1)).with(deck(2));

    var tags = Readership.of(Stream.of(both, Profile.EMPTY.with(deck(2))), playbook).byTag();

    assertThat(figures(tags.get(old))).containsExactly(1L, 1L);
    assertThat(figures(tags.get("need:tag-system"))).containsExactly(2L, 2L);
  }

  private static LeadEvent deck(int version) {
    var read = new ContentRead("summit-deck", version, 60, null);
    return Samples.event("deck" + version, Samples.T0, read);
  }

  private Profile reader(String... contents) {
    var profile = Profile.EMPTY;
    for (var content : contents) {
      reads++;
      var at = Samples.T0.plus(Duration.ofHours(reads));
      profile = profile.with(Samples.read("r" + reads, at, content));
    }
    return profile;
  }

  private static List<Long> figures(Figures figures) {
    return List.of(figures.readers(), figures.reads());
  }

  private static Readership readership(Profile... profiles) {
    return Readership.of(Stream.of(profiles), DefaultPlaybook.PLAYBOOK);
  }
}
