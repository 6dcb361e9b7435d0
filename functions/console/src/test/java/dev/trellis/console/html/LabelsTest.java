package dev.trellis.console.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.journey.Step;
import dev.trellis.core.playbook.Fields.Block;
import dev.trellis.core.playbook.Machines;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.TagDefinition.Computation;
import dev.trellis.core.playbook.TagScheme.Layer;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.portrait.Heat;
import dev.trellis.core.portrait.Tag;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Behaviour;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {

  @Test
  void bothLanguagesHaveTheSameTexts() {
    var zh = Labels.in("zh");
    var en = Labels.in("en");

    assertThat(zh.keys()).isEqualTo(en.keys()).hasSizeGreaterThan(200);
    assertThat(zh.keys())
        .allSatisfy(key -> {
          assertThat(zh.find(key).orElseThrow()).isNotBlank();
          assertThat(places(zh, key)).isEqualTo(places(en, key));
        });
  }

  @Test
  void everyWordOfOursHasAName() {
    assertNamed("event", names(Happening.class));
    assertNamed("step", names(Step.class));
    assertNamed("computation", names(Computation.class).map(n -> n.toLowerCase(Locale.ROOT)));
    assertNamed("behaviour", Stream.of(Behaviour.values()));
    assertNamed("channel", Stream.of(Channel.values()));
    assertNamed("authority", Stream.of(Authority.values()));
    assertNamed("block", Stream.of(Block.values()));
    assertNamed("layer", Stream.of(Layer.values()));
    assertNamed("tag.status", Stream.of(Tag.Status.values()));
    assertNamed("mail.kind", Stream.of(MailText.Kind.values()));
    assertNamed("mail.state", Stream.of(MailLedger.State.values()));
    assertNamed("handoff.state", Stream.of(HandoffLedger.State.values()));
    assertNamed("heat", Stream.of(Heat.Level.values()).map(Heat.Level::word));
    assertNamed(
        "machine", Stream.of(Machines.Kind.values()).map(k -> k.name().toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "there is no such lead",
        "the lead to join is not there",
        "the two are one lead already",
        "the two are one lead, or one is not there",
        "a split names the lead that survived the merge",
        "the lead to split off was not absorbed",
        "erased",
        "occurredAt is ahead of our time",
        "occurredAt is more than 10 years ago",
        "more than 50 identities",
        "more than 2678400 seconds",
        "event has more than 100 characters",
        "a value of more than 4000 characters",
        "more than 200 values",
        "content is missing",
        "whoever is put into a stage or pool is so until some time",
        "an expired visitor is a lead that was silent since some time"
      })
  void whyAMessageIsRefusedIsSaidInChinese(String reason) {
    assertThat(new Words("zh", ZoneOffset.UTC).refusal(reason))
        .containsPattern("\\p{IsHan}")
        .doesNotContain("lang=");
  }

  @Test
  void whatAReaderSaysOfAMessageIsMarkedAsEnglish() {
    assertThat(new Words("zh", ZoneOffset.UTC).refusal("unexpected <b> at 3"))
        .isEqualTo("<span lang=\"en\">unexpected &lt;b&gt; at 3</span>");
  }

  private static Stream<String> names(Class<?> sealed) {
    return Stream.of(sealed.getPermittedSubclasses()).map(Class::getSimpleName);
  }

  private static void assertNamed(String of, Stream<?> words) {
    assertThat(words.map(word -> of + "." + word))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(Labels.in("zh").find(key)).as(key).isPresent());
  }

  private static String places(Labels labels, String key) {
    return labels.find(key).orElseThrow().replaceAll("[^%]*(%[ds%])?[^%]*", "$1");
  }
}
