package dev.trellis.aws.ses;

import module java.base;

/**
 * An endpoint that reads whole requests and treats each as it is told. A bare socket, since an HTTP
 * server would not break its own answers.
 */
final class StandInSes implements AutoCloseable {

  /** What becomes of a request once it was read. */
  interface Treatment {
    void answer(Socket socket) throws Exception;
  }

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<String> requests = new ArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Treatment treatment;

  StandInSes(Treatment treatment) throws IOException {
    this.treatment = treatment;
    Thread.ofVirtual().start(this::accept);
  }

  /** Answers with a status and a body; the connection stays open for the next request. */
  static Treatment answering(int status, String body) {
    return socket -> {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      var head =
          "HTTP/1.1 %d Status\r\nContent-Type: text/xml\r\nContent-Length: %d\r\n\r\n"
              .formatted(status, bytes.length);
      var out = socket.getOutputStream();
      out.write((head + body).getBytes(StandardCharsets.UTF_8));
      out.flush();
    };
  }

  /** Takes the request and closes the connection without a word. */
  static Treatment closing() {
    return Socket::close;
  }

  /** Takes the request and never answers. */
  static Treatment stalling() {
    return socket -> socket.getInputStream().readAllBytes();
  }

  void treat(Treatment next) {
    treatment = next;
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** Bodies of all requests that came in. */
  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  /** How many connections were opened. */
  int connections() {
    return connections.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      while (!socket.isClosed()) {
        var body = read(socket.getInputStream());
        synchronized (this) {
          requests.add(body);
        }
        treatment.answer(socket);
      }
    } catch (Exception e) {
      // The client went away.
    }
  }

  private static String read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed");
      }
      head.append((char) next);
    }
    var length =
        head.toString()
            .lines()
            .filter(line -> line.toLowerCase().startsWith("content-length:"))
            .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
            .sum();
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
