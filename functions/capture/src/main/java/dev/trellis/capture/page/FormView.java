package dev.trellis.capture.page;

import java.util.List;
import java.util.Optional;

/**
 * A form as its page shows it.
 *
 * @param occasion at which the code was scanned; empty if at none
 * @param when that is, and where
 * @param code that was scanned; empty if none was
 */
record FormView(
    String id,
    String heading,
    String intro,
    String submit,
    String occasion,
    String when,
    Optional<Offer> offer,
    boolean isStale,
    List<Problem> problems,
    String nonce,
    String code,
    boolean isKiosk,
    String honeypot,
    List<QuestionView> questions) {

  /** What one gets. */
  record Offer(String kind, String title, String summary) {}

  /** What is wrong with one answer. */
  record Problem(String id, String label, String text) {}
}
