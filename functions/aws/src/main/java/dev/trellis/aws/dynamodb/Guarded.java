package dev.trellis.aws.dynamodb;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A change that is made if a condition in the same names and values holds. */
record Guarded(Change change, String condition) {

  /** When an item is gone by itself. */
  static final String UNTIL = "expiresAt";

  private static final String COUNT = "count";

  /** Counts one more, unless there were as many as that. */
  static Guarded counting(int most, Instant until) {
    return new Guarded(
        new Change(
            "SET #until = :until ADD #count :one",
            Map.of("#until", UNTIL, "#count", COUNT),
            Map.of(":until", n(until.getEpochSecond()), ":one", n(1), ":most", n(most))),
        "attribute_not_exists(#count) OR #count < :most");
  }

  /** Counts one less. */
  static Change back() {
    return new Change("ADD #count :back", Map.of("#count", COUNT), Map.of(":back", n(-1)));
  }

  static AttributeValue n(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }
}
