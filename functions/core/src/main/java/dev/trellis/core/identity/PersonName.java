package dev.trellis.core.identity;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/** Names of people, as far as they tell two people apart. */
public final class PersonName {

  private PersonName() {}

  /**
   * True if two names cannot be of one person: written in the same script, and neither is part of
   * the other. 李娜 and Li Na cannot be compared, so they do not differ.
   */
  public static boolean differ(String one, String other) {
    var a = fold(one);
    var b = fold(other);
    return !a.isEmpty() && !b.isEmpty() && isHan(a) == isHan(b) && !a.contains(b) && !b.contains(a);
  }

  /** True if both names are known and may well be one person's: one is part of the other. */
  public static boolean agree(String one, String other) {
    var a = fold(one);
    var b = fold(other);
    return !a.isEmpty() && !b.isEmpty() && (a.contains(b) || b.contains(a));
  }

  private static String fold(String name) {
    return name == null
        ? ""
        : Normalizer.normalize(name, Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static boolean isHan(String name) {
    return name.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
  }
}
