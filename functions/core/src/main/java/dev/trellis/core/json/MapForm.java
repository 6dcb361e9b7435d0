package dev.trellis.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** A map; one without an order of its own is written in that of its keys' texts. */
record MapForm(Class<?> raw, ScalarForm key, Form value) implements Form {

  @Override
  public Object nothing() {
    return raw == SortedMap.class ? Collections.emptySortedMap() : Map.of();
  }

  @Override
  public void write(Object map, JsonGenerator out) throws IOException {
    var texts = map instanceof SequencedMap ? new LinkedHashMap<>() : new TreeMap<>();
    ((Map<?, ?>) map).forEach((k, v) -> texts.put(key.text(k), v));
    out.writeStartObject();
    for (var entry : texts.entrySet()) {
      out.writeFieldName((String) entry.getKey());
      value.write(entry.getValue(), out);
    }
    out.writeEndObject();
  }

  @Override
  public Object read(JsonParser in) throws IOException {
    Form.expect(JsonToken.START_OBJECT, in);
    SequencedMap<Object, Object> map =
        raw == SortedMap.class ? new TreeMap<>() : new LinkedHashMap<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      var name = key.parse(in.currentName());
      in.nextToken();
      map.put(name, value.read(in));
    }
    return map instanceof SortedMap<Object, Object> sorted
        ? Collections.unmodifiableSortedMap(sorted)
        : Collections.unmodifiableSequencedMap(map);
  }
}
