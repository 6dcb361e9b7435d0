package dev.trellis.imports.file;

import module java.base;

/**
 * What a person says of a file that it does not say itself, or not for sure.
 *
 * @param charset of a text
 * @param separator between the cells of a text
 * @param sheet of a workbook, by its name
 * @param dates how all columns write them
 */
public record Choices(
    Optional<Charset> charset,
    Optional<Character> separator,
    Optional<String> sheet,
    Optional<DateOrder> dates) {

  /** The file is to speak for itself. */
  public static final Choices NONE =
      new Choices(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Reads what was said as {@code name=value}, with the names {@code charset}, {@code separator} (a
   * character, or {@code tab}) and {@code dates}.
   *
   * @throws ImportException if one cannot be
   */
  public static Choices of(Map<String, String> said) {
    return new Choices(
        said(said, "charset").map(Choices::charset),
        said(said, "separator").map(Choices::separator),
        said(said, "sheet"),
        said(said, "dates").map(DateOrder::of));
  }

  private static Optional<String> said(Map<String, String> said, String name) {
    return Optional.ofNullable(said.get(name)).filter(value -> !value.isEmpty());
  }

  private static Charset charset(String name) {
    return Charsets.named(name)
        .orElseThrow(() ->
            new ImportException("the encoding is one of " + String.join(", ", Charsets.names())));
  }

  private static char separator(String text) {
    if (text.equals("tab")) {
      return '\t';
    } else if (text.length() != 1
        || Character.isLetterOrDigit(text.charAt(0))
        || text.equals("\"")) {
      throw new ImportException("the separator is one mark such as ; or the word tab");
    }
    return text.charAt(0);
  }
}
