package dev.trellis.nurture.mail;

import module java.base;

/**
 * Holds a mail's values back until its Markdown has been parsed, so that no value can ever be read
 * as Markdown. A slot is a number between two private-use characters.
 */
final class Slots {

  private static final Pattern SLOT = Pattern.compile("(?:https://)?\uE000(\\d+)\uE001");
  private static final String URL = "https://";

  private final List<String> values = new ArrayList<>();

  /** A slot for a text. */
  String text(String value) {
    values.add(value);
    return "\uE000" + (values.size() - 1) + "\uE001";
  }

  /** A slot for a whole address, which looks like one to the Markdown parser. */
  String url(String value) {
    return URL + text(value);
  }

  /** The literal with each slot replaced by its value, once: values are not looked at again. */
  String fill(String literal) {
    return literal == null
        ? null
        : SLOT.matcher(literal).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1))));
  }

  /** True if the literal has a slot with this value. */
  boolean has(String literal, String value) {
    return SLOT.matcher(literal).results().anyMatch(m -> value(m.group(1)).equals(value));
  }

  private String value(String index) {
    return values.get(Integer.parseInt(index));
  }
}
