package dev.trellis.capture.qr;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** Draws a QR code as SVG: one path, sharp at any size in print. */
public final class QrSvg {

  private static final int PIXELS_PER_SQUARE = 8;

  private QrSvg() {}

  public static String draw(QrCode code) {
    int pixels = code.size() * PIXELS_PER_SQUARE;
    var svg = new StringOutput();
    JtesvgGenerated.render(new OwaspHtmlTemplateOutput(svg), null, code.size(), pixels, path(code));
    return svg.toString();
  }

  /** One rectangle for each run of dark squares in a row. */
  private static String path(QrCode code) {
    var path = new StringBuilder();
    for (int y = 0; y < code.size(); y++) {
      for (int x = 0; x < code.size(); x++) {
        int start = x;
        while (x < code.size() && code.isDark(x, y)) {
          x++;
        }
        if (x > start) {
          path.append('M').append(start).append(' ').append(y);
          path.append('h').append(x - start).append("v1H").append(start).append('z');
        }
      }
    }
    return path.toString();
  }
}
