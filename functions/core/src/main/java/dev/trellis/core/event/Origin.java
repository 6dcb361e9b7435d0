package dev.trellis.core.event;

import module java.base;

import org.jspecify.annotations.Nullable;

/**
 * What brought a person here: the QR code scanned, its event, its placement and the content it
 * offers (R5), and how they came to it. Each part may be null or empty.
 *
 * @param network keyed hash of the network that the request came from
 * @param arrival campaign, click id, page before and search, by the names of {@link Arrival}
 */
public record Origin(
    @Nullable String code,
    @Nullable String event,
    @Nullable String placement,
    @Nullable String content,
    @Nullable String network,
    SortedMap<String, String> arrival) {
  public static final Origin NONE = new Origin(null, null, null, null);

  public Origin {
    arrival = Arrival.kept(arrival);
  }

  public Origin(
      @Nullable String code,
      @Nullable String event,
      @Nullable String placement,
      @Nullable String content) {
    this(code, event, placement, content, null, Collections.emptySortedMap());
  }

  /** The same from this network, or from one that nobody knows. */
  public Origin from(@Nullable String network) {
    return new Origin(code, event, placement, content, network, arrival);
  }

  /** The same, come to in this way. */
  public Origin by(Map<String, String> arrival) {
    return new Origin(code, event, placement, content, network, Arrival.kept(arrival));
  }

  /** The same, however people came to it. */
  public Origin anyhow() {
    return by(Map.of());
  }
}
