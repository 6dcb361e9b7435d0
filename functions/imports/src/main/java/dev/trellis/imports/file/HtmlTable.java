package dev.trellis.imports.file;

import module java.base;

/** A page with a table, as some tools write it and call it a workbook (.xls). */
record HtmlTable(String name, Source source, Charset charset) implements Table {

  private static final int START = 4096;
  private static final Pattern PAGE =
      Pattern.compile("<(!doctype html|html|table|meta|head|body|style|div)\\b");

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_-]+)", Pattern.CASE_INSENSITIVE);

  /** True if a text begins as a page does. */
  static boolean isOne(byte[] bytes) {
    var text = start(bytes).strip().toLowerCase(Locale.ROOT);
    for (var skipped : List.of("<?xml", "<!--", "<!--", "<!--")) {
      if (text.startsWith(skipped)) {
        text = text.substring(Math.max(0, text.indexOf('>'))).replaceFirst("^[^<]*", "");
      }
    }
    return PAGE.matcher(text).lookingAt();
  }

  /** The encoding that a page says it is in. */
  static Optional<Charset> said(byte[] bytes) {
    var found = CHARSET.matcher(start(bytes));
    return found.find() ? Charsets.named(found.group(1)) : Optional.empty();
  }

  private static String start(byte[] bytes) {
    var text = new String(bytes, 0, Math.min(bytes.length, START), StandardCharsets.ISO_8859_1);
    return text.replaceFirst("^\u00ef\u00bb\u00bf", "").replace("\0", "");
  }

  @Override
  public String said() {
    return "HTML (" + Charsets.name(charset) + ")";
  }

  @Override
  public Rows open(Rows.Place from) throws IOException {
    return new HtmlRows(this, from);
  }
}
