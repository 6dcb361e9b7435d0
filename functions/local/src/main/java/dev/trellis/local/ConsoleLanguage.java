package dev.trellis.local;

import java.util.Locale;

/** The language in which a terminal is spoken to: that of this machine. */
public final class ConsoleLanguage {

  private ConsoleLanguage() {}

  /** {@code zh} where the machine speaks Chinese, {@code en} elsewhere. */
  public static String current() {
    return Locale.getDefault().getLanguage().equals("zh") ? "zh" : "en";
  }
}
