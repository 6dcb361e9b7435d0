package dev.trellis.console.html;

import module java.base;

import dev.trellis.console.visit.Role;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Request;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.playbook.Company;

/**
 * The words of a page, in Chinese or English, and where its links and buttons lead.
 *
 * @param zone in which people read times
 */
public record Words(String language, ZoneId zone, Stand stand) {

  /** Keeps the language that somebody chose on a page. */
  private static final String COOKIE = "surface-language";

  /** The field of a form that brings the token. */
  public static final String TOKEN = "csrf";

  private static final String QUERY = "lang";
  private static final Pattern MISSING = Pattern.compile("([A-Za-z]+) is missing");
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** Words that lead nowhere. */
  public Words(String language, ZoneId zone) {
    this(language, zone, Stand.NONE);
  }

  /** In the language that is asked for, that was chosen before, or that the browser prefers. */
  public static Words of(Visit visit, Company company) {
    var request = visit.request();
    var language =
        chosen(request)
            .or(() -> Optional.ofNullable(request.cookies().get(COOKIE)))
            .filter(company.languages()::contains)
            .orElseGet(() -> company.language(request.header("accept-language").orElse(null)));
    return new Words(language, company.zone(), Stand.of(visit));
  }

  /** The cookie that keeps the language the request asks for. */
  public static Optional<String> cookie(Request request) {
    return chosen(request)
        .filter(language -> language.matches("[a-z]{2}"))
        .map(language -> COOKIE + "=" + language + "; Path=/; SameSite=Lax");
  }

  private static Optional<String> chosen(Request request) {
    return Optional.ofNullable(request.query().get(QUERY));
  }

  /** Picks one of two texts. */
  public String of(String chinese, String english) {
    return language.equals("zh") ? chinese : english;
  }

  /** A text of the bundle, its places filled. */
  public String say(String key, Object... values) {
    return Labels.in(language)
        .find(key)
        .map(text -> text.formatted(values))
        .orElseThrow(() -> new IllegalArgumentException("no text for " + key));
  }

  /** A table with these heads, by key; nothing stands above a column without one. */
  public Table table(String... heads) {
    return new Table(Stream.of(heads).map(key -> key.isEmpty() ? "" : say(key)).toList());
  }

  /** The address of another page, such as {@code /leads}. */
  public String to(String path) {
    return stand.base() + path;
  }

  /** A link to another page. */
  public String link(String path, Object text) {
    return Html.link(to(path), text);
  }

  /** A link to a lead that is called by its id. */
  public String lead(String id) {
    return link("/leads/" + id, id);
  }

  /** True if whoever looks may do what asks for this role. */
  public boolean may(Role role) {
    return stand.role().may(role);
  }

  /** What whoever looks just did, as a line above the page. */
  String done() {
    return Labels.in(language)
        .find("done." + stand.done())
        .map(said -> "<p class=\"said\" role=\"status\">" + Html.escape(said) + "</p>")
        .orElse("");
  }

  /** A link to the preview of a mail. */
  public String mail(String id, Object text) {
    return link("/mails/preview/" + id, text);
  }

  /** A form with one button and fixed values, given as name and value in turn. */
  public String button(String path, String label, String... namesAndValues) {
    return form(
        path, "", Html.hidden(namesAndValues) + "<button>" + Html.escape(label) + "</button>");
  }

  /**
   * A form that changes something.
   *
   * @param kind how it looks, or nothing
   */
  public String form(String path, String kind, String fields) {
    return "<form method=\"post\" action=\"%s\"%s>%s%s</form>"
        .formatted(
            Html.escape(to(path)),
            kind.isEmpty() ? "" : " class=\"" + kind + "\"",
            (stand.isGuarded() ? Html.hidden(TOKEN, stand.token()) : "")
                + Html.hidden(Visit.ONCE, Ids.random()),
            fields);
  }

  /** The page at a path, with the ways to all others beside it. */
  public String page(String path, String body) {
    return Html.titled(this, say("page" + path), body);
  }

  /** What people call a word of ours, such as the kind of an event; the word if it has no name. */
  public String name(String of, Object word) {
    return Labels.in(language).find(of + "." + word).orElseGet(() -> String.valueOf(word));
  }

  /** An instant, as {@link Instant#toString} writes it, for people; null gives nothing. */
  public String time(Object instant) {
    return instant == null ? "" : Instant.parse(instant.toString()).atZone(zone).format(MINUTES);
  }

  /** Why a mail was not sent, such as no-consent, or rejected by the provider: Bad content. */
  public String reason(String reason) {
    var parts = reason.split(": ", 2);
    var key = parts[0].replace(' ', '-');
    var said = name("mail.reason", key);
    return said.equals(key) ? reason : said + (parts.length == 2 ? ": " + parts[1] : "");
  }

  /**
   * Why a message was refused: in our words where the reason is one of ours, otherwise as whoever
   * read it says, in English.
   */
  public String refusal(String reason) {
    var missing = MISSING.matcher(reason);
    var known =
        missing.matches()
            ? Optional.of(say("refusal.missing", missing.group(1)))
            : Labels.in(language).find("refusal." + slug(reason));
    return known
        .map(Html::escape)
        .orElseGet(() -> "<span lang=\"en\">" + Html.escape(reason) + "</span>");
  }

  private static String slug(String sentence) {
    return sentence.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
  }

  /**
   * What is done at a route, such as {@code POST /leads/{id}/calls}; the route if it has no name.
   */
  public String deed(String route) {
    var key = route.substring(route.indexOf('/') + 1).replaceAll("\\{[^}]+}", "*");
    return Labels.in(language).find("deed." + key.replace('/', '.')).orElse(route);
  }

  /** Several names as one text. */
  public String joined(java.util.Collection<String> names) {
    return String.join(of("、", ", "), names);
  }
}
