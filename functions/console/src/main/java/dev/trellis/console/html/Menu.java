package dev.trellis.console.html;

import module java.base;

/** The ways from a page to all others, in groups. */
final class Menu {

  private static final String HOME = "";

  private static final SequencedMap<String, List<String>> GROUPS = groups();

  /** What stands on one machine only. */
  private static final Set<String> LAPTOP =
      Set.of(
          "/reports",
          "/readers",
          "/ctas",
          "/scenarios",
          "/likeness",
          "/requests",
          "/retention",
          "/sending",
          "/mails",
          "/clock",
          "/crm");

  private Menu() {}

  private static SequencedMap<String, List<String>> groups() {
    var groups = new LinkedHashMap<String, List<String>>();
    groups.put("menu.leads", List.of("/leads", "/accounts", "/audiences"));
    groups.put("menu.nurture", List.of("/journeys", "/letters", "/mails/preview", "/forms"));
    groups.put("menu.results", List.of("/reports", "/readers", "/ctas", "/scenarios", "/likeness"));
    groups.put(
        "menu.review",
        List.of(
            "/quarantine",
            "/mails/unknown",
            "/suppressions",
            "/twins",
            "/titles",
            "/returns",
            "/requests",
            "/retention"));
    groups.put(
        "menu.system",
        List.of("/playbook", "/sweeps", "/tags", "/operations", "/audit", "/sending"));
    groups.put("menu.machine", List.of("/mails", "/clock", "/crm"));
    return groups;
  }

  static String html(Words words) {
    var menu = new StringBuilder();
    menu.append(words.stand().isGuarded() ? "" : Html.link("/", words.say("page/")));
    menu.append(way(words, HOME, "page/today"));
    GROUPS.forEach((group, paths) -> {
      var there =
          paths.stream()
              .filter(path -> !words.stand().isGuarded() || !LAPTOP.contains(path))
              .map(path -> way(words, path, "page" + path))
              .toList();
      if (!there.isEmpty()) {
        menu.append("<h2>").append(Html.escape(words.say(group))).append("</h2>");
        there.forEach(menu::append);
      }
    });
    return "<nav id=\"menu\" aria-label=\"%s\">%s</nav>"
        .formatted(Html.escape(words.say("menu")), menu);
  }

  private static String way(Words words, String path, String label) {
    return "<a href=\"%s\"%s>%s</a>"
        .formatted(
            Html.escape(words.to(path)),
            isHere(words.stand().path(), path) ? " aria-current=\"page\"" : "",
            Html.escape(words.say(label)));
  }

  // A lead is one of the leads; a preview is none of the mails.
  private static boolean isHere(String at, String path) {
    return at.equals(path)
        || (!path.equals(HOME)
            && at.startsWith(path + "/")
            && GROUPS.values().stream().flatMap(List::stream).noneMatch(at::equals)
            && !(path.equals("/mails") && at.startsWith("/mails/preview")));
  }
}
