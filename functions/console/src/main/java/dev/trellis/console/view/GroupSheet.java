package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.json.Json;

/**
 * A group as it is typed into the form of a page.
 *
 * @param typed by the names of the inputs
 */
public record GroupSheet(Map<String, String> typed) {

  /** So many questions are asked one below the other; more are written in words. */
  public static final int ROWS = 4;

  /** Nothing. */
  public static final GroupSheet EMPTY = new GroupSheet(Map.of());

  /** How an answer is looked at. */
  public enum Asks {
    IS,
    IN,
    KNOWN,
    UNKNOWN
  }

  public String of(String name) {
    return typed.getOrDefault(name, "").strip();
  }

  public String id() {
    return of("id");
  }

  /** The same as {@code audiences.yaml} has it, of which JSON is a part. */
  public String text() {
    var text = new StringBuilder();
    text.append("id: ").append(quoted(id()));
    text.append("\nname: ").append(Json.compose(Map.of("zh", of("zh"), "en", of("en"))));
    text.append("\nof: ").append(quoted(of("of").toLowerCase(Locale.ROOT)));
    var rows = rows();
    if (!of("who").isEmpty()) {
      text.append("\nwho:").append(block(of("who")));
    } else if (!rows.isEmpty()) {
      text.append("\nwho: ").append(Json.compose(Map.of("all", rows)));
    }
    return text.append("\n").toString();
  }

  private static String quoted(String text) {
    var list = Json.compose(Map.of("", text));
    return list.substring(list.indexOf(':') + 1, list.length() - 1);
  }

  private static String block(String who) {
    return "\n" + who.lines().map(line -> "  " + line).collect(Collectors.joining("\n"));
  }

  private List<Map<String, Object>> rows() {
    return IntStream.range(0, ROWS)
        .filter(row -> !of("field" + row).isEmpty())
        .mapToObj(row -> Map.<String, Object>of(of("field" + row), asked(row)))
        .toList();
  }

  private Map<String, Object> asked(int row) {
    var value = of("value" + row);
    return switch (of("asks" + row)) {
      case "IN" -> Map.of("in", Stream.of(value.split("[,，]")).map(String::strip).toList());
      case "KNOWN" -> Map.of("known", true);
      case "UNKNOWN" -> Map.of("known", false);
      default -> Map.of("is", value);
    };
  }
}
