package dev.trellis.imports.file;

import module java.base;

/** The encodings that texts of people are read in, by the names under which they are said. */
final class Charsets {

  static final Charset UTF_8 = StandardCharsets.UTF_8;
  static final Charset GB18030 = Charset.forName("GB18030");

  /** As spreadsheets in Taiwan and Hong Kong write it. */
  static final Charset BIG5 = Charset.forName("x-windows-950");

  /** As spreadsheets in Japan write it. */
  static final Charset SHIFT_JIS = Charset.forName("windows-31j");

  static final Charset WESTERN = Charset.forName("windows-1252");

  /** Those that a text may be in if it says nothing and is no UTF-8. */
  static final List<Charset> LEGACY = List.of(GB18030, BIG5, SHIFT_JIS, WESTERN);

  private static final Map<String, Charset> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("UTF-8", UTF_8);
    BY_NAME.put("UTF-16LE", StandardCharsets.UTF_16LE);
    BY_NAME.put("UTF-16BE", StandardCharsets.UTF_16BE);
    BY_NAME.put("GB18030", GB18030);
    BY_NAME.put("Big5", BIG5);
    BY_NAME.put("Shift_JIS", SHIFT_JIS);
    BY_NAME.put("windows-1252", WESTERN);
  }

  private static final Map<String, String> ALSO =
      Map.of(
          "gbk", "GB18030",
          "gb2312", "GB18030",
          "cp936", "GB18030",
          "cp950", "Big5",
          "cp932", "Shift_JIS",
          "cp1252", "windows-1252",
          "iso-8859-1", "windows-1252",
          "latin1", "windows-1252");

  private Charsets() {}

  static Set<String> names() {
    return Collections.unmodifiableSet(BY_NAME.keySet());
  }

  /** The encoding that people mean by a name. */
  static Optional<Charset> named(String name) {
    var meant = ALSO.getOrDefault(name.strip().toLowerCase(Locale.ROOT), name.strip());
    return BY_NAME.entrySet().stream()
        .filter(e -> e.getKey().equalsIgnoreCase(meant))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** What people call it. */
  static String name(Charset charset) {
    return BY_NAME.entrySet().stream()
        .filter(e -> e.getValue().equals(charset))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(charset.name());
  }
}
