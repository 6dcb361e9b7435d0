package dev.trellis.checks.imports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.imports.Census;
import dev.trellis.local.LocalTrellis;
import dev.trellis.local.Options;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real way: through the queues and handlers of the template that runs on this machine. */
@Tag("R31")
class ImportOnEmulatorsTest {

  private static final Path TEMPLATE = Path.of("../../infra/template.yaml");

  @TempDir private Path folder;

  @Test
  void whatTheDryRunToldIsWhatTheQueuesDo() throws IOException, InterruptedException {
    var file = folder.resolve("crowd.csv");
    var crowd = Crowd.write(file, 5, 60);
    var state = folder.resolve("state");
    var town = new Town();
    var dry = town.rehearse(file, folder.resolve("errors.csv"));

    var out = new ByteArrayOutputStream();
    try (var trellis = LocalTrellis.start(Options.of(TEMPLATE, state).standingAt(Town.NOW));
        var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      trellis.importFile(file, print);

      var told = imports(trellis);
      assertThat(told.get("now")).isEqualTo(Json.parse(Json.write(dry.after())).get("counts"));
      assertThat(told.get("unclassified")).isEqualTo((int) dry.after().count(Census.UNCLASSIFIED));
      assertThat(told.get("imports"))
          .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
          .singleElement()
          .satisfies(one -> assertThat(one.get("result")).isNotNull());
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains(Integer.toString(crowd.people()), Integer.toString(crowd.broken()));
    }
    assertThat(Files.readAllLines(state.resolve("import-" + dry.batch() + "-errors.csv")))
        .isEqualTo(Files.readAllLines(folder.resolve("errors.csv")));
  }

  private static Map<String, Object> imports(LocalTrellis trellis)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(trellis.url() + "/local/imports")).build();
      return Json.parse(http.send(request, BodyHandlers.ofString()).body());
    }
  }
}
