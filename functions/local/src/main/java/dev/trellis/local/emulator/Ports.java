package dev.trellis.local.emulator;

import module java.base;

/** Finds ports for servers that want to be told one. */
public final class Ports {

  private Ports() {}

  /** A port of the loopback interface that was free a moment ago. */
  public static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
