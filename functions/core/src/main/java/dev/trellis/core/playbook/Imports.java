package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.condition.Condition;
import java.text.Normalizer.Form;

/**
 * Files of leads already owned, and what their columns mean (R31, R75–R79).
 *
 * @param columns in the order in which they are written
 * @param questions of surveys, asked in columns of their own (R76)
 * @param keepsUnknownColumns true if a column that nobody knows becomes a fact {@code
 *     import.<header>}; false if it makes the file be refused
 * @param consentBasis where it is on record that those said yes of whom a row says nothing; empty
 *     if nobody knows: then there is no mail, and no stage beyond traffic
 * @param blanks cells that mean "nothing", in plain form
 * @param viewsAge how long ago a content was viewed when the row has no date
 * @param unclassified who is left to be asked by a journey (R79)
 */
public record Imports(
    List<Column> columns,
    List<Question> questions,
    boolean keepsUnknownColumns,
    Optional<String> consentBasis,
    Set<String> blanks,
    Period viewsAge,
    Condition unclassified) {

  /** Nothing can be imported, so nobody is left to be asked. */
  public static final Imports EMPTY =
      new Imports(
          List.of(),
          List.of(),
          true,
          Optional.empty(),
          Set.of(),
          Period.ZERO,
          new Condition.Any(List.of()));

  /** No header and no answer is longer. */
  private static final int LONGEST = 1000;

  private static final Pattern REMARK = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]|【[^】]*】");
  private static final Pattern NUMBERING = Pattern.compile("^q?[0-9]{1,3}[、.:)]");
  private static final Pattern MARKS = Pattern.compile("[\\s\\p{Cntrl}*:;,._/?#\"'“”‘’、。-]+");

  /** What a cell is. */
  public enum Kind {
    TEXT,
    /** Option ids, told by id, label or {@link Column#values}; several are told apart by marks. */
    CHOICE,
    EMAIL,
    PHONE,
    UNIONID,
    OPENID,
    WECOM,
    CRM,
    /** The part of a name that parents choose; joined with {@link #FAMILY}. */
    GIVEN,
    FAMILY,
    /** When the record was made: when we met the person, not when the rest of the row was true. */
    MET,
    /** When the row was last changed: when what it says was true. */
    CHANGED,
    /** When the person gave the answers of the row: both. */
    ANSWERED,
    /** Yes or no to mail. */
    CONSENT,
    /** Yes for no more mail; a no says nothing. */
    OPTOUT,
    /** Contents that the person has viewed, by id or title (R78). */
    CONTENTS;

    /** True if such a cell names the person. */
    public boolean isIdentity() {
      return compareTo(EMAIL) >= 0 && compareTo(CRM) <= 0;
    }

    /** True if such a cell is a date of the row. */
    public boolean isDate() {
      return this == MET || this == CHANGED || this == ANSWERED;
    }
  }

  /**
   * @param to the fact that a cell tells
   * @param headers as people write them, in plain form
   * @param values option id by what people write, in plain form
   * @param nothing cells of it that say nothing, in plain form
   */
  public record Column(
      String to, Kind as, List<String> headers, Map<String, String> values, Set<String> nothing) {}

  /**
   * @param texts of the question, in plain form
   * @param to the fact that an answer tells
   * @param answers option id by answer, in plain form
   */
  public record Question(String id, List<String> texts, String to, Map<String, String> answers) {}

  /** The column that people mean by a header. */
  public Optional<Column> column(String header) {
    var plain = plain(header);
    return columns.stream().filter(c -> c.headers().contains(plain)).findFirst();
  }

  /** The question that people mean by a header. */
  public Optional<Question> question(String header) {
    var plain = plain(header);
    return questions.stream().filter(q -> q.texts().contains(plain)).findFirst();
  }

  /**
   * What is left of a header or an answer without case, width, blanks, marks, numbering and remarks
   * in brackets: {@code "1、手机号（必填）*"} is {@code "手机号"}.
   */
  public static String plain(String text) {
    var start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    var folded = Normalizer.normalize(start, Form.NFKC).toLowerCase(Locale.ROOT).strip();
    var bare = NUMBERING.matcher(REMARK.matcher(folded).replaceAll("")).replaceFirst("");
    return MARKS.matcher(bare).replaceAll("");
  }
}
