package dev.trellis.capture.page;

import dev.trellis.core.playbook.Company;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.text.Wording;
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

  /** What the playbook says, in the visitor's language. */
  String say(Wording wording) {
    return wording.in(language);
  }

  /** What a content's form is called, such as “Slides”. */
  String kindOf(Content content) {
    return Words.in(language).kindOf(content);
  }

  String company() {
    return say(sender.name());
  }

  /** The letter of the mark beside the name. */
  String initial() {
    return company().isEmpty() ? "" : Character.toString(company().codePointAt(0));
  }

  String address() {
    return say(sender.address());
  }

  String site() {
    return sender.site();
  }

  String privacy() {
    return sender.privacy();
  }
}
