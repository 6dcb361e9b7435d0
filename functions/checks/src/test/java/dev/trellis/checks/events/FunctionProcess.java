package dev.trellis.checks.events;

import module java.base;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import dev.trellis.checks.template.DeployedFunction;

/** Runs a function as Lambda does: its zip and AWS's runtime client, in a process of their own. */
final class FunctionProcess {

  private static final int LIMIT_SECONDS = 120;
  private static final String OUTPUT = "output.txt";

  /** How Lambda's Java tells whose hooks are called. */
  private static final String SNAPSHOTS =
      "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";

  /** What Lambda gives the heap of a function's memory. */
  private static final int HEAP_OF_A_HUNDRED = 85;

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private final DeployedFunction function;
  private final Path folder;
  private int peak;
  private Duration cpu;
  private Duration atSnapshot = Duration.ZERO;
  private Process running;

  /**
   * @param folder an empty one, for the unpacked zip and the output
   */
  FunctionProcess(DeployedFunction function, Path folder) {
    this.function = function;
    this.folder = folder;
  }

  /** Gives the function one event; the answer is its response as JSON. */
  String invoke(String event, Map<String, String> variables) throws Exception {
    return invoke(event, variables, false);
  }

  /**
   * The same as if SnapStart had it: all is ready, a snapshot is taken, and it goes on from there.
   */
  String restoreAndInvoke(String event, Map<String, String> variables) throws Exception {
    return invoke(event, variables, true);
  }

  private String invoke(String event, Map<String, String> variables, boolean isRestored)
      throws Exception {
    var task = unpacked();
    try (var api = new RuntimeApi(event, () -> atSnapshot = computed(running))) {
      var process = running = start(task, api.address(), variables, isRestored);
      process
          .onExit()
          .thenRun(() -> api.response().completeExceptionally(new AssertionError("it ended")));
      try {
        var answer = api.response().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        cpu = computed(process).minus(atSnapshot);
        peak = peak(process);
        return answer;
      } catch (ExecutionException e) {
        throw new AssertionError(function + ": " + output(), e.getCause());
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  /** The most memory that the process had, in megabytes, up to its answer. */
  int peak() {
    return peak;
  }

  private static Duration computed(Process process) {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** What all of its threads computed, from its start or its snapshot to its answer. */
  Duration cpu() {
    return cpu;
  }

  private static int peak(Process process) throws IOException {
    var status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
    var found = PEAK.matcher(status);
    if (!found.find()) {
      throw new AssertionError("its memory is told nowhere: " + status);
    }
    return Integer.parseInt(found.group(1)) / 1024;
  }

  /** What it has written so far. */
  String output() throws IOException {
    return Files.readString(folder.resolve(OUTPUT));
  }

  private Process start(Path task, String api, Map<String, String> variables, boolean isRestored)
      throws IOException {
    var command = new ArrayList<>(RuntimeClient.java(folder));
    command.add("-Xmx" + function.memory() * HEAP_OF_A_HUNDRED / 100 + "m");
    command.addAll(List.of("-classpath", classPath(task)));
    command.addAll(List.of(AWSLambda.class.getName(), function.handler()));
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    environment.clear();
    environment.putAll(variables);
    environment.put("JAVA_TOOL_OPTIONS", function.options());
    if (isRestored) {
      environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
      environment.merge("JAVA_TOOL_OPTIONS", SNAPSHOTS, (own, its) -> own + " " + its);
    }
    environment.put("AWS_LAMBDA_RUNTIME_API", api);
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.id());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory()));
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "functions");
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "stream-1");
    environment.put("_HANDLER", function.handler());
    environment.put("LAMBDA_TASK_ROOT", task.toString());
    return builder
        .directory(task.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(OUTPUT).toFile())
        .start();
  }

  /** The zip's classes and libraries, and what Lambda adds. */
  private static String classPath(Path task) {
    return Stream.of(task, task.resolve("lib").resolve("*"), RuntimeClient.classPath())
        .map(Object::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Path unpacked() throws IOException {
    var root = folder.resolve("task");
    if (Files.exists(root)) {
      return root;
    }
    Files.createDirectories(root);
    try (var zip = new ZipFile(Zips.existing(function.zip()).toFile())) {
      for (var entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
          throw new AssertionError("leads out of the zip: " + entry.getName());
        }
        Files.createDirectories(target.getParent());
        try (var in = zip.getInputStream(entry)) {
          Files.copy(in, target);
        }
      }
    }
    return root;
  }
}
