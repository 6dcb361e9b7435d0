package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is erased is gone from the files of the state folder, too; mails lie where they arrived. */
@Tag("R17")
class ErasedOnDiskTest extends TownStory {

  private static final String ADDRESS = "canary@example.cn";
  private static final String MOBILE = "13800138061";

  @Test
  void nothingOfThePersonIsLeftInAnyFile() throws Exception {
    town.register(ADDRESS, Map.of("mobile", MOBILE));
    assertThat(files()).anyMatch(f -> f.startsWith("queues")).anyMatch(f -> f.startsWith("dynamo"));

    var id = town.lead(ADDRESS).at("id").text();
    town.visitor("zh").post("/local/leads/" + id + "/erase", "application/json", "");
    town.quiet();
    town.pass(Duration.ofMinutes(1));

    assertThat(files()).isEmpty();
  }

  /** Those that name the person. */
  private TreeSet<String> files() throws IOException {
    var found = new TreeSet<String>();
    try (var all = Files.walk(state)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        var name = state.relativize(file).toString();
        if (!name.startsWith("mails") && names(file)) {
          found.add(name);
        }
      }
    }
    return found;
  }

  private static boolean names(Path file) throws IOException {
    var text = Files.readString(file, StandardCharsets.ISO_8859_1);
    return text.contains(ADDRESS) || text.contains(MOBILE);
  }
}
