package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.local.Options;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company that connects its channels first, and thinks of tags later. */
@Tag("R3")
class WithoutTagsTest {

  private static final Path SHIPPED = Town.TEMPLATE.resolveSibling("playbook");

  @TempDir private Path state;
  @TempDir private Path playbook;

  @Test
  void captureIdentityAndTimelineNeedNoTags() throws Exception {
    withoutTags();
    try (var town = new Town(Options.of(Town.TEMPLATE, state).withPlaybook(playbook))) {
      var mobile = Map.of("need", "lead-scoring", "plan", "no-plan", "mobile", "13800138077");
      town.register("bare@example.cn", mobile);
      var first = town.lead("bare@example.cn");
      town.pass(Duration.ofHours(1));
      town.register("bare@example.cn", mobile);
      var lead = town.lead("bare@example.cn");

      assertThat(lead.at("tags").list()).isEmpty();
      assertThat(lead.at("id").text()).as("one person").isEqualTo(first.at("id").text());
      assertThat(lead.at("events").texts("kind"))
          .contains("CodeScanned", "MailSent")
          .filteredOn("FormSubmitted"::equals)
          .hasSize(2);
      assertThat(lead.at("placement", "pool").text()).isEqualTo("mil/high");
      assertThat(town.mailsTo("bare@example.cn")).isNotEmpty();
    }
  }

  private void withoutTags() throws IOException {
    try (var files = Files.walk(SHIPPED)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = playbook.resolve(SHIPPED.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Files.delete(playbook.resolve("tags.yaml"));
    Files.delete(playbook.resolve("journeys/upgrade.yaml"));
    replace("contents.yaml", "(?m)^    tags: .*\\n", "");
    replace("journeys/high-value.yaml", "tag: need:\\$topic", "need: { is: \\$topic }");
  }

  private void replace(String file, String what, String by) throws IOException {
    var path = playbook.resolve(file);
    var text = Files.readString(path);
    var without = text.replaceAll(what, by);
    assertThat(without).isNotEqualTo(text);
    Files.writeString(path, without);
  }
}
