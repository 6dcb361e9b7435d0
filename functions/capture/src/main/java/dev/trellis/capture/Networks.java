package dev.trellis.capture;

import module java.base;

import dev.trellis.core.event.Origin;
import dev.trellis.core.http.Request;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.core.signing.Tokens;

/**
 * The network that a request came from, as a keyed hash: who asks too much is told apart, and
 * nobody's address is kept. A network is what one party gets and cannot multiply at will: of IPv4
 * the first 24 bits, since no smaller block is routed by itself and neighbours in it are cheap to
 * rent; of IPv6 the first 48, since one customer may get so many (a /64 is but one line of theirs,
 * of which a /48 has 65,536).
 */
final class Networks {

  private static final int IPV4_BYTES = 3;
  private static final int IPV6_BYTES = 6;
  private static final int LENGTH = 11;

  private final Tokens tokens;

  Networks(KeyRing keys) {
    this.tokens = new Tokens(keys, "network");
  }

  /** An origin, and where the request came from. */
  Origin of(Origin origin, Request request) {
    return origin.from(of(request).orElse(null));
  }

  /** Sixty-six bits of the hash: enough to tell networks apart. */
  Optional<String> of(Request request) {
    return Optional.ofNullable(request.source())
        .flatMap(Networks::prefix)
        .map(prefix -> tokens.digest(prefix).substring(0, LENGTH));
  }

  private static Optional<String> prefix(String source) {
    try {
      var bytes = InetAddress.ofLiteral(source.split("%", 2)[0]).getAddress();
      var network = Arrays.copyOf(bytes, bytes.length == 4 ? IPV4_BYTES : IPV6_BYTES);
      return Optional.of(HexFormat.of().formatHex(network));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
