package dev.trellis.console.html;

import module java.base;

/** The ways from a page to all others. */
final class Menu {

  private static final List<String> PAGES =
      List.of("/leads", "/accounts", "/tags", "/titles", "/quarantine");

  /** What stands on one machine only. */
  private static final List<String> LAPTOP =
      List.of(
          "/mails",
          "/mails/preview",
          "/sending",
          "/journeys",
          "/audiences",
          "/reports",
          "/readers",
          "/ctas",
          "/scenarios",
          "/likeness",
          "/retention",
          "/requests",
          "/clock",
          "/crm");

  private Menu() {}

  static String html(Words words) {
    var other = words.of("en", "zh");
    return "<nav>"
        + (words.isGuarded() ? "" : Html.link("/", words.say("page/")))
        + words.link("", words.say("page/today"))
        + Html.each(PAGES, path -> way(words, path))
        + (words.isGuarded() ? "" : Html.each(LAPTOP, path -> way(words, path)))
        + "<a class=\"language\" lang=\"%s\" href=\"?lang=%s\">%s</a>"
            .formatted(other, other, words.of("English", "中文"))
        + (words.isGuarded() ? words.button("/sign-out", words.say("sign-out")) : "")
        + "</nav>";
  }

  private static String way(Words words, String path) {
    return words.link(path, words.say("page" + path));
  }
}
