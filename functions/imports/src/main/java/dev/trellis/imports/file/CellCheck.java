package dev.trellis.imports.file;

import module java.base;

import dev.trellis.core.text.Characters;
import java.text.Normalizer.Form;

/** What a cell says as it can be kept, and how it is written so that a spreadsheet sees text. */
public final class CellCheck {

  /** A cell is kept with at most so many characters. */
  public static final int LONGEST = 1000;

  private static final String DANGEROUS = "=+-@\t\r\n";

  /** What is left of a character that could not be written; and of several, read as GBK. */
  private static final Pattern LOST = Pattern.compile("\uFFFD|锟斤拷");

  private CellCheck() {}

  /** True if characters of it were lost by whoever wrote it. */
  public static boolean hasLost(String cell) {
    return LOST.matcher(cell).find();
  }

  /** True if it may be kept whole. */
  public static boolean isShort(String cell) {
    return cell.length() <= LONGEST || cell.codePointCount(0, cell.length()) <= LONGEST;
  }

  /** The cell as a text that can be kept: without control characters, cut if it is long. */
  public static String kept(String cell) {
    var text = new StringBuilder();
    cell.codePoints()
        .map(c -> c == '\n' || Characters.arePlain(Character.toString(c)) ? c : ' ')
        .limit(LONGEST)
        .forEach(text::appendCodePoint);
    return text.toString().strip();
  }

  /** The text in front of which a spreadsheet sees no formula. */
  public static String safe(String cell) {
    var folded = Normalizer.normalize(cell, Form.NFKC);
    return folded.isEmpty() || DANGEROUS.indexOf(folded.charAt(0)) < 0 ? cell : "'" + cell;
  }

  /** True if there is neither a letter nor a digit. */
  public static boolean saysNothing(String cell) {
    return cell.codePoints().noneMatch(Character::isLetterOrDigit);
  }
}
