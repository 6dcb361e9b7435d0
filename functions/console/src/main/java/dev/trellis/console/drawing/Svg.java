package dev.trellis.console.drawing;

import java.util.ArrayList;
import java.util.List;

/** Lines, boxes and texts as SVG, and how much room a text takes. */
final class Svg {

  static final int FONT = 14;
  static final int LINE = 20;

  private final StringBuilder shapes = new StringBuilder();

  void line(int... xy) {
    var points = new StringBuilder();
    for (int i = 0; i < xy.length; i += 2) {
      points.append(i == 0 ? "" : " ").append(xy[i]).append(',').append(xy[i + 1]);
    }
    shapes.append("<polyline points=\"%s\"/>\n".formatted(points));
  }

  /** A line down with an arrow at its end. */
  void arrow(int x, int from, int to) {
    line(x, from, x, to);
    line(x - 4, to - 5, x, to, x + 4, to - 5);
  }

  void box(int x, int y, int width, int height, String style) {
    shapes.append(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" class=\"%s\"/>\n"
            .formatted(x, y, width, height, style));
  }

  /** Lines of text below each other; {@code y} is the top of the first. */
  void text(int x, int y, List<String> lines, String style) {
    for (int i = 0; i < lines.size(); i++) {
      shapes.append(
          "<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>\n"
              .formatted(x, y + i * LINE + FONT, style, escaped(lines.get(i))));
    }
  }

  /**
   * The whole picture; it follows the reader's choice of light or dark. Its style is its own, since
   * it may stand in a page.
   */
  String picture(int width, int height, String language, String title, String description) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" class="journey" viewBox="0 0 %d %d" width="%d" height="%d" lang="%s" \
    role="img" aria-labelledby="title description" \
    style="color-scheme:light dark;background:Canvas;color:CanvasText;max-width:100%%;height:auto">
    <title id="title">%s</title>
    <desc id="description">%s</desc>
    <style>
    .journey text{font:%dpx system-ui,sans-serif;fill:currentColor;text-anchor:middle}
    .journey .small{font-size:12px;opacity:.75}.journey .strong{font-weight:bold}
    .journey polyline,.journey rect{fill:none;stroke:currentColor;stroke-width:1.2}
    .journey .end{stroke-width:2.4}.journey .fork{fill:currentColor;fill-opacity:.08}
    .journey .frame{stroke-dasharray:5 4;opacity:.7}
    .journey .busy{fill:currentColor;fill-opacity:.16;stroke-width:2.4}
    </style>
    %s</svg>
    """
        .formatted(
            width,
            height,
            width,
            height,
            language,
            escaped(title),
            escaped(description),
            FONT,
            shapes);
  }

  /** The text in lines no wider than this; Latin words stay whole where they fit. */
  static List<String> wrapped(String text, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split("(?<= )|(?<=[\\u2E80-\\uFFEF])(?=[^，。、；：？！）」])")) {
      if (line.length() > 0 && width(line + word.stripTrailing()) > width) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(word);
    }
    lines.add(line.toString().strip());
    return lines;
  }

  static int width(String text) {
    return text.codePoints()
        .map(c -> c >= 0x2E80 ? FONT : c < 0x80 && c != 'W' && c != 'M' ? 8 : 13)
        .sum();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
