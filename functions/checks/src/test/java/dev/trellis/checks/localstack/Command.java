package dev.trellis.checks.localstack;

import module java.base;

/**
 * What became of a program.
 *
 * @param exitCode of its own; -1 if it could not be started or did not end in time
 * @param output what it wrote, errors among the rest
 */
public record Command(int exitCode, String output) {

  /** Runs a program in this folder. */
  public static Command run(Duration limit, String... command) {
    return run(limit, Path.of(""), Map.of(), command);
  }

  static Command run(
      Duration limit, Path folder, Map<String, String> variables, String... command) {
    try {
      var output = Files.createTempFile("output", ".txt");
      try {
        var builder = new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
        builder.environment().putAll(variables);
        var process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (!process.waitFor(limit)) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly().waitFor();
          return new Command(-1, Files.readString(output) + "\nno end after " + limit);
        }
        return new Command(process.exitValue(), Files.readString(output));
      } finally {
        Files.delete(output);
      }
    } catch (IOException notThere) {
      return new Command(-1, notThere.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Command(-1, "interrupted");
    }
  }

  public boolean isDone() {
    return exitCode == 0;
  }

  /** The last line that is not empty: where programs say what was wrong. */
  String lastLine() {
    return output.lines().filter(line -> !line.isBlank()).reduce("", (_, line) -> line);
  }
}
