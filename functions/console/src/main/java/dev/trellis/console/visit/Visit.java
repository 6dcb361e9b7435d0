package dev.trellis.console.visit;

import dev.trellis.core.http.Request;
import java.net.URI;
import java.util.Optional;

/**
 * A request of somebody who may ask that.
 *
 * @param base below which all pages stand, such as {@code /console}
 * @param token that their forms must bring; empty where none is asked for
 */
public record Visit(Request request, Member member, String base, String token) {

  /** The name under which what they do is written down. */
  public String actor() {
    return member.name();
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

  /** True if a person will look at the answer. */
  public boolean wantsHtml() {
    return request.header("accept").filter(a -> a.contains("text/html")).isPresent();
  }
}
