package dev.trellis.core.playbook;

import dev.trellis.core.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Programs that follow links and open pages for safety's sake, and are no readers (R82). */
public record Machines(List<Agent> agents) {

  public static final Machines EMPTY = new Machines(List.of());

  public Machines {
    agents = List.copyOf(agents);
  }

  /** What a program does for a living. */
  public enum Kind {
    /** Checks the links of incoming mail. */
    GATEWAY,
    /** Makes the preview of a link in a chat. */
    PREVIEW,
    /** Fetches for a mail program, so that its reader stays unknown. */
    PROXY,
    /** Loads what somebody may look at later. */
    PREFETCH,
    /** Collects pages for a search engine. */
    CRAWLER
  }

  /**
   * One of them; one mark or one header is enough to know it.
   *
   * @param marks texts of which its User-Agent holds one, in lower case
   * @param exact a whole User-Agent, in lower case
   * @param headers part of a header's value in lower case, empty for any, by lower-case name
   */
  public record Agent(
      String id, Kind kind, List<String> marks, List<String> exact, Map<String, String> headers) {

    public Agent {
      marks = List.copyOf(marks);
      exact = List.copyOf(exact);
      headers = Map.copyOf(headers);
    }

    boolean sent(Request request) {
      var name =
          request.header("user-agent").map(n -> n.strip().toLowerCase(Locale.ROOT)).orElse("");
      return marks.stream().anyMatch(name::contains)
          || exact.contains(name)
          || headers.entrySet().stream().anyMatch(h -> has(request, h.getKey(), h.getValue()));
    }

    /** Kind and id, as the log tells them. */
    String reason() {
      return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }

    private static boolean has(Request request, String name, String part) {
      return request
          .header(name)
          .filter(v -> v.toLowerCase(Locale.ROOT).contains(part))
          .isPresent();
    }
  }

  /** Why a request was sent by a program, such as {@code gateway:mimecast}; empty if it was not. */
  public Optional<String> reason(Request request) {
    return request.method().equals("HEAD")
        ? Optional.of("head")
        : agents.stream().filter(a -> a.sent(request)).findFirst().map(Agent::reason);
  }
}
