package dev.trellis.core.message;

import module java.base;

import dev.trellis.core.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * console → nurture: what a person decided about mail.
 *
 * @param lead whose mail it is about; null if about no single mail
 * @param sendId of that mail
 * @param suppressions the keys of an address to be released
 * @param at when it was said: what was said later stands
 */
public record MailOrder(
    Order order,
    @Nullable String lead,
    @Nullable String sendId,
    List<String> suppressions,
    Instant at) {

  /** What is to be done. */
  public enum Order {
    PAUSE,
    RESUME,
    /** A mail of unknown fate was sent. */
    WAS_SENT,
    /** It was not, and is sent now. */
    WAS_NOT_SENT,
    /** An address that bounced may get mail again. */
    RELEASE
  }

  public MailOrder {
    suppressions = List.copyOf(suppressions);
  }

  /** About all mail: to keep it back, or to let it go. */
  public static MailOrder ofAll(Order order, Instant at) {
    return new MailOrder(order, null, null, List.of(), at);
  }

  /** About one mail of unknown fate. */
  public static MailOrder ofMail(String lead, String sendId, boolean wasSent, Instant at) {
    return new MailOrder(
        wasSent ? Order.WAS_SENT : Order.WAS_NOT_SENT, lead, sendId, List.of(), at);
  }

  /** What a message says, if it is an order and no other message. */
  public static Optional<MailOrder> find(String body) {
    return body.startsWith("{\"order\":")
        ? Optional.of(Json.read(MailOrder.class, body))
        : Optional.empty();
  }
}
