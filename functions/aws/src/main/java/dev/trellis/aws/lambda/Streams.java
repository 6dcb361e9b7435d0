package dev.trellis.aws.lambda;

import module java.base;

import dev.trellis.core.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Events and answers as JSON, by the codec that a function needs anyway. Lambda's own, with which
 * it would make Java's objects of them, takes longer to load than most of our functions.
 */
final class Streams {

  private Streams() {}

  /** Reads an event, and writes what comes of it; null is the answer of whoever has none. */
  static void answer(InputStream in, OutputStream out, Function<Map<String, Object>, Object> work)
      throws IOException {
    var event = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    var answer = work.apply(event);
    var text = answer == null ? "null" : Json.compose(answer);
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  static @Nullable String text(Map<String, Object> object, String name) {
    return Objects.toString(object.get(name), null);
  }

  static @Nullable Map<String, String> texts(Map<String, Object> object, String name) {
    if (!(object.get(name) instanceof Map<?, ?> found)) {
      return null;
    }
    var texts = new LinkedHashMap<String, String>();
    found.forEach((key, value) -> texts.put((String) key, Objects.toString(value, null)));
    return texts;
  }

  static List<String> list(List<?> values) {
    return values.stream().map(String.class::cast).toList();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Map<String, Object> object, String name) {
    return object.get(name) instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
  }

  @SuppressWarnings("unchecked")
  static Stream<Map<String, Object>> maps(Map<String, Object> object, String name) {
    return object.get(name) instanceof List<?> found
        ? found.stream().map(each -> (Map<String, Object>) each)
        : Stream.of();
  }
}
