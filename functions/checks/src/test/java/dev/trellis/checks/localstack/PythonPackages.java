package dev.trellis.checks.localstack;

import module java.base;

/**
 * Packages of Python 3.13 in a virtual environment of their own, which the first who asks makes
 * under {@code target}.
 */
public final class PythonPackages {

  /** SAM's command line, and the linter that it calls. */
  public static final String SAM = "sam";

  static final String LOCALSTACK = "localstack";

  /** What is pinned, and what LocalStack finds beside its own modules. */
  static final Path SOURCES = Path.of("src", "test", "python").toAbsolutePath();

  private static final String PYTHON = System.getProperty("python", "python3.13");
  private static final Duration A_MOMENT = Duration.ofSeconds(20);
  private static final Duration DOWNLOADS = Duration.ofMinutes(10);
  private static final Map<String, PythonPackages> ALL = new ConcurrentHashMap<>();

  private final Path folder;
  private final Optional<String> obstacle;

  private PythonPackages(String name) {
    this.folder = Path.of("target", "python", name).toAbsolutePath();
    this.obstacle = install(SOURCES.resolve(name + ".txt"));
  }

  public static PythonPackages of(String name) {
    return ALL.computeIfAbsent(name, PythonPackages::new);
  }

  /** Why they are not there. */
  public Optional<String> obstacle() {
    return obstacle;
  }

  /** A program that came with them. */
  public String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private Optional<String> install(Path wanted) {
    var version = Command.run(A_MOMENT, PYTHON, "--version");
    if (!version.isDone() || !version.output().startsWith("Python 3.13.")) {
      return Optional.of(
          "%s is no Python 3.13 (%s); name one with -Dpython="
              .formatted(PYTHON, version.lastLine()));
    }
    var installed = folder.resolve("installed.txt");
    try {
      if (Files.exists(installed) && Files.mismatch(installed, wanted) < 0) {
        return Optional.empty();
      }
      var made =
          List.of(
              Command.run(DOWNLOADS, PYTHON, "-m", "venv", "--clear", folder.toString()),
              Command.run(
                  DOWNLOADS,
                  program("python"),
                  "-m",
                  "pip",
                  "install",
                  "--quiet",
                  "--disable-pip-version-check",
                  "--retries=1",
                  "--requirement=" + wanted));
      for (var step : made) {
        if (!step.isDone()) {
          return Optional.of(
              "%s cannot be installed: %s".formatted(wanted.getFileName(), step.lastLine()));
        }
      }
      Files.copy(wanted, installed, StandardCopyOption.REPLACE_EXISTING);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
