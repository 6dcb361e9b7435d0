package dev.trellis.local;

import module java.base;

import com.sun.net.httpserver.HttpHandler;
import dev.trellis.local.emulator.HttpListener;

/** Where visitors come in: from this machine, and with {@code -Dhost=} from its network too. */
final class FrontDoor implements Closeable {

  private final List<HttpListener> listeners;
  private final String host;

  private FrontDoor(List<HttpListener> listeners, String host) {
    this.listeners = listeners;
    this.host = host;
  }

  /** Takes the port without letting anyone in yet. */
  static FrontDoor bind(Options options) throws IOException {
    var listeners = new ArrayList<HttpListener>();
    try {
      var network = options.host().map(Network::address).filter(a -> !a.isLoopbackAddress());
      var everywhere = network.filter(InetAddress::isAnyLocalAddress);
      var here = everywhere.orElseGet(InetAddress::getLoopbackAddress);
      listeners.add(HttpListener.bind(here, options.port()));
      if (network.isPresent() && everywhere.isEmpty()) {
        listeners.add(HttpListener.bind(network.get(), listeners.getFirst().port()));
      }
      return new FrontDoor(
          listeners, network.map(a -> Network.name(options.host().get(), a)).orElse("localhost"));
    } catch (BindException e) {
      listeners.forEach(HttpListener::close);
      throw new StartException(Holder.refusal(options.port()));
    } catch (IOException | RuntimeException e) {
      listeners.forEach(HttpListener::close);
      throw e;
    }
  }

  /** Begins to let in. */
  void serve(HttpHandler handler) {
    listeners.forEach(listener -> listener.serve(handler));
  }

  int port() {
    return listeners.getFirst().port();
  }

  /** The address for this machine. */
  String url() {
    return listeners.getFirst().url();
  }

  /** The address for visitors, which stands in codes and mails. */
  String publicUrl() {
    return "http://" + host + ":" + port();
  }

  @Override
  public void close() {
    listeners.forEach(HttpListener::close);
  }
}
