package dev.trellis.imports.file;

import module java.base;

/**
 * A page as it is read, refused where it is none that a tool writes: tables within tables within
 * tables, or more between two rows than fits into memory.
 */
final class HtmlGuard extends FilterReader {

  private static final int DEEPEST = 8;
  private static final int MOST_TAGS = 20_000;
  private static final int MOST_CHARACTERS = 4 << 20;
  private static final long LONGEST = 512L << 20;
  private static final int TAG = 7;

  private final String name;
  private final StringBuilder tag = new StringBuilder(TAG);
  private boolean isTag;
  private int depth;
  private int tags;
  private int characters;
  private long all;

  /**
   * @param name of the file, for people
   */
  HtmlGuard(String name, Reader in) {
    super(in);
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    var one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int from, int length) throws IOException {
    int n = super.read(buffer, from, length);
    for (int i = from; i < from + n; i++) {
      see(buffer[i]);
    }
    all += Math.max(0, n);
    if (depth > DEEPEST || tags > MOST_TAGS || characters > MOST_CHARACTERS || all > LONGEST) {
      throw new ImportException(
          name + " is no page with a table that is read here. Save it as CSV (UTF-8)");
    }
    return n;
  }

  private void see(char c) {
    characters++;
    if (c == '<') {
      isTag = true;
      tags++;
      tag.setLength(0);
    } else if (isTag && tag.length() < TAG && (Character.isLetter(c) || c == '/')) {
      tag.append(Character.toLowerCase(c));
    } else if (isTag) {
      isTag = false;
      named(tag.toString());
    }
  }

  private void named(String element) {
    switch (element) {
      case "table" -> depth++;
      case "/table" -> depth = Math.max(0, depth - 1);
      case "tr", "/tr" -> {
        tags = 0;
        characters = 0;
      }
      default -> {}
    }
  }
}
