package dev.trellis.checks.localstack;

import module java.base;

/** SAM's command line, called in {@code infra} as an operator calls it. */
public final class Sam {

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Path INFRA = Path.of("..", "..", "infra");
  private static final Map<String, String> SETTINGS =
      Map.of(
          "AWS_DEFAULT_REGION", "eu-central-1",
          "SAM_CLI_TELEMETRY", "0",
          "__SAM_CLI_APP_DIR", Path.of("target", "python", "settings").toAbsolutePath().toString());

  private Sam() {}

  /** Why it is not there. */
  public static Optional<String> obstacle() {
    return PythonPackages.of(PythonPackages.SAM).obstacle();
  }

  public static Command run(String... arguments) {
    return run("sam", Map.of(), arguments);
  }

  /** The linter by itself. */
  public static Command lint(String... arguments) {
    return run("cfn-lint", Map.of(), arguments);
  }

  /** Deploys what {@code samconfig.toml} says of a stage to whatever answers there. */
  public static Command deploy(String url, String stage) {
    var there =
        Map.of(
            "AWS_ENDPOINT_URL", url, "AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test");
    return run(
        "sam",
        there,
        "deploy",
        "--config-env",
        stage,
        "--no-confirm-changeset",
        "--no-progressbar");
  }

  private static Command run(String program, Map<String, String> more, String... arguments) {
    var command = new ArrayList<String>();
    command.add(PythonPackages.of(PythonPackages.SAM).program(program));
    command.addAll(List.of(arguments));
    var settings = new HashMap<>(SETTINGS);
    settings.putAll(more);
    return Command.run(LIMIT, INFRA, settings, command.toArray(String[]::new));
  }
}
