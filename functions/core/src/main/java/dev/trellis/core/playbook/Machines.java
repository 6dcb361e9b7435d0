package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.http.Request;

/**
 * Programs that follow links and open pages for safety's sake, and are no readers (R82).
 *
 * @param browsers texts of which every browser's User-Agent holds one, in lower case; whoever sends
 *     none of them is a program. Empty if that is not to be told
 */
public record Machines(List<String> browsers, List<Agent> agents) {

  public static final Machines EMPTY = new Machines(List.of(), List.of());

  private static final String NO_BROWSER = "program";

  public Machines {
    browsers = List.copyOf(browsers);
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
    CRAWLER,
    /** A browser with nobody before it. */
    PROGRAM
  }

  /**
   * One of them; one mark or one header is enough to know it.
   *
   * @param marks texts of which its User-Agent holds one, in lower case
   * @param except texts of an app's User-Agent that holds a mark and has a person before it
   * @param exact a whole User-Agent, in lower case
   * @param headers part of a header's value in lower case, empty for any, by lower-case name
   */
  public record Agent(
      String id,
      Kind kind,
      List<String> marks,
      List<String> except,
      List<String> exact,
      Map<String, String> headers) {

    public Agent {
      marks = List.copyOf(marks);
      except = List.copyOf(except);
      exact = List.copyOf(exact);
      headers = Map.copyOf(headers);
    }

    boolean sent(Request request, String name) {
      return marks.stream().anyMatch(name::contains) && except.stream().noneMatch(name::contains)
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
    if (request.method().equals("HEAD")) {
      return Optional.of("head");
    }
    var name = request.header("user-agent").map(n -> n.strip().toLowerCase(Locale.ROOT)).orElse("");
    return agents.stream()
        .filter(a -> a.sent(request, name))
        .findFirst()
        .map(Agent::reason)
        .or(() -> isBrowser(name) ? Optional.empty() : Optional.of(NO_BROWSER));
  }

  private boolean isBrowser(String name) {
    return browsers.isEmpty() || browsers.stream().anyMatch(name::contains);
  }
}
