package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.http.Request;

/** What a form of the preference page sent: values by name, several where boxes share one. */
record Posted(SortedMap<String, List<String>> values) {

  private static final Pattern PART =
      Pattern.compile(
          "form-data; *name=\"?(?<name>[^\"\r\n;]*)\"?[^\r\n]*(\r?\n[^\r\n]+){0,9}\r?\n\r?\n"
              + "(?<value>[^\r\n]*)",
          Pattern.CASE_INSENSITIVE);

  /** True for the wish for no mail at all: a mail program's one click, or the page's button. */
  boolean isUnsubscription() {
    return value("List-Unsubscribe").strip().equals("One-Click")
        || value("unsubscribe").equals("all");
  }

  static Posted of(Request request) {
    return request.mediaType().equals("multipart/form-data")
        ? ofParts(request.text())
        : of(request.text());
  }

  // As a mail program may send its one click (RFC 8058).
  private static Posted ofParts(String body) {
    var values = new TreeMap<String, List<String>>();
    PART.matcher(body)
        .results()
        .forEach(part ->
            values
                .computeIfAbsent(part.group("name"), _ -> new ArrayList<>())
                .add(part.group("value")));
    return new Posted(values);
  }

  private static Posted of(String body) {
    var values = new TreeMap<String, List<String>>();
    for (var pair : body.split("&")) {
      var parts = pair.split("=", 2);
      values
          .computeIfAbsent(parts[0], _ -> new ArrayList<>())
          .add(parts.length == 2 ? decoded(parts[1]) : "");
    }
    return new Posted(values);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The last one of this name, or an empty text. */
  String value(String name) {
    return has(name) ? all(name).getLast() : "";
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
