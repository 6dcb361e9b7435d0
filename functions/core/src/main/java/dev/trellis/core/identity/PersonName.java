package dev.trellis.core.identity;

import java.lang.Character.UnicodeScript;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names of people, as far as they tell two people apart: as wholes, in any order of parts. */
public final class PersonName {

  private PersonName() {}

  /**
   * True if two names cannot be of one person: written in the same script, they do not agree, and
   * neither could be the other cut short. 李娜 and Li Na cannot be compared, so they do not differ;
   * nor do 王小明 and 小明. A single letter or syllable is nobody's name cut short, but its own.
   */
  public static boolean differ(@Nullable String one, @Nullable String other) {
    var a = NameParts.of(one);
    var b = NameParts.of(other);
    return !a.isEmpty()
        && !b.isEmpty()
        && script(a).equals(script(b))
        && !agree(a, b)
        && !a.isShortFor(b)
        && !b.isShortFor(a);
  }

  /** True if both names are known, and the same: variants of spelling and of order aside. */
  public static boolean agree(@Nullable String one, @Nullable String other) {
    return agree(NameParts.of(one), NameParts.of(other));
  }

  /** A name as lists sort and find it: of all its spellings the plainest. */
  public static String plain(@Nullable String name) {
    return NameParts.of(name).plain();
  }

  private static boolean agree(NameParts a, NameParts b) {
    return !Collections.disjoint(a.readings(), b.readings());
  }

  // What is partly Chinese counts as Chinese.
  private static Optional<UnicodeScript> script(NameParts name) {
    var letters = name.text().codePoints().filter(Character::isLetter).boxed().toList();
    var scripts = letters.stream().map(UnicodeScript::of).toList();
    return scripts.contains(UnicodeScript.HAN)
        ? Optional.of(UnicodeScript.HAN)
        : scripts.stream().findFirst();
  }
}
