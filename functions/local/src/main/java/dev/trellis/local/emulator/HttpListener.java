package dev.trellis.local.emulator;

import module java.base;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A small HTTP server, of this machine only unless it is given another address. */
public final class HttpListener implements Closeable {

  static {
    // Else Nagle's algorithm holds back each answer on a kept connection for 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads;

  private HttpListener(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Answers one request. */
  @FunctionalInterface
  public interface Handler {
    Answer answer(HttpExchange exchange, byte[] body) throws IOException;
  }

  /** Status, media type and text of an answer. */
  public record Answer(int status, String mediaType, String text) {}

  /** Takes a port (0: any free one) of this machine alone, without listening to anyone yet. */
  public static HttpListener bind(int port) throws IOException {
    return bind(InetAddress.getLoopbackAddress(), port);
  }

  /** The same at an address that others can reach. */
  public static HttpListener bind(InetAddress address, int port) throws IOException {
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    var server = HttpServer.create(new InetSocketAddress(address, port), 0);
    server.setExecutor(threads);
    return new HttpListener(server, threads);
  }

  /** Starts a server at any free port. */
  static HttpListener start(Handler handler) throws IOException {
    var server = bind(0);
    server.serve(exchange -> send(exchange, handler));
    return server;
  }

  /** Begins to listen. */
  public void serve(com.sun.net.httpserver.HttpHandler handler) {
    server.createContext("/", handler);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void send(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      var answer = answer(exchange, handler);
      var bytes = answer.text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Answer answer(HttpExchange exchange, Handler handler) throws IOException {
    try {
      return handler.answer(exchange, exchange.getRequestBody().readAllBytes());
    } catch (RuntimeException e) {
      report(System.err, e);
      return new Answer(500, "text/plain", "");
    }
  }

  // Class and place only: a message may quote what a visitor typed.
  private static void report(PrintStream out, RuntimeException e) {
    var place = e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0];
    out.println("local: " + e.getClass().getName() + " at " + place);
  }
}
