package dev.trellis.checks.events;

import module java.base;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Lambda's runtime API for one function that gets one event. */
final class RuntimeApi implements AutoCloseable {

  private static final String ROOT = "/2018-06-01/runtime";
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> response = new CompletableFuture<>();
  private final Runnable restoring;

  RuntimeApi(String event) throws IOException {
    this(event, () -> {});
  }

  /**
   * @param restoring told when all is ready for a snapshot, of which the function then comes back
   */
  RuntimeApi(String event, Runnable restoring) throws IOException {
    this.restoring = restoring;
    events.add(event);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(ROOT, this::serve);
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** What the function answers; fails with what it, or its start, failed with. */
  CompletableFuture<String> response() {
    return response;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath().substring(ROOT.length());
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (path.equals("/invocation/next")) {
        next(exchange);
        return;
      }
      if (path.equals("/restore/next")) {
        restoring.run();
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      exchange.sendResponseHeaders(202, -1);
      if (path.endsWith("/response")) {
        response.complete(body);
      } else if (path.endsWith("/error")) {
        response.completeExceptionally(new AssertionError(path + " " + body));
      }
    }
  }

  // The second call waits until it is all over, as between two events.
  private void next(HttpExchange exchange) throws IOException {
    try {
      var event = events.take().getBytes(StandardCharsets.UTF_8);
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", "application/json");
      headers.set("Lambda-Runtime-Aws-Request-Id", "request-1");
      headers.set(
          "Lambda-Runtime-Deadline-Ms",
          Long.toString(System.currentTimeMillis() + DEADLINE.toMillis()));
      headers.set(
          "Lambda-Runtime-Invoked-Function-Arn",
          "arn:aws:lambda:eu-central-1:123456789012:function:function-1");
      headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
      exchange.sendResponseHeaders(200, event.length);
      exchange.getResponseBody().write(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
