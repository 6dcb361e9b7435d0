package dev.trellis.local.importing;

import java.io.PrintStream;

/** Standard output without what functions log of each thing they do, while there are many. */
final class OnlyWarnings extends PrintStream {

  private static final String INFO = "{\"level\":\"info\"";

  OnlyWarnings(PrintStream out) {
    super(out, true);
  }

  @Override
  public void println(String line) {
    if (line == null || !line.startsWith(INFO)) {
      super.println(line);
    }
  }
}
