package dev.trellis.scoring;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;

/** A message of lead-events as it came, read once for all who ask what it says. */
public sealed interface Message {

  /** The message's text. */
  String body();

  /** What its sender calls the event, for the log; empty if it does not say. */
  default String id() {
    return this instanceof Readable(_, var event) ? event.id() : "";
  }

  /** It tells an event. */
  record Readable(String body, LeadEvent event) implements Message {}

  /** It is JSON, but no lead event. */
  record Unreadable(String body, String reason) implements Message {}

  /**
   * Reads a message.
   *
   * @throws MessageFormatException if it is not even a JSON object
   */
  static Message read(String body) {
    var tree = Json.parse(body);
    try {
      return new Readable(body, Json.read(LeadEvent.class, tree));
    } catch (MessageFormatException e) {
      return new Unreadable(body, e.getMessage());
    }
  }
}
