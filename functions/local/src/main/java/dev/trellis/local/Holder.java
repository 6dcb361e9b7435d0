package dev.trellis.local;

import module java.base;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.local.state.StateFile;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The process that holds a port and a state folder, as it tells whoever would like to have them.
 *
 * @param stopping true if both will be free soon
 */
record Holder(long pid, int port, String folder, boolean stopping)
    implements Function<Request, Optional<Response>> {

  private static final String ROUTE = "/local/process";
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  /** This process. */
  static Holder here(int port, Path folder) {
    return new Holder(ProcessHandle.current().pid(), port, folder.toString(), false);
  }

  /** What the file says of a process that is still there. */
  static Optional<Holder> read(Path file) throws IOException {
    try {
      return parse(Files.readString(file))
          .filter(holder -> ProcessHandle.of(holder.pid).isPresent());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  void write(Path file) throws IOException {
    StateFile.write(file, Json.write(this));
  }

  Holder leaving() {
    return new Holder(pid, port, folder, true);
  }

  /** Says who holds the folder, and what to do. */
  String refusal() {
    return """
    the folder %s is in use by process %d, which is Trellis at http://localhost:%d.
      Stop that one, or run beside it: -Dstate=another-folder -Dport=%d\
    """
        .formatted(folder, pid, port, port + 1);
  }

  /** Says who holds the port, and what to do. */
  static String refusal(int port) {
    return at(port)
        .map(holder ->
            """
            port %d is in use by process %d, which is Trellis on the folder %s.
              Stop that one, or run beside it with -Dport=%d\
            """
                .formatted(port, holder.pid, holder.folder, port + 1))
        .orElseGet(() ->
            "port %d is in use by another program.\n  Stop that one, or take another with -Dport=%d"
                .formatted(port, port + 1));
  }

  @Override
  public Optional<Response> apply(Request request) {
    return request.method().equals("GET") && request.path().equals(ROUTE)
        ? Optional.of(Response.json(200, Json.write(this)))
        : Optional.empty();
  }

  // Only Trellis answers so; any other program says something else, or nothing.
  private static Optional<Holder> at(int port) {
    var uri = URI.create("http://127.0.0.1:" + port + ROUTE);
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
      return parse(client.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<Holder> parse(String json) {
    try {
      return Optional.of(Json.read(Holder.class, json)).filter(holder -> holder.pid > 0);
    } catch (MessageFormatException e) {
      return Optional.empty();
    }
  }
}
