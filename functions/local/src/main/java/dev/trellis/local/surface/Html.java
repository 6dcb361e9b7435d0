package dev.trellis.local.surface;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Small pieces of HTML. */
final class Html {

  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;color:#1c2b2a}
      body{max-width:60rem;margin:0 auto;padding:1rem}
      h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}a{color:#0b6b5d}
      table{border-collapse:collapse;width:100%;display:block;overflow-x:auto}
      th,td{text-align:left;vertical-align:top}
      th,td{padding:.3rem .75rem .3rem 0;border-bottom:1px solid #d8e0df}
      button{font:inherit;padding:.3rem .8rem;margin:.15rem .3rem .15rem 0}
      button{border:1px solid #0b6b5d;\
      border-radius:.4rem;background:#fff;color:#0b6b5d;cursor:pointer}
      form{display:inline}
      iframe{width:100%;height:26rem;border:1px solid #d8e0df;border-radius:.4rem}
      pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f7f6;padding:.75rem}
      .codes{display:flex;flex-wrap:wrap;gap:1.5rem}.codes img{width:11rem;height:11rem;display:block}
      small{color:#5c6b69}p a{overflow-wrap:anywhere}td{overflow-wrap:break-word}
      """;

  private Html() {}

  static String page(Words words, String title, String body) {
    return """
    <!doctype html>
    <html lang="%s"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title><style>%s</style></head>
    <body>%s</body></html>
    """
        .formatted(words.language(), escape(title), STYLE, body);
  }

  /** The page's way home. */
  static String home(Words words) {
    return "<p><a href=\"/\">← " + words.of("首页", "Start") + "</a></p>";
  }

  static String escape(Object text) {
    return text == null
        ? ""
        : text.toString()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
  }

  static String link(String href, Object text) {
    return "<a href=\"%s\">%s</a>".formatted(escape(href), escape(text));
  }

  /** A form with one button and fixed values, given as name and value in turn. */
  static String button(String action, String label, String... namesAndValues) {
    var inputs = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      inputs.append(
          "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
              .formatted(escape(namesAndValues[i]), escape(namesAndValues[i + 1])));
    }
    return "<form method=\"post\" action=\"%s\">%s<button>%s</button></form>"
        .formatted(escape(action), inputs, escape(label));
  }

  static <T> String each(Collection<T> items, Function<T, String> html) {
    return items.stream().map(html).collect(Collectors.joining("\n"));
  }

  /** A row of cells that are HTML already. */
  static String row(String... cells) {
    return "<tr><td>" + String.join("</td><td>", cells) + "</td></tr>";
  }

  static String table(String rows, String... heads) {
    return "<table><tr><th>" + String.join("</th><th>", heads) + "</th></tr>" + rows + "</table>";
  }
}
