package dev.trellis.core.http;

import module java.base;

/**
 * How every page looks, for visitors as for those who work here: its colours, in light and dark.
 */
public final class Theme {

  private static final String THEME = read(Theme.class, "theme.css");

  private Theme() {}

  /**
   * The style of some pages.
   *
   * @param own what they add, a resource beside the type
   */
  public static String with(Class<?> beside, String own) {
    return THEME + "\n" + read(beside, own);
  }

  /** What names a style or a script to a browser, which takes no other then (CSP, level 2). */
  public static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(bytes) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** A resource beside the type, without blanks around it. */
  public static String read(Class<?> beside, String name) {
    try (var stream = beside.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
