package dev.trellis.checks.localstack;

import module java.base;

/** Asks the Docker daemon, quickly, whether a container of an image can be started right now. */
final class Docker {

  private static final String SOCKET = "/var/run/docker.sock";
  private static final int PATIENCE_SECONDS = 3;

  private Docker() {}

  /** Why the image cannot be started without waiting for anyone; empty if it can. */
  static Optional<String> obstacle(String image) {
    var socket = Path.of(URI.create(host()).getPath());
    if (!Files.exists(socket)) {
      return Optional.of("there is no Docker daemon at " + socket);
    }
    try {
      var status = status(socket, "/images/" + image + "/json");
      return status.contains(" 200 ")
          ? Optional.empty()
          : Optional.of("the image is not on this machine: docker pull " + image);
    } catch (Exception e) {
      return Optional.of("the Docker daemon at " + socket + " does not answer");
    }
  }

  private static String host() {
    var host = System.getenv("DOCKER_HOST");
    return host != null && host.startsWith("unix://") ? host : "unix://" + SOCKET;
  }

  private static String status(Path socket, String path) throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        return executor.submit(() -> ask(socket, path)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } finally {
        executor.shutdownNow(); // interrupts a read that still waits
      }
    }
  }

  /** The status line; one read is enough for it. */
  private static String ask(Path socket, String path) throws IOException {
    var request = "GET " + path + " HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n";
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      var buffer = ByteBuffer.allocate(256);
      channel.read(buffer);
      return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII)
          .lines()
          .findFirst()
          .orElse("");
    }
  }
}
