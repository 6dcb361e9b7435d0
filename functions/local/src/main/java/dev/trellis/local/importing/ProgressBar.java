package dev.trellis.local.importing;

import dev.trellis.imports.PeakMemory;
import dev.trellis.imports.Watcher;
import java.io.PrintStream;

/**
 * How far an import is, how fast, in how much memory and for how long yet: one line, at most once a
 * second. Lines and no moving bar: Maven stands between this process and the terminal.
 */
public final class ProgressBar implements Watcher {

  private static final long SECOND = 1_000_000_000L;
  private static final int WIDTH = 24;

  private final PrintStream out;
  private final boolean chinese;
  private final long began = System.nanoTime();
  private long told;

  public ProgressBar(PrintStream out, String language) {
    this.out = out;
    this.chinese = language.equals("zh");
  }

  @Override
  public void at(long line, long lines, long rows) {
    long now = System.nanoTime();
    if (now - told < SECOND || now - began < SECOND) {
      return;
    }
    told = now;
    out.println(text(line, lines, rows, (now - began) / (double) SECOND));
  }

  String text(long line, long lines, long rows, double seconds) {
    double share = lines == 0 ? 1 : Math.min(1, (double) line / lines);
    int done = (int) (share * WIDTH);
    double rate = rows / seconds;
    long left = rate == 0 ? 0 : Math.round((lines - line) / rate);
    return (chinese
            ? "  [%s%s] %3d%%  %,d / %,d 行 · 每秒 %.0f 行 · 内存峰值 %d MB · 约剩 %d:%02d"
            : "  [%s%s] %3d%%  %,d / %,d lines · %.0f rows/s · peak heap %d MB · about %d:%02d left")
        .formatted(
            "#".repeat(done),
            ".".repeat(WIDTH - done),
            (int) (share * 100),
            line,
            lines,
            rate,
            PeakMemory.megabytes(),
            left / 60,
            left % 60);
  }
}
