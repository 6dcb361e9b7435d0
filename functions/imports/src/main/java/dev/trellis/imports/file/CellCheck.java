package dev.trellis.imports.file;

import module java.base;

import dev.trellis.core.text.Characters;
import java.text.Normalizer.Form;

/** What no cell may be, and how a cell is written so that a spreadsheet takes it for text. */
public final class CellCheck {

  static final int LONGEST = 1000;

  private static final Pattern NUMBER = Pattern.compile("[+-][0-9 ().,/-]*(e[+-]?[0-9]+)?%?");
  private static final String DANGEROUS = "=+-@\t\r\n";

  private CellCheck() {}

  public static Optional<Fault> fault(String cell) {
    if (cell.codePointCount(0, cell.length()) > LONGEST) {
      return Optional.of(Fault.TOO_LONG);
    } else if (!Characters.arePlain(cell.replaceAll("[\n\r\t]", " "))) {
      return Optional.of(Fault.CONTROL_CHARACTERS);
    }
    return isFormula(cell) ? Optional.of(Fault.FORMULA) : Optional.empty();
  }

  /** The text in front of which a spreadsheet sees no formula. */
  public static String safe(String cell) {
    var folded = folded(cell);
    return folded.isEmpty() || DANGEROUS.indexOf(folded.charAt(0)) < 0 ? cell : "'" + cell;
  }

  /** True if there is neither a letter nor a digit. */
  public static boolean saysNothing(String cell) {
    return cell.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  // Numbers have signs, and accounts have names that begin with @.
  private static boolean isFormula(String cell) {
    var text = folded(cell).strip().toLowerCase(Locale.ROOT);
    return !saysNothing(text)
        && switch (text.charAt(0)) {
          case '=' -> true;
          case '+', '-' -> !NUMBER.matcher(text).matches();
          case '@' -> text.indexOf('(') > 0;
          default -> false;
        };
  }

  private static String folded(String cell) {
    return Normalizer.normalize(cell, Form.NFKC);
  }
}
