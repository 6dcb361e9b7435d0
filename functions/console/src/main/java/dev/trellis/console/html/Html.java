package dev.trellis.console.html;

import module java.base;

import dev.trellis.core.condition.Days;
import dev.trellis.core.http.Theme;

/** Small pieces of HTML. */
public final class Html {

  /** What stands where nothing is known. */
  public static final String NONE = "–";

  private static final String STYLE = Theme.with(Html.class, "page.css");

  private Html() {}

  /** A page with its title, in the frame that all have. */
  public static String titled(Words words, String title, String body) {
    return framed(words, title, "<h1>" + escape(title) + "</h1>" + body);
  }

  /** A page in the frame that all have: the ways to all others, and who looks. */
  public static String framed(Words words, String title, String body) {
    return """
    <!doctype html>
    <html lang="%s"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s · Trellis</title><style>%s</style></head>
    <body><a class="skip" href="#main">%s</a><div class="frame">
    <div class="side"><span class="brand">Trellis</span>%s</div>
    <main id="main">%s%s</main></div></body></html>
    """
        .formatted(
            words.language(),
            escape(title),
            STYLE,
            escape(words.say("menu.skip")),
            Menu.html(words),
            top(words) + words.done(),
            body);
  }

  private static String top(Words words) {
    var other = words.of("en", "zh");
    return """
    <div class="top"><a class="button to-menu" href="#menu">%s</a>\
    <form role="search" action="%s"><input type="search" name="q" aria-label="%s" placeholder="%s"></form>\
    <span class="who">%s</span>%s<a lang="%s" href="?lang=%s">%s</a></div>
    """
        .formatted(
            escape(words.say("menu")),
            escape(words.to("/leads")),
            escape(words.say("leads.find")),
            escape(words.say("leads.find-by")),
            words.stand().isGuarded() ? escape(words.stand().who()) : "",
            words.stand().isGuarded() ? words.button("/sign-out", words.say("sign-out")) : "",
            other,
            other,
            words.of("English", "中文"));
  }

  public static String escape(Object text) {
    return text == null
        ? ""
        : text.toString()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
  }

  /** A value as it stands behind the path of an address. */
  public static String parameter(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  public static String link(String href, Object text) {
    return "<a href=\"%s\">%s</a>".formatted(escape(href), escape(text));
  }

  /** An id that has no name. */
  public static String code(Object text) {
    return "<code>" + escape(text) + "</code>";
  }

  /** Something that asks for a look. */
  public static String mark(Object text) {
    return "<span class=\"mark\">" + escape(text) + "</span>";
  }

  public static String small(Object text) {
    return text == null ? "" : "<small>" + escape(text) + "</small>";
  }

  public static String time(Words words, Object instant) {
    return instant == null
        ? ""
        : "<time datetime=\"%s\">%s</time>".formatted(escape(instant), words.time(instant));
  }

  /**
   * The same, but only the day if it is the beginning of one: what is counted by days has no hour.
   */
  public static String timeOrDay(Words words, Instant instant, Days days) {
    return instant != null && days.start(days.of(instant)).equals(instant)
        ? "<time>" + days.of(instant) + "</time>"
        : time(words, instant);
  }

  public static String section(String title, String body) {
    return "<h2>" + escape(title) + "</h2>" + body;
  }

  /** Pieces of HTML as a list. */
  public static String list(Collection<String> items) {
    return items.isEmpty() ? NONE : "<ul>" + each(items, i -> "<li>" + i + "</li>") + "</ul>";
  }

  /** A name and what it stands for, which is HTML already. */
  public static String entry(String name, String value) {
    return "<dt>" + escape(name) + "</dt><dd>" + (value.isEmpty() ? NONE : value) + "</dd>";
  }

  /** Fixed values of a form, given as name and value in turn. */
  public static String hidden(String... namesAndValues) {
    var inputs = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      inputs.append(
          "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
              .formatted(escape(namesAndValues[i]), escape(namesAndValues[i + 1])));
    }
    return inputs.toString();
  }

  public static <T> String each(Collection<T> items, Function<T, String> html) {
    return items.stream().map(html).collect(Collectors.joining("\n"));
  }
}
