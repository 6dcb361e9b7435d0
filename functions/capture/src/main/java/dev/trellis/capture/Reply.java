package dev.trellis.capture;

import dev.trellis.core.http.Response;
import java.util.Map;

/** How the outcome of a submission is told: as a page, or as JSON. */
interface Reply {

  /** Thank you. Machines get the same one. */
  Response thanks(String receipt);

  /**
   * Please correct these.
   *
   * @param errors key of the words that say what is wrong, by field
   */
  Response refused(Map<String, String> errors, String nonce);

  /** The page was open too long: please send again, with this nonce. */
  Response stale(String nonce);
}
