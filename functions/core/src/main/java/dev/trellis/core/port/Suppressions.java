package dev.trellis.core.port;

import java.time.Instant;
import java.util.Optional;

/** Addresses that get no mail, by keyed hash: they outlive the erasure of a person. */
public interface Suppressions {

  /** Adds a suppression; a bounce or complaint is never replaced by a person's own wish. */
  void add(String suppressionKey, Suppression suppression);

  /** Lifts a suppression that the person asked for; a bounce or complaint stays. */
  default void liftUnsubscribe(String suppressionKey) {
    lift(suppressionKey, Reason.UNSUBSCRIBE, Instant.MAX);
  }

  /** Lifts a suppression if this is its reason and it is from before an instant; others stay. */
  void lift(String suppressionKey, Reason reason, Instant before);

  Optional<Suppression> find(String suppressionKey);

  /** Why, and since when. */
  record Suppression(Reason reason, Instant since) {}

  /** What ended the mail. */
  enum Reason {
    UNSUBSCRIBE,
    BOUNCE,
    COMPLAINT
  }
}
