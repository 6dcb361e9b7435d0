package dev.trellis.ops;

import module java.base;
import module java.net.http;

import dev.trellis.aws.Environment;
import dev.trellis.core.json.Json;
import dev.trellis.ops.aws.DeployedStack;
import dev.trellis.ops.aws.Stack;

/** {@code mvn -Pops -Dstack=… -Ddo="…"}: one command of an operator. */
public final class Ops {

  /** The stack that runs on this machine. */
  private static final String LOCAL = "local";

  private final Teller teller = new Teller(Locale.getDefault().getLanguage(), System.out);

  private Ops() {}

  /** Takes {@code --stack= --port= --do=}; ends with 1 if it was not done. */
  public static void main(String[] arguments) {
    var told = new HashMap<String, String>();
    for (var argument : arguments) {
      var parts = argument.split("=", 2);
      told.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    try {
      new Ops()
          .run(
              told.getOrDefault("--stack", ""),
              told.getOrDefault("--port", "8080"),
              told.getOrDefault("--do", "help"));
    } catch (IOException | InterruptedException | RuntimeException e) {
      System.err.println("\n" + e.getMessage() + "\n");
      System.exit(1);
    }
  }

  private void run(String stack, String port, String line)
      throws IOException, InterruptedException {
    if (line.isBlank() || line.equals("help")) {
      new Commands(Stack.NONE).run("help", teller);
    } else if (stack.isBlank()) {
      throw teller.refusal(
          "say which stack: -Dstack=trellis-dev, or -Dstack=local for the one on this machine",
          "请指明堆栈：-Dstack=trellis-dev；本机运行的用 -Dstack=local");
    } else if (stack.equals(LOCAL)) {
      ask(port, line);
    } else {
      var found = DeployedStack.find(stack, Environment.current());
      var deployed =
          found.orElseThrow(
              () -> teller.refusal("AWS_REGION has no stack %s", "AWS_REGION 中没有堆栈 %s", stack));
      new Commands(deployed).run(line, teller);
    }
  }

  // Its tables are open in that process alone, so that one does it.
  private void ask(String port, String line) throws IOException, InterruptedException {
    var said = Json.compose(Map.of("do", line, "language", teller.language()));
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/local/ops"))
            .POST(HttpRequest.BodyPublishers.ofString(said))
            .header("content-type", "application/json")
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
      teller.out().print(answer.body());
    } catch (ConnectException e) {
      throw teller.refusal(
          "nothing answers at port %s: start mvn -Plocal, or say -Dport=",
          "端口 %s 没有应答：先启动 mvn -Plocal，或用 -Dport= 指明端口", port);
    }
  }
}
