package dev.trellis.capture.page;

import module java.base;

import dev.trellis.capture.form.Typed;
import dev.trellis.core.playbook.Code;

/**
 * What a form page shows beside the form itself.
 *
 * @param errors key of the words that say what is wrong, by field
 * @param notice key of the words that say why the page is shown again; empty if nothing does
 * @param code that brought the visitor here
 * @param arrival how they came to it
 * @param isKiosk true if the page was opened for a device that several people use
 */
public record FormState(
    String language,
    Typed typed,
    Map<String, String> errors,
    String notice,
    String nonce,
    Optional<Code> code,
    SortedMap<String, String> arrival,
    boolean isKiosk) {

  /** The address for which the page asks whether it is right; empty if it asks for none. */
  String asked() {
    return errors.entrySet().stream()
        .filter(e -> e.getValue().startsWith("ask."))
        .map(e -> typed.first(e.getKey()))
        .findFirst()
        .orElse("");
  }
}
