package dev.trellis.imports.file;

/** Tells, line by line, whether a cell that began with a quote goes on (RFC 4180). */
final class OpenQuote {

  private static final char QUOTE = '"';

  private final char separator;
  private boolean open;

  OpenQuote(char separator) {
    this.separator = separator;
  }

  /** True if the cell goes on in the next line. */
  boolean after(String line) {
    boolean start = !open;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (open) {
        if (c == QUOTE && i + 1 < line.length() && line.charAt(i + 1) == QUOTE) {
          i++;
        } else if (c == QUOTE) {
          open = false;
        }
      } else if (c == QUOTE && start) {
        open = true;
      }
      start = !open && c == separator;
    }
    return open;
  }
}
