package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.policy.WaysIn;
import dev.trellis.core.http.Theme;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;

/** Forms, codes and calls to action for people: where they are, and how to put them elsewhere. */
public final class WaysInPages {

  public static final String PATH = "/forms";

  private static final String EMBED = Theme.read(Html.class, "embed.html");

  private final Words words;
  private final Names names;
  private final UseText uses;

  public WaysInPages(Playbook playbook, Words words) {
    this.words = words;
    this.names = new Names(playbook, words);
    this.uses = new UseText(playbook, words);
  }

  /** All of them. */
  public String html(WaysIn ways) {
    var forms =
        words.table(
            "playbook.thing", "forms.address", "content", "forms.submissions", "forms.lately", "");
    ways.forms()
        .forEach(form ->
            forms.row(
                uses.linked("form", form.id()),
                Html.link(form.address(), form.address()),
                form.content() == null ? "" : uses.linked("content", form.content()),
                form.taken().inAll(),
                form.taken().lately(),
                words.link(PATH + "/" + form.id(), words.say("forms.embed"))));
    var ctas =
        words.table(
            "cta",
            "cta.to",
            "cta.style",
            "cta.places",
            "forms.address",
            "cta.clicks",
            "forms.lately");
    ways.ctas()
        .forEach(cta ->
            ctas.row(
                uses.linked("cta", cta.id()),
                uses.of(cta.leadsTo()),
                words.say("cta.style." + cta.style()),
                words.joined(cta.places().stream().map(p -> words.name("cta.place", p)).toList()),
                Html.link(cta.address(), cta.address()),
                cta.taken().inAll(),
                cta.taken().lately()));
    return words.page(
        PATH,
        "<p>"
            + Html.escape(words.say("forms.counted", words.zone()))
            + "</p>"
            + Html.section(words.say("playbook.form"), forms.orElse(words.say("playbook.none")))
            + Html.section(
                words.say("playbook.code"),
                "<div class=\"codes\">" + Html.each(ways.codes(), this::code) + "</div>")
            + Html.section(words.say("playbook.cta"), ctas.orElse(words.say("playbook.none")))
            + Html.section(words.say("forms.by-day"), byDay(ways)));
  }

  private String byDay(WaysIn ways) {
    var days = new TreeMap<LocalDate, List<String>>(Comparator.reverseOrder());
    ways.forms().forEach(form -> add(days, uses.linked("form", form.id()), form.taken()));
    ways.codes().forEach(code -> add(days, uses.linked("code", code.id()), code.taken()));
    ways.ctas().forEach(cta -> add(days, uses.linked("cta", cta.id()), cta.taken()));
    var table = words.table("forms.day", "forms.taken");
    days.forEach((day, taken) -> table.row(day, String.join("<br>", taken)));
    return table.orElse(words.say("forms.nobody"));
  }

  private static void add(Map<LocalDate, List<String>> days, String way, WaysIn.Taken taken) {
    taken
        .byDay()
        .forEach((day, count) ->
            days.computeIfAbsent(day, _ -> new ArrayList<>()).add(way + " " + count));
  }

  /** One form, and the code that puts it on another page. */
  public String html(WaysIn.OfForm form) {
    var code =
        EMBED.replace("{form}", form.id()).replace("{address}", Json.compose(form.address()));
    return Html.titled(
        words,
        words.say("forms.embed"),
        "<p>"
            + uses.linked("form", form.id())
            + " · "
            + Html.link(form.address(), form.address())
            + "</p><p>"
            + Html.escape(words.say("forms.embed-about"))
            + "</p><pre tabindex=\"0\">"
            + Html.escape(code)
            + "</pre>");
  }

  private String code(WaysIn.OfCode code) {
    var path = "/q/" + code.id();
    return """
    <div><a href="%s"><img src="%s.svg" alt="%s" loading="lazy"></a>%s<br>%s · %s<br>%s<br>%s %s</div>\
    """
        .formatted(
            Html.escape(code.address()),
            path,
            Html.escape(words.say("start.code", code.id())),
            uses.linked("code", code.id()),
            names.occasion(code.event()),
            Html.escape(code.placement()),
            Html.escape(words.say("forms.scans", code.taken().inAll(), code.taken().lately())),
            download(path + ".svg", "SVG"),
            download(path + ".png", "PNG"));
  }

  private static String download(String path, String format) {
    return "<a href=\"%s\" download>%s</a>".formatted(path, format);
  }
}
