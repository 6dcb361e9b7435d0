package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.trellis.local.Local;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Accepted is durable on one machine as well: whenever the process is killed, each form that was
 * thanked becomes one lead and one mail after the next start. {@code -Dkill.accepted=200
 * -Dkill.rounds=10} is the full size.
 */
class KilledTest {

  private static final int ROUNDS = Integer.getInteger("kill.rounds", 1);
  private static final int ACCEPTED = Integer.getInteger("kill.accepted", 20);
  private static final int LONGEST_MILLIS = 1000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir private Path folder;

  private final Random random = new Random();
  private final List<Integer> moments = new ArrayList<>();
  private final TreeSet<String> accepted = new TreeSet<>();
  private String url;
  private Visitor staff;

  @Test
  void whatWasAcceptedIsDoneOnceWheneverTheProcessIsKilled() throws Exception {
    for (int round = 0; round <= ROUNDS; round++) {
      var process = start();
      try {
        url = "http://localhost:" + port(process);
        staff = new Visitor(url, "en");
        assertEachOnce();
        if (round < ROUNDS) {
          accept(round);
          moments.add(random.nextInt(LONGEST_MILLIS));
          Thread.sleep(moments.getLast());
        }
      } finally {
        process.destroyForcibly().waitFor(); // which is kill -9
      }
    }
  }

  private void assertEachOnce() throws Exception {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (staff.get("/local/idle").statusCode() != 200 && System.nanoTime() < end) {
      Thread.sleep(50); // it has a patience of its own
    }
    var leads = json("/local/leads").texts("email");
    var mails = json("/local/mails").texts("to");
    var when = "killed " + moments + " ms after the last answer: ";
    assertThat(leads).as(when + "leads").containsExactlyInAnyOrderElementsOf(accepted);
    assertThat(mails).as(when + "mails").containsExactlyInAnyOrderElementsOf(accepted);
  }

  private void accept(int round) throws Exception {
    advance("PT1H"); // an hour's mails of one network are not without end
    var forms = new LinkedHashMap<Visitor, Map<String, String>>();
    for (int i = 0; i < ACCEPTED; i++) {
      var visitor = new Visitor(url, "zh-CN");
      var fields = visitor.open("/f/summit-deck");
      fields.putAll(Town.person("killed-%d-%d@example.cn".formatted(round, i)));
      forms.put(visitor, fields);
    }
    advance("PT20S");
    for (var form : forms.entrySet()) {
      var answer = form.getKey().post("/f/summit-deck", form.getValue());
      assertThat(answer.statusCode()).as(Visitor.text(answer)).isEqualTo(303);
      accepted.add(form.getValue().get("email"));
    }
  }

  private void advance(String period) throws Exception {
    var said = "{\"advance\": \"%s\"}".formatted(period);
    assertThat(staff.post("/local/clock", "application/json", said).statusCode()).isEqualTo(200);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            System.getProperty("java.class.path"),
            Local.class.getName(),
            "--template=" + Town.TEMPLATE,
            "--state=" + folder.resolve("state"),
            "--port=0")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
  }

  // The port is taken before the start is over; the first request then waits for the rest.
  private int port(Process process) throws IOException, InterruptedException {
    var file = folder.resolve("state").resolve("process.json");
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      if (Files.exists(file)) {
        var holder = new View(JSON.std.anyFrom(Files.readString(file)));
        if (holder.at("pid").value() instanceof Number pid && pid.longValue() == process.pid()) {
          return (int) holder.at("port").value();
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("does not start: " + Files.readString(folder.resolve("output.txt")));
  }

  private View json(String path) throws IOException, InterruptedException {
    var answer = staff.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new View(JSON.std.anyFrom(answer.body()));
  }
}
