package dev.trellis.checks.localstack;

import module java.base;
import module java.net.http;

import dev.trellis.checks.events.RuntimeClient;
import dev.trellis.local.emulator.Ports;

/** LocalStack from its Python package, without Docker; all it writes is under {@code target}. */
final class LocalStackProcess {

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration END = Duration.ofSeconds(5);
  private static final Path FOLDER = Path.of("target", "localstack").toAbsolutePath();
  private static final Path OUTPUT = FOLDER.resolve("output.txt");

  private LocalStackProcess() {}

  static LocalStack.Endpoint start() {
    var python = PythonPackages.of(PythonPackages.LOCALSTACK);
    if (python.obstacle().isPresent()) {
      return LocalStack.Endpoint.none(python.obstacle().get());
    }
    try {
      var address = "127.0.0.1:" + Ports.free();
      var process = start(python.program("python"), address);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
      awaitReady(process, "http://" + address);
      return LocalStack.Endpoint.at("http://" + address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Process start(String python, String address) throws IOException {
    DynamoDbLocal.install(FOLDER.resolve("var/lib/localstack/lib"));
    var temporary = Files.createDirectories(FOLDER.resolve("tmp"));
    var builder = new ProcessBuilder(python, "-m", "localstack.runtime.main");
    builder
        .environment()
        .putAll(
            Map.ofEntries(
                Map.entry("FILESYSTEM_ROOT", FOLDER.toString()),
                // Else it would write to the root wherever this machine is a container itself.
                Map.entry("OVERRIDE_IN_DOCKER", "0"),
                Map.entry("TMPDIR", temporary.toString()),
                Map.entry("GATEWAY_LISTEN", address),
                Map.entry("LOCALSTACK_HOST", address),
                Map.entry("SQS_ENDPOINT_STRATEGY", "path"),
                Map.entry("DISABLE_EVENTS", "1"),
                Map.entry("SKIP_SSL_CERT_DOWNLOAD", "1"),
                Map.entry("DNS_ADDRESS", "0"),
                Map.entry("DYNAMODB_IN_MEMORY", "1"),
                Map.entry("CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES", "1"),
                Map.entry("PYTHONPATH", PythonPackages.SOURCES.toString()),
                Map.entry("PYTHONDONTWRITEBYTECODE", "1"),
                Map.entry("LAMBDA_RUNTIME_EXECUTOR", "runtime-client"),
                Map.entry("RUNTIME_CLIENT_JAVA", String.join("\n", RuntimeClient.java(FOLDER))),
                Map.entry("RUNTIME_CLIENT_CLASS_PATH", RuntimeClient.classPath())));
    return builder
        .directory(FOLDER.toFile())
        .redirectErrorStream(true)
        .redirectOutput(OUTPUT.toFile())
        .start();
  }

  private static void awaitReady(Process process, String url)
      throws IOException, InterruptedException {
    var patience = Instant.now().plus(START);
    var health = HttpRequest.newBuilder(URI.create(url + "/_localstack/health"));
    try (var client = HttpClient.newHttpClient()) {
      while (process.isAlive() && Instant.now().isBefore(patience)) {
        try {
          if (isDone(client, health)) {
            // DynamoDB starts when it is first asked, and is slower than our clients are patient.
            isDone(client, tables(url));
            return;
          }
        } catch (IOException notYet) {
          Thread.sleep(200);
        }
      }
    }
    throw new AssertionError("LocalStack does not start: " + Files.readString(OUTPUT));
  }

  private static HttpRequest.Builder tables(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/x-amz-json-1.0")
        .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
        .header(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=test/20261130/eu-central-1/dynamodb/aws4_request,"
                + " SignedHeaders=host, Signature=none")
        .POST(HttpRequest.BodyPublishers.ofString("{}"));
  }

  private static boolean isDone(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client
            .send(request.timeout(START).build(), HttpResponse.BodyHandlers.discarding())
            .statusCode()
        == 200;
  }

  private static void stop(Process process) {
    // Its own children, DynamoDB and the functions, would outlive it.
    var children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(END)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
