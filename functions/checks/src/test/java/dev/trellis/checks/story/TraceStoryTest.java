package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What came of one request is found in the log by one id, from the form to the mail. */
@Isolated("reads what the whole process logs")
class TraceStoryTest {

  private static final String MEI = "mei.lin@example.cn";

  @Test
  void aFormItsEventAndItsMailHaveTheSameTraceAndAnotherFormAnother(@TempDir Path state)
      throws Exception {
    var log = new ByteArrayOutputStream();
    var out = System.out;
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (var town = new Town(state)) {
      town.register(MEI, Map.of());
      town.register("wei.chen@example.cn", Map.of());
      assertThat(town.mailsTo(MEI)).isNotEmpty();
    } finally {
      System.setOut(out);
    }

    var forms = new ArrayList<String>();
    var whats = new HashMap<String, Set<String>>();
    for (var line : log.toString(StandardCharsets.UTF_8).lines().toList()) {
      if (line.startsWith("{") && Json.parse(line).get("trace") instanceof String trace) {
        var told = Json.parse(line);
        whats.computeIfAbsent(trace, _ -> new TreeSet<>()).add((String) told.get("what"));
        if ("303".equals(told.get("status")) && "POST /f/{form}".equals(told.get("route"))) {
          forms.add(trace);
        }
      }
    }
    assertThat(forms).hasSize(2).doesNotHaveDuplicates();
    assertThat(forms)
        .allSatisfy(
            trace -> assertThat(whats.get(trace)).contains("answered", "taken", "dispatched"));
    assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(MEI, "李娜");
  }
}
