package dev.trellis.checks.story;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** A place in a JSON answer, reached step by step: {@code at("placement", "pool")}. */
record View(Object value) {

  static View of(HttpResponse<byte[]> answer) throws IOException {
    return new View(JSON.std.anyFrom(answer.body()));
  }

  View at(Object... path) {
    var here = value;
    for (var step : path) {
      here =
          switch (step) {
            case Integer i -> ((List<?>) here).get(i < 0 ? ((List<?>) here).size() + i : i);
            default -> here == null ? null : ((Map<?, ?>) here).get(step);
          };
    }
    return new View(here);
  }

  String text() {
    return (String) value;
  }

  List<View> list() {
    return value == null ? List.of() : ((List<?>) value).stream().map(View::new).toList();
  }

  List<String> texts(String member) {
    return list().stream().map(v -> v.at(member).text()).toList();
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
