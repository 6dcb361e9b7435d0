package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.local.Options;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters to a group: counted, let go by a person, sent once, stopped half way. */
@Tag("R50")
class LetterStoryTest {

  @TempDir private Path folder;

  @Test
  void goesOnceToWhomAPersonSaidYesAndToNobodyAfterAStop() throws Exception {
    var options = Options.of(Town.TEMPLATE, folder.resolve("state")).withPlaybook(playbook());
    try (var town = new Town(options)) {
      town.register("li@example.cn", TownStory.nurtured("13800138051"));
      town.register("wu@example.cn", TownStory.nurtured("13800138052"));
      town.register("no@example.cn", TownStory.nurtured("13800138053"));
      leave(town, "no@example.cn");
      assertThat(letter(town, "morning").at("phase").text()).as("of nobody").isEqualTo("waiting");
      assertThat(town.say("/local/letters/morning/recount").statusCode()).isEqualTo(200);
      town.pass(Duration.ofMinutes(3));

      var counted = letter(town, "morning");
      assertThat(counted.at("phase").text()).isEqualTo("waiting");
      assertThat(counted.at("counts", "gets").value()).isEqualTo(2);
      assertThat(counted.at("counts", "unsubscribed").value()).isEqualTo(1);
      var path = "/local/letters/morning";
      assertThat(town.say(path + "/stop").statusCode()).isEqualTo(409);
      assertThat(town.say(path + "/approve?count=another").statusCode()).isEqualTo(409);
      assertThat(town.say("/local/letters/none/approve?count=x").statusCode()).isEqualTo(404);
      for (var language : List.of("zh", "en")) {
        assertThat(town.html(path, language)).contains("/approve?count=", ">2<");
        assertThat(town.html("/local/letters", language)).contains("/letters/evening");
      }

      town.pass(Duration.ofHours(1));
      assertThat(sent(town, "li@example.cn")).as("nobody said yes").isEmpty();
      var yes = path + "/approve?count=" + letter(town, "morning").at("count").text();
      assertThat(town.say(yes).statusCode()).isEqualTo(200);
      assertThat(town.say(yes).statusCode()).isEqualTo(409);
      town.pass(Duration.ofMinutes(5));
      assertThat(letter(town, "morning").at("phase").text()).isEqualTo("done");
      assertThat(letter(town, "morning").at("yes", "actor").text()).isEqualTo("local");
      assertThat(sent(town, "li@example.cn")).containsExactly("SENT");
      assertThat(sent(town, "wu@example.cn")).containsExactly("SENT");
      assertThat(sent(town, "no@example.cn")).containsExactly("unsubscribed");

      assertThat(letter(town, "morning").at("became", "sent").value()).isEqualTo(2);
      read(town, "li@example.cn");
      var out = link(town, "wu@example.cn", "/u/");
      town.visitor("en").post(out.substring(out.indexOf("/u/")), Map.of("unsubscribe", "all"));
      town.quiet();

      // Who joins afterwards does not get it; and nobody gets it twice.
      town.register("late@example.cn", TownStory.nurtured("13800138054"));
      town.register("li@example.cn", TownStory.nurtured("13800138051"));
      town.pass(Duration.ofHours(2));
      assertThat(sent(town, "late@example.cn")).isEmpty();
      assertThat(sent(town, "li@example.cn")).containsExactly("SENT");

      var became = letter(town, "morning").at("became");
      assertThat(became.at("read").value()).isEqualTo(1);
      assertThat(became.at("clicked").value()).isEqualTo(1);
      assertThat(became.at("unsubscribed").value()).isEqualTo(1);
      assertThat(letter(town, "evening").at("became").toString())
          .doesNotContain("clicked", "unsubscribed");
      assertThat(town.html(path, "zh")).contains("点击", "退订", "真人以");

      var evening = "/local/letters/evening";
      var late = letter(town, "evening").at("count").text();
      assertThat(town.say(evening + "/recount").statusCode()).isEqualTo(200);
      town.pass(Duration.ofMinutes(2));
      assertThat(town.say(evening + "/approve?count=" + late).statusCode()).isEqualTo(409);
      var count = letter(town, "evening").at("count").text();
      assertThat(town.say(evening + "/approve?count=" + count).statusCode()).isEqualTo(200);
      town.pass(Duration.ofHours(11)); // its hour is one of the night: it waits for the morning
      assertThat(letter(town, "evening").at("phase").text()).isEqualTo("done");
      assertThat(town.say(evening + "/stop").statusCode()).isEqualTo(200);
      town.pass(Duration.ofDays(4));
      assertThat(letter(town, "evening").at("stop", "actor").text()).isEqualTo("local");
      assertThat(states(town, "li@example.cn", "evening")).containsExactly("cancelled");
      assertThat(states(town, "late@example.cn", "evening")).containsExactly("cancelled");
    }
  }

  private static View letter(Town town, String id) throws Exception {
    return town.json("/local/letters/" + id);
  }

  private static List<String> sent(Town town, String address) throws Exception {
    return states(town, address, "morning");
  }

  private static List<String> states(Town town, String address, String letter) throws Exception {
    return town.lead(address).at("mails").list().stream()
        .filter(mail -> mail.at("journey").text().equals(letter))
        .map(mail ->
            mail.at("reason").value() == null
                ? mail.at("state").text().toUpperCase(Locale.ROOT)
                : mail.at("reason").text())
        .toList();
  }

  private static void read(Town town, String address) throws Exception {
    var link = link(town, address, "/c/");
    town.pass(Duration.ofMinutes(1));
    var reader = town.visitor("zh");
    reader.get(link);
    reader.post(link + "/read", "application/json", "{}");
    town.quiet();
  }

  private static String link(Town town, String address, String kind) throws Exception {
    return town.mailsTo(address).getLast().at("links").list().stream()
        .map(View::text)
        .filter(text -> text.contains(kind))
        .findFirst()
        .orElseThrow();
  }

  private static void leave(Town town, String address) throws Exception {
    var leave =
        town.mailsTo(address).getFirst().at("links").list().stream()
            .map(View::text)
            .filter(link -> link.contains("/u/"))
            .findFirst()
            .orElseThrow();
    var path = leave.substring(leave.indexOf("/u/"));
    town.visitor("en").post(path, Map.of("unsubscribe", "all"));
    town.quiet();
  }

  private Path playbook() throws IOException {
    var root =
        ChangedPlaybook.in(
            folder.resolve("changed"),
            Map.of(
                "audiences.yaml",
                text ->
                    text
                        + "\n  - { id: readers, name: { zh: 读者, en: Readers }, of: prospects,"
                        + " who: { industry: { is: finance } } }\n"));
    Files.createDirectories(root.resolve("letters"));
    write(root, "morning", "2026-10-26T10:00", "2026-10-27T18:00");
    write(root, "evening", "2026-10-26T23:00", "2026-10-30T18:00");
    return root;
  }

  private static void write(Path root, String id, String at, String expires) throws IOException {
    Files.writeString(
        root.resolve("letters/" + id + ".yaml"),
        """
        name: { zh: %s, en: %s }
        group: readers
        at: %s
        expires: %s
        send: { mail: case, content: case-general }
        """
            .formatted(id, id, at, expires));
  }
}
