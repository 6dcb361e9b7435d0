package dev.trellis.local.surface;

import java.util.List;
import java.util.Map;

/** Leads for people. */
final class LeadPages {

  private final Words words;

  LeadPages(Words words) {
    this.words = words;
  }

  /** Leads in short, newest first. */
  String list(List<Map<String, Object>> leads) {
    return leads.isEmpty()
        ? "<p>" + words.of("还没有线索。", "No leads yet.") + "</p>"
        : Html.table(
            Html.each(leads.reversed(), this::line),
            words.of("线索", "Lead"),
            words.of("姓名", "Name"),
            words.of("邮箱", "E-mail"),
            words.of("阶段", "Stage"),
            words.of("池", "Pool"),
            words.of("最近触达", "Last touch"));
  }

  String html(List<Map<String, Object>> leads) {
    var title = words.of("线索", "Leads");
    return Html.page(words, title, Html.home(words) + "<h1>" + title + "</h1>" + list(leads));
  }

  /** One lead: each part of the view as a list of its own. */
  String html(Map<String, Object> lead) {
    return html(String.valueOf(lead.get("id")), lead);
  }

  /** Any view: each part as a list of its own. */
  String html(String title, Map<String, Object> view) {
    var body = new StringBuilder(Html.home(words));
    body.append("<h1>").append(Html.escape(title)).append("</h1>");
    view.forEach((part, value) -> {
      if (!part.equals("id")) {
        body.append("<h2>").append(Html.escape(part)).append("</h2>").append(tree(value));
      }
    });
    return Html.page(words, title, body.toString());
  }

  private String line(Map<String, Object> lead) {
    return Html.row(
        Html.link("/local/leads/" + lead.get("id"), lead.get("id")),
        Html.escape(lead.get("name")),
        Html.escape(lead.get("email")),
        Html.escape(lead.get("stage")),
        Html.escape(lead.get("pool")),
        words.time(lead.get("lastTouch")));
  }

  private static String tree(Object value) {
    return switch (value) {
      case null -> "–";
      case Map<?, ?> map ->
          map.isEmpty()
              ? "–"
              : "<table>"
                  + Html.each(
                      map.entrySet(), e -> Html.row(Html.escape(e.getKey()), tree(e.getValue())))
                  + "</table>";
      case List<?> list ->
          list.isEmpty() ? "–" : Html.each(list, v -> "<div>" + tree(v) + "</div>");
      default -> Html.escape(value);
    };
  }
}
