package dev.trellis.core.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.PlaybookException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The deck is about another need since version 2. */
@Tag("R81")
class TagVersionsTest {

  private static final String FIRST = "  - id: summit-deck\n    version: 1\n";
  private static final String OLD = "need:omni-channel-capture";
  private static final String NEW = "need:tag-system";

  private static final Playbook PLAYBOOK = changed("former: [{ version: 1, tags: [" + OLD + "] }]");

  private static Playbook changed(String former) {
    return DefaultPlaybook.with(
        "contents.yaml",
        FIRST,
        "  - id: summit-deck\n    version: 2\n    "
            + former
            + "\n    form: slides\n"
            + "    type: industry\n    topic: omni-channel-capture\n    tags: ["
            + NEW
            + "]\n"
            + "    title: { zh: 新, en: New }\n    summary: { zh: 新, en: New }\n"
            + "    page: { zh: pages/summit-deck.zh.md, en: pages/summit-deck.en.md }\n"
            + "  - id: another\n    version: 1\n");
  }

  private static LeadEvent read(int version) {
    return Samples.event(
        "r" + version, Samples.T0, new ContentRead("summit-deck", version, 60, null));
  }

  private static Stream<String> needs(Playbook playbook, LeadEvent... events) {
    return Drawing.with(playbook, Samples.T0.plusSeconds(3600), events).tags().stream()
        .filter(tag -> tag.id().startsWith("need:"))
        .map(tag -> tag.id() + " " + tag.count());
  }

  @Test
  void aReadPutsTheTagsOfTheVersionThatWasRead() {
    assertThat(needs(PLAYBOOK, read(1))).containsExactly(OLD + " 1");
    assertThat(needs(PLAYBOOK, read(2))).containsExactly(NEW + " 1");
    assertThat(needs(PLAYBOOK, read(1), read(2))).containsExactly(OLD + " 1", NEW + " 1");
  }

  @Test
  void aVersionThatIsNotListedHasTheTagsOfToday() {
    assertThat(needs(changed("service: event"), read(1))).containsExactly(NEW + " 1");
  }

  @Test
  void aVersionWithoutTagsWarmsNobody() {
    var bare = changed("former: [{ version: 1, tags: [] }]");
    var at = Samples.T0.plusSeconds(3600);
    assertThat(Drawing.with(bare, at, read(1)).heat().contentTags()).isZero();
    assertThat(Drawing.with(bare, at, read(2)).heat().contentTags()).isEqualTo(1);
  }

  @Test
  void theVersionOfTodayIsNoFormerOne() {
    assertThatThrownBy(() -> changed("former: [{ version: 2, tags: [] }]"))
        .isInstanceOf(PlaybookException.class)
        .hasMessageContaining("version 2 is no former one");
  }
}
