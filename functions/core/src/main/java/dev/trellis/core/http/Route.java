package dev.trellis.core.http;

import module java.base;

/**
 * One line of a routing table: which requests a use case serves.
 *
 * @param <A> what the use case answers
 */
public final class Route<A> {

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(\\+?)}");

  private final String name;
  private final String method;
  private final Pattern path;
  private final Function<Request, A> useCase;

  /**
   * @param pattern of the path, such as {@code /c/{token}/file}; with a plus, as in {@code {key+}},
   *     a parameter takes slashes as well
   */
  public Route(String method, String pattern, Function<Request, A> useCase) {
    this.name = method + " " + pattern;
    this.method = method;
    this.path = Pattern.compile(expression(pattern));
    this.useCase = useCase;
  }

  /** Method and pattern; safe to log, while a path may hold a token. */
  public String name() {
    return name;
  }

  /** The use case's answer; empty if this route does not serve the request. */
  public Optional<A> answer(Request request) {
    var match = path.matcher(request.path());
    return serves(request.method()) && match.matches()
        ? Optional.of(useCase.apply(request.withPathParameters(parameters(match))))
        : Optional.empty();
  }

  // HEAD asks what GET would answer, without the body.
  private boolean serves(String asked) {
    return asked.equals(method) || (asked.equals("HEAD") && method.equals("GET"));
  }

  private static Map<String, String> parameters(MatchResult match) {
    var parameters = new TreeMap<String, String>();
    match.namedGroups().forEach((name, group) -> parameters.put(name, match.group(group)));
    return parameters;
  }

  private static String expression(String pattern) {
    return PARAMETER
        .matcher(pattern.replace(".", "\\."))
        .replaceAll(p -> "(?<%s>%s)".formatted(p.group(1), p.group(2).isEmpty() ? "[^/]+" : ".+"));
  }
}
