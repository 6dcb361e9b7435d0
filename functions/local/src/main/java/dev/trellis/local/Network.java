package dev.trellis.local;

import module java.base;

/** What phones can reach this machine by. */
final class Network {

  /** An address that nobody has: the way to it is the way to everybody. */
  private static final InetSocketAddress ANYBODY = new InetSocketAddress("198.51.100.1", 9);

  private Network() {}

  /**
   * The address of this machine that {@code -Dhost=} names; {@code 0.0.0.0} for all of them.
   *
   * @throws StartException if it is no address of this machine
   */
  static InetAddress address(String host) {
    try {
      var address = InetAddress.getByName(host);
      if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
        return address;
      }
    } catch (UnknownHostException | SocketException e) {
      // No more of this machine than the address of another.
    }
    throw new StartException(
        "-Dhost=%s is no address of this machine. It has %s; 0.0.0.0 stands for all of them"
            .formatted(host, String.join(", ", own())));
  }

  /** What visitors call the machine that listens there. */
  static String name(String host, InetAddress address) {
    if (!address.isAnyLocalAddress()) {
      return address instanceof Inet6Address && host.contains(":") ? "[" + host + "]" : host;
    }
    return wayOut()
        .or(() -> own().stream().findFirst())
        .orElseThrow(() ->
            new StartException(
                "-Dhost=%s needs a network, and this machine is in none".formatted(host)));
  }

  // Nothing is sent: the system only chooses from which of its addresses it would be.
  private static Optional<String> wayOut() {
    try (var socket = new DatagramSocket()) {
      socket.connect(ANYBODY);
      return Optional.of(socket.getLocalAddress())
          .filter(address -> !address.isAnyLocalAddress() && !address.isLoopbackAddress())
          .map(InetAddress::getHostAddress);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<String> own() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
          .map(InetAddress::getHostAddress)
          .toList();
    } catch (SocketException e) {
      return List.of();
    }
  }
}
