package dev.trellis.capture;

import module java.base;

/** A file of the playbook; never one outside of its folder. */
record PlaybookFile(Path path) {

  private static final String UNKNOWN = "application/octet-stream";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("pdf", "application/pdf"),
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("md", "text/markdown; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("csv", "text/csv; charset=utf-8"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("zip", "application/zip"),
          Map.entry("docx", office("wordprocessingml.document")),
          Map.entry("pptx", office("presentationml.presentation")),
          Map.entry("xlsx", office("spreadsheetml.sheet")));

  /**
   * A file named in the playbook, relative to its folder.
   *
   * @throws IllegalArgumentException if it lies outside, also by way of a symbolic link
   */
  static PlaybookFile in(Path root, String relative) {
    try {
      var folder = root.toRealPath();
      var file = folder.resolve(relative).toRealPath();
      if (!file.startsWith(folder)) {
        throw new IllegalArgumentException("a content's file must lie in the playbook");
      }
      return new PlaybookFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException("a content's file is missing", e);
    }
  }

  String name() {
    return path.getFileName().toString();
  }

  String mediaType() {
    return TYPES.getOrDefault(ending(), UNKNOWN);
  }

  /** Kind and size, as people know them: {@code PDF, 1.2 MB}. */
  String note() {
    long bytes = size();
    var size =
        bytes < 1_000_000
            ? Math.max(1, bytes / 1000) + " KB"
            : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    return ending().toUpperCase(Locale.ROOT) + ", " + size;
  }

  String text() {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException("a content's file cannot be read", e);
    }
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException("a content's file cannot be read", e);
    }
  }

  private long size() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new UncheckedIOException("a content's file cannot be read", e);
    }
  }

  private String ending() {
    int dot = name().lastIndexOf('.');
    return dot < 0 ? "" : name().substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static String office(String kind) {
    return "application/vnd.openxmlformats-officedocument." + kind;
  }
}
