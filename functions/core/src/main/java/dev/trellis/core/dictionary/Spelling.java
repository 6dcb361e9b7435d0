package dev.trellis.core.dictionary;

import module java.base;

import java.lang.Character.UnicodeScript;

/**
 * Reads what people type as words that can be compared (R26, R77): one width, one case, simplified
 * characters, no punctuation. A Chinese character is a word by itself, so spaces between them do
 * not matter; letters and digits form words as written, so that no "cto" is found in "director".
 *
 * @param simplified the character that is read for a traditional one
 * @param ignored words that are passed over, such as "of"
 */
public record Spelling(Map<Integer, Integer> simplified, Set<String> ignored) {

  /** What is longer is no title and no name; only its beginning is read. */
  private static final int LONGEST = 400;

  private static final char FIRST_KANA = 0x3041;
  private static final char FIRST_HANGUL = 0xac00;
  private static final char LAST_HANGUL = 0xd7a3;
  private static final char FIRST_IDEOGRAPH = 0x4e00;
  private static final char LAST_IDEOGRAPH = 0x9fff;

  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\b");
  private static final Set<UnicodeScript> SCRIPTS_WITHOUT_SPACES =
      Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

  /** As typed, but for width and case. */
  static final Spelling PLAIN = new Spelling(Map.of(), Set.of());

  public Spelling {
    simplified = Map.copyOf(simplified);
    ignored = Set.copyOf(ignored);
  }

  /** The words of a text; none if it has no letter and no digit. */
  public List<String> words(String text) {
    return split(fold(text));
  }

  /** One width, one case, simplified characters; punctuation and spaces are still there. */
  String fold(String text) {
    var start = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    var plain = isPlain(start) ? start : normalized(start);
    var folded = new StringBuilder(plain.length());
    var lower = plain.toLowerCase(Locale.ROOT);
    for (int at = 0; at < lower.length(); at += Character.charCount(lower.codePointAt(at))) {
      int character = lower.codePointAt(at);
      folded.appendCodePoint(
          character < FIRST_IDEOGRAPH ? character : simplified.getOrDefault(character, character));
    }
    return folded.indexOf("'") < 0 && folded.indexOf("’") < 0
        ? folded.toString()
        : POSSESSIVE.matcher(folded).replaceAll("");
  }

  // Most titles and names need no normalisation, which is slow to load and slow to do.
  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean hangul = c >= FIRST_HANGUL && c <= LAST_HANGUL;
      if (c >= 128 && !isIdeograph(c) && !hangul) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIdeograph(int character) {
    return character >= FIRST_IDEOGRAPH && character <= LAST_IDEOGRAPH;
  }

  private static String normalized(String text) {
    var apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return Normalizer.normalize(ACCENTS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
  }

  /** The words of a folded text. */
  List<String> split(String folded) {
    var words = new ArrayList<String>();
    int start = 0;
    int at = 0;
    while (at < folded.length()) {
      int character = folded.codePointAt(at);
      int next = at + Character.charCount(character);
      boolean letter = Character.isLetterOrDigit(character);
      boolean alone = letter && standsAlone(character);
      if (!letter || alone) {
        add(folded, start, at, words);
        start = next;
      }
      if (alone) {
        words.add(folded.substring(at, next));
      }
      at = next;
    }
    add(folded, start, at, words);
    return joined(words);
  }

  private static boolean standsAlone(int character) {
    return isIdeograph(character)
        || character >= FIRST_KANA && SCRIPTS_WITHOUT_SPACES.contains(UnicodeScript.of(character));
  }

  private void add(String folded, int start, int end, List<String> words) {
    if (end > start) {
      var word = folded.substring(start, end);
      if (!ignored.contains(word)) {
        words.add(word);
      }
    }
  }

  // "C.I.O." and "R & D" are written as single letters and read as one word.
  private static List<String> joined(List<String> words) {
    var all = new ArrayList<String>();
    boolean open = false;
    for (var word : words) {
      boolean letter = word.length() == 1 && word.charAt(0) < 128;
      if (letter && open) {
        all.add(all.removeLast() + word);
      } else {
        all.add(word);
      }
      open = letter;
    }
    return all;
  }
}
