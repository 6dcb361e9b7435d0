package dev.trellis.local.run;

import module java.base;

/** Finds the function for a request by API Gateway's rules: the most specific path wins. */
final class RouteTable {

  private record Entry(
      String method, String path, List<String> segments, RunningFunction function) {}

  /**
   * @param key such as {@code GET /f/{form}}
   */
  record Match(RunningFunction function, String key, Map<String, String> parameters) {}

  private final List<Entry> entries = new ArrayList<>();

  RouteTable(List<RunningFunction> functions) {
    for (var running : functions) {
      for (var route : running.function().routes()) {
        entries.add(new Entry(route.method(), route.path(), segments(route.path()), running));
      }
    }
    entries.sort(Comparator.comparing(RouteTable::rank));
  }

  Optional<Match> find(String method, String path) {
    var segments = segments(path);
    for (var entry : entries) {
      if (entry.method().equals(method) || entry.method().equals("ANY")) {
        var parameters = parameters(entry.segments(), segments);
        if (parameters.isPresent()) {
          var key = entry.method() + " " + entry.path();
          return Optional.of(new Match(entry.function(), key, parameters.get()));
        }
      }
    }
    return Optional.empty();
  }

  // Segment by segment: a word before a parameter, a parameter before the rest of the path.
  private static String rank(Entry entry) {
    var rank = new StringBuilder();
    for (var segment : entry.segments()) {
      rank.append(isRest(segment) ? 'c' : isParameter(segment) ? 'b' : 'a');
    }
    return rank.append(entry.method().equals("ANY") ? '2' : '1').toString();
  }

  private static Optional<Map<String, String>> parameters(
      List<String> pattern, List<String> segments) {
    var parameters = new TreeMap<String, String>();
    for (int i = 0; i < pattern.size(); i++) {
      var part = pattern.get(i);
      if (isRest(part) && i < segments.size()) {
        var rest = String.join("/", segments.subList(i, segments.size()));
        parameters.put(part.substring(1, part.length() - 2), decoded(rest));
        return Optional.of(parameters);
      } else if (i >= segments.size()) {
        return Optional.empty();
      } else if (isParameter(part) && !segments.get(i).isEmpty()) {
        parameters.put(part.substring(1, part.length() - 1), decoded(segments.get(i)));
      } else if (!part.equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return pattern.size() == segments.size() ? Optional.of(parameters) : Optional.empty();
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{");
  }

  private static boolean isRest(String segment) {
    return segment.endsWith("+}");
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
