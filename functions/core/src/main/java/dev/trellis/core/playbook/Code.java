package dev.trellis.core.playbook;

import org.jspecify.annotations.Nullable;

/**
 * A QR code to print: which event, where it hangs, what it offers, which form it leads to (R5).
 *
 * @param form null only if it is retired
 * @param retired true if it leads nowhere any more, though it was printed: its scans still count
 * @param instead id of the code that leads on from a retired one; null if none does
 */
public record Code(
    String id,
    String event,
    String placement,
    String content,
    @Nullable String form,
    boolean retired,
    @Nullable String instead) {

  /** A code that is in use. */
  public Code(String id, String event, String placement, String content, String form) {
    this(id, event, placement, content, form, false, null);
  }
}
