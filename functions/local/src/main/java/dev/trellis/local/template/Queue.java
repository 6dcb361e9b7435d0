package dev.trellis.local.template;

import java.util.Map;
import java.util.Optional;

/**
 * @param attributes as {@code CreateQueue} takes them, without the redrive policy
 */
public record Queue(
    String id, String name, Map<String, String> attributes, Optional<Redrive> redrive) {

  /** After so many receives a message goes to the queue with this ARN. */
  public record Redrive(String deadLetterArn, int maxReceiveCount) {

    public String deadLetters() {
      return deadLetterArn.substring(deadLetterArn.lastIndexOf(':') + 1);
    }
  }
}
