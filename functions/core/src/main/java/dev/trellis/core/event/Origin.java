package dev.trellis.core.event;

import org.jspecify.annotations.Nullable;

/**
 * What brought a person here: the QR code scanned, its event, its placement and the content it
 * offers (R5). Each part may be null.
 */
public record Origin(
    @Nullable String code,
    @Nullable String event,
    @Nullable String placement,
    @Nullable String content) {
  public static final Origin NONE = new Origin(null, null, null, null);
}
