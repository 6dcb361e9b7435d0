package dev.trellis.core.event;

/**
 * What brought a person here: the QR code scanned, its event, its placement and the content it
 * offers (R5). Each part may be null.
 */
public record Origin(String code, String event, String placement, String content) {
  public static final Origin NONE = new Origin(null, null, null, null);
}
