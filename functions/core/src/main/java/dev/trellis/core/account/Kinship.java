package dev.trellis.core.account;

import dev.trellis.core.profile.CompanyKey;

/** What two names say of the companies behind them (R21). */
public enum Kinship {
  /** Two spellings of one company. */
  SAME,
  /** Its group, its branch, its sister in another place. */
  RELATED,
  /** Nobody can tell from this alone; a person may. */
  POSSIBLY,
  OTHER;

  private static final int FEWEST_HAN = 4;
  private static final int FEWEST_LATIN = 6;
  private static final int LONGEST_ACRONYM = 6;
  private static final int FIRST_EASTERN = 0x2e80;

  /**
   * Judges two names.
   *
   * @param oneDomain true if people with mail at one company's domain told both
   */
  public static Kinship of(CompanyKey one, CompanyKey other, boolean oneDomain) {
    if (one.equals(other)) {
      return SAME;
    }
    boolean oneStem = one.stem().equals(other.stem());
    if (!oneStem && !oneDomain) {
      return OTHER;
    }
    boolean onePlace = one.place().equals(other.place());
    if (!onePlace && !one.place().isEmpty() && !other.place().isEmpty()) {
      return oneDomain ? RELATED : OTHER;
    }
    if (!one.unit().equals(other.unit())) {
      return RELATED;
    }
    return oneDomain && (oneStem || areSpellings(one.stem(), other.stem())) ? SAME : POSSIBLY;
  }

  /** True for two names of which one is in Latin letters and the other is not. */
  static boolean inTwoScripts(String one, String other) {
    return isLatin(one) != isLatin(other);
  }

  private static boolean isLatin(String text) {
    return text.codePoints().allMatch(c -> c < FIRST_EASTERN);
  }

  // What more than this sets apart may be a daughter: 示例汽车销售 is not 示例汽车.
  private static boolean areSpellings(String one, String other) {
    return inTwoScripts(one, other)
        || (one.length() <= other.length() ? isShort(one, other) : isShort(other, one))
        || differInOneLetter(one, other);
  }

  private static boolean isShort(String shorter, String longer) {
    int at = 0;
    for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
      at += longer.charAt(i) == shorter.charAt(at) ? 1 : 0;
    }
    return at == shorter.length()
        && at > 1
        && at < longer.length()
        && longer.charAt(0) == shorter.charAt(0)
        && !longer.startsWith(shorter)
        && (!isLatin(shorter) || at < LONGEST_ACRONYM);
  }

  private static boolean differInOneLetter(String one, String other) {
    int least = Math.min(one.length(), other.length());
    if (least < (isLatin(one) ? FEWEST_LATIN : FEWEST_HAN)
        || Math.abs(one.length() - other.length()) > 1) {
      return false;
    }
    int start = 0;
    while (start < least && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return Math.max(one.length(), other.length()) - start - end == 1;
  }
}
