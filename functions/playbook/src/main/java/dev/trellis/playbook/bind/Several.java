package dev.trellis.playbook.bind;

import dev.trellis.playbook.bind.Grammar.Each;
import dev.trellis.playbook.bind.Grammar.Filled;
import dev.trellis.playbook.bind.Grammar.OneOrMore;
import dev.trellis.playbook.bind.Grammar.Wrong;
import dev.trellis.playbook.yaml.Yaml;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * A list.
 *
 * @param as what becomes of it: a list, a set, or a map by id
 */
record Several(Shape entry, Class<?> as, AnnotatedElement rules) implements Shape {

  @Override
  public Object read(Yaml at, Reading reading) {
    var mayBeOne = !(entry instanceof Mapping) || rules.isAnnotationPresent(OneOrMore.class);
    var places = mayBeOne && !at.isList() ? List.of(at) : at.list();
    var filled = rules.getAnnotation(Filled.class);
    if (filled != null && places.isEmpty() && at.isList()) {
      at.problem(filled.value(), filled.remedy());
    }
    var all = new ArrayList<Object>();
    var byId = new LinkedHashMap<String, Object>();
    for (var place : places) {
      var one = entry.read(place, reading);
      all.add(one);
      if (entry instanceof Mapping mapping && rules.isAnnotationPresent(Each.class)) {
        keep(mapping, place, one, byId, reading);
      }
    }
    if (as == Map.class) {
      return byId;
    }
    return as == List.class ? List.copyOf(all) : new LinkedHashSet<>(all);
  }

  private void keep(
      Mapping mapping, Yaml place, Object one, Map<String, Object> byId, Reading reading) {
    var kind = rules.getAnnotation(Each.class).value();
    var id = place.textOr(mapping.firstKey(), "");
    reading.places().put(kind + " " + id, place);
    if (byId.put(id, one) != null) {
      var wrong = rules.getAnnotation(Wrong.class);
      Scalar.wrong(place, wrong, id, "a second " + kind + " \"%s\"", "Give it another id");
    }
  }

  @Override
  public Map<String, Object> schema() {
    var schema = Shape.json("type", "array");
    if (rules.isAnnotationPresent(Filled.class)) {
      schema.put("minItems", 1);
    }
    if (!(entry instanceof Mapping)) {
      schema.put("uniqueItems", true);
    }
    schema.put("items", entry.schema());
    return rules.isAnnotationPresent(OneOrMore.class)
        ? Shape.json("anyOf", List.of(entry.schema(), schema))
        : schema;
  }
}
