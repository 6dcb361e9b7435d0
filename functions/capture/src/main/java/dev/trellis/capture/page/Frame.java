package dev.trellis.capture.page;

import dev.trellis.core.playbook.Company;
import java.util.List;

/**
 * What stands around each page: whose it is, and in which language.
 *
 * @param others languages that the page speaks as well
 */
record Frame(Company sender, String language, String title, List<OtherLanguage> others) {

  /** The same page in another language. */
  record OtherLanguage(String tag, String name, String query) {}

  String word(String key) {
    return Words.in(language).get(key);
  }

  String company() {
    return sender.name().in(language);
  }

  /** The letter of the mark beside the name. */
  String initial() {
    return company().isEmpty() ? "" : Character.toString(company().codePointAt(0));
  }

  String address() {
    return sender.address().in(language);
  }

  String site() {
    return sender.site();
  }

  String privacy() {
    return sender.privacy();
  }
}
