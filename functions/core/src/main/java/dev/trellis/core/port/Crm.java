package dev.trellis.core.port;

import java.time.Instant;

/** The customer relationship system that sales works in. */
public interface Crm {

  /**
   * Hands over one lead. The receiver can tell a repeated call by {@code handoffId}, so calling
   * again after a lost answer is safe.
   *
   * @param dossier plain JSON
   * @param at when the call is made; part of its signature
   */
  Delivery handOff(String handoffId, String dossier, Instant at);

  /**
   * Tells that a person was forgotten. The receiver can tell a repeated call by {@code erasureId}.
   *
   * @param notice whom it knew them as, plain JSON
   */
  Delivery erase(String erasureId, String notice, Instant at);

  /** What the CRM answered. */
  sealed interface Delivery {
    /** Taken; {@code crmId} is the CRM's own id of the record, or null if it did not say. */
    record Received(String crmId) implements Delivery {}

    /** The CRM will not take it, and trying again would not help. */
    record Refused(String reason) implements Delivery {}

    /** No answer, or one that says to come back later. */
    record TryAgain(String reason) implements Delivery {}
  }
}
