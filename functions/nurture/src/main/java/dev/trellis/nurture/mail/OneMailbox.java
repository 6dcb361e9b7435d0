package dev.trellis.nurture.mail;

import java.util.Locale;
import java.util.Set;

/** One name for all the addresses that lead to one mailbox. */
public final class OneMailbox {

  private static final String GMAIL = "gmail.com";
  private static final Set<String> WITHOUT_DOTS = Set.of(GMAIL, "googlemail.com");

  private OneMailbox() {}

  /** The address without what its provider ignores: case, a tag behind a plus, at some dots. */
  public static String of(String address) {
    var folded = address.strip().toLowerCase(Locale.ROOT);
    int at = folded.lastIndexOf('@');
    if (at < 0) {
      return folded;
    }
    var domain = folded.substring(at + 1);
    var name = folded.substring(0, at).split("\\+", 2)[0];
    return WITHOUT_DOTS.contains(domain)
        ? name.replace(".", "") + "@" + GMAIL
        : name + "@" + domain;
  }
}
