package dev.trellis.console.html;

import module java.base;

import dev.trellis.core.http.Request;
import dev.trellis.core.playbook.Company;

/**
 * The words of this machine's own pages, in Chinese or English.
 *
 * @param zone in which people read times
 */
public record Words(String language, ZoneId zone) {

  /** Keeps the language that somebody chose on a page. */
  private static final String COOKIE = "surface-language";

  private static final String QUERY = "lang";
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** In the language that is asked for, that was chosen before, or that the browser prefers. */
  public static Words of(Request request, Company company) {
    var language =
        chosen(request)
            .or(() -> Optional.ofNullable(request.cookies().get(COOKIE)))
            .filter(company.languages()::contains)
            .orElseGet(() -> company.language(request.header("accept-language").orElse(null)));
    return new Words(language, company.zone());
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

  /** The page at a path, with the ways to all others above it. */
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

  /** Several names as one text. */
  public String joined(java.util.Collection<String> names) {
    return String.join(of("、", ", "), names);
  }
}
