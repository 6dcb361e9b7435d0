package dev.trellis.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A list or a set. A set without an order of its own is written in that of its texts. */
record CollectionForm(Class<?> raw, Form element) implements Form {

  @Override
  public Object nothing() {
    return raw == List.class
        ? List.of()
        : raw == SortedSet.class ? Collections.emptySortedSet() : Set.of();
  }

  @Override
  public void write(Object value, JsonGenerator out) throws IOException {
    var all = (Collection<?>) value;
    out.writeStartArray();
    for (var each : all instanceof SequencedCollection<?> ? all : sorted(all)) {
      element.write(each, out);
    }
    out.writeEndArray();
  }

  private static List<?> sorted(Collection<?> all) {
    return all.stream().sorted(Comparator.comparing(Json::key)).toList();
  }

  @Override
  public Object read(JsonParser in) throws IOException {
    Form.expect(JsonToken.START_ARRAY, in);
    var all = new ArrayList<Object>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      all.add(element.read(in));
    }
    if (raw == List.class) {
      return List.copyOf(all);
    } else if (raw == SortedSet.class) {
      return Collections.unmodifiableSortedSet(new TreeSet<>(all));
    }
    return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(all));
  }
}
