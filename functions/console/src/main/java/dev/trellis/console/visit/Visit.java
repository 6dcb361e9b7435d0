package dev.trellis.console.visit;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Ids;
import java.net.URI;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request of somebody who may ask that.
 *
 * @param base below which all pages stand, such as {@code /console}
 * @param token that their forms must bring; empty where none is asked for
 */
public record Visit(Request request, Member member, String base, String token) {

  /** Behind the path of a page that somebody came back to: what they just did. */
  public static final String DONE = "done";

  /** The field of a form that tells it from all others that were ever drawn. */
  public static final String ONCE = "once";

  /** The name under which what they do is written down. */
  public String actor() {
    return member.name();
  }

  /** Whoever does what is asked here, and by which form. */
  public Hand hand() {
    return new Hand(actor(), form().orElse(null));
  }

  /**
   * The mark of a form that a page of ours drew: the same only if the same is sent by it once more,
   * as by a double click or when a page is loaded again.
   */
  public Optional<String> form() {
    var body = request.text();
    return isForm() && ("&" + body).contains("&" + ONCE + "=")
        ? Optional.of(Ids.derived(request.path(), new TreeMap<>(request.query()).toString(), body))
        : Optional.empty();
  }

  /** A value that stands in the path. */
  public String path(String name) {
    return request.parameter(name).orElseThrow();
  }

  /** A value that stands behind the path. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(request.query().get(name));
  }

  /** The page of ours whose button was pressed, as the browser says; empty if it says nothing. */
  public Optional<String> cameFrom() {
    return request
        .header("referer")
        .map(URI::create)
        .map(URI::getRawPath)
        .filter(page -> page.startsWith(base + "/"));
  }

  /** The same with what the page was asked for. */
  public Optional<String> cameFromList() {
    var asked =
        request
            .header("referer")
            .map(URI::create)
            .map(URI::getRawQuery)
            .map(query -> query.replaceAll("(^|&)" + DONE + "=[^&]*", ""))
            .filter(query -> !query.isEmpty());
    return cameFrom().map(page -> page + asked.map(query -> "?" + query).orElse(""));
  }

  /** True if it is the form of a page. */
  public boolean isForm() {
    return request.mediaType().equals("application/x-www-form-urlencoded");
  }

  /** Back to a page of ours, which says what was done. */
  public Response back(String page, String done) {
    return Response.seeOther(page + (page.contains("?") ? "&" : "?") + DONE + "=" + done);
  }

  /** True if a person will look at the answer. */
  public boolean wantsHtml() {
    return request.header("accept").filter(a -> a.contains("text/html")).isPresent();
  }
}
