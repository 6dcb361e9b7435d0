package dev.trellis.core.identity;

import module java.base;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a name, folded: without case, width, accents, titles and the difference of
 * traditional and simplified characters.
 *
 * @param parts in the order in which they were written, divided at hyphens too
 * @param hyphenated the same, where a hyphen divides nothing
 */
record NameParts(List<String> parts, List<String> hyphenated) {

  private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]");
  private static final Pattern APOSTROPHE = Pattern.compile("['’‘ʼ`´]");
  private static final Pattern HYPHEN = Pattern.compile("\\p{Pd}");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}+");

  private static final Set<String> TITLES =
      Set.of("dr", "prof", "professor", "mr", "mrs", "ms", "miss", "herr", "frau", "phd", "mba");

  private static final Pattern CHINESE_TITLE = Pattern.compile("(?<=.)(先生|女士|小姐|老师|博士|教授)$");

  static NameParts of(@Nullable String name) {
    if (name == null) {
      return new NameParts(List.of(), List.of());
    }
    var text = APOSTROPHE.matcher(folded(name)).replaceAll("");
    return new NameParts(divided(text), divided(HYPHEN.matcher(text).replaceAll("")));
  }

  /**
   * In how many ways the name may be written so that it is the same: two names agree if they share
   * one. Li-Na is Li Na and LiNa, Müller is Muller and Mueller.
   */
  Set<String> readings() {
    var readings = new TreeSet<String>();
    for (var spelled : List.of(parts, hyphenated)) {
      for (var reading :
          List.of(plain(spelled), spelled.stream().map(NameParts::german).toList())) {
        readings.add(String.join("", reading));
        readings.add(String.join(" ", reading.stream().sorted().toList()));
      }
    }
    readings.remove("");
    return readings;
  }

  /** Whether this may be the other name cut short, and says enough to be of anybody. */
  boolean isShortFor(NameParts other) {
    var here = plain(parts);
    var there = plain(other.parts);
    if (here.size() == 1) {
      return !isSyllable(here.getFirst()) && isWithin(here.getFirst(), there);
    }
    return !here.isEmpty() && there.containsAll(here);
  }

  /** The parts as they were written, without accents. */
  String plain() {
    return String.join(" ", plain(parts));
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  String text() {
    return String.join("", parts);
  }

  // 小明 is within 王小明, which has no parts to compare; Ann is not within Hannah.
  private static boolean isWithin(String name, List<String> parts) {
    return ASCII.matcher(name).matches()
        ? parts.contains(name)
        : parts.stream().anyMatch(part -> part.contains(name));
  }

  private static boolean isSyllable(String part) {
    return part.codePointCount(0, part.length()) == 1
        || ASCII.matcher(part).matches() && VOWELS.matcher(part).results().count() <= 1;
  }

  private static String folded(String name) {
    var text = Normalizer.normalize(name, Form.NFKC).toLowerCase(Locale.ROOT);
    return SimplifiedHan.of(text.replace("ß", "ss").replace("ø", "ö").replace("æ", "ä"))
        .replace("ł", "l");
  }

  private static List<String> divided(String text) {
    var all = BETWEEN.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
    var names =
        all.stream()
            .filter(part -> !TITLES.contains(part))
            .map(part -> CHINESE_TITLE.matcher(part).replaceFirst(""))
            .toList();
    return names.isEmpty() ? all : names;
  }

  private static List<String> plain(List<String> parts) {
    return parts.stream().map(NameParts::unaccented).toList();
  }

  // The accents of Latin letters; what marks a letter of another script makes another letter.
  private static String unaccented(String part) {
    var marked = Normalizer.normalize(part, Form.NFD);
    return Normalizer.normalize(ACCENT.matcher(marked).replaceAll(""), Form.NFC);
  }

  private static String german(String part) {
    return unaccented(part.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"));
  }
}
