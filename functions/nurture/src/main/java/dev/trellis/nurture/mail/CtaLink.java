package dev.trellis.nurture.mail;

import java.util.function.UnaryOperator;

/** A call to action in a mail: its words, and where they lead. */
record CtaLink(String words, String url) {

  /** As Markdown: alone in a paragraph it is a button, within a sentence a link. */
  String markdown(UnaryOperator<String> text, UnaryOperator<String> link) {
    return "[" + text.apply(words) + "](" + link.apply(url) + ")";
  }
}
