package dev.trellis.core.event;

import org.jspecify.annotations.Nullable;

/**
 * What brought a person here: the QR code scanned, its event, its placement and the content it
 * offers (R5). Each part may be null.
 *
 * @param network keyed hash of the network that the request came from
 */
public record Origin(
    @Nullable String code,
    @Nullable String event,
    @Nullable String placement,
    @Nullable String content,
    @Nullable String network) {
  public static final Origin NONE = new Origin(null, null, null, null);

  public Origin(
      @Nullable String code,
      @Nullable String event,
      @Nullable String placement,
      @Nullable String content) {
    this(code, event, placement, content, null);
  }

  /** The same from this network, or from one that nobody knows. */
  public Origin from(@Nullable String network) {
    return new Origin(code, event, placement, content, network);
  }
}
