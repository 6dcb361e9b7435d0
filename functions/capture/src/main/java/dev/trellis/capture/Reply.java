package dev.trellis.capture;

import dev.trellis.core.http.Response;
import java.util.Map;

/** How the outcome of a submission is told: as a page, or as JSON. */
interface Reply {

  /** Thank you. Whatever waits for a person to look at it gets the same one. */
  Response thanks(String receipt);

  /** Whether a person sees the answer, and can be asked whether they meant what they typed. */
  boolean asks();

  /**
   * Please correct these.
   *
   * @param errors key of the words that say what is wrong, by field
   */
  Response refused(Map<String, String> errors, String nonce);

  /**
   * Nothing is wrong with the answers: please send them again, with this nonce.
   *
   * @param why key of the words that say so
   */
  Response again(String why, String nonce);
}
