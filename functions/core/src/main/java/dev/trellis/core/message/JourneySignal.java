package dev.trellis.core.message;

import java.time.Instant;

/**
 * scoring, pools, tick → nurture: look at this lead's journeys again. What to do is read from the
 * lead's own items, so a lost order of signals cannot matter; {@code reason} is for people, except
 * that {@code HELD_UP} asks for what was asked for lately once more, and {@code UNSUBSCRIBED} to
 * close the mailboxes of whoever told one of us that they want no more mail.
 */
public record JourneySignal(String lead, Reason reason, Instant at) {

  /** Why someone thinks that a journey may have something to do. */
  public enum Reason {
    MOVED,
    READ,
    SUBMITTED,
    DID,
    MERGED,
    SEPARATED,
    DUE,
    HELD_UP,
    UNSUBSCRIBED
  }
}
