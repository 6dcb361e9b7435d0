package dev.trellis.playbook.bind;

import module java.base;

import dev.trellis.playbook.bind.Grammar.Each;
import dev.trellis.playbook.bind.Grammar.Filled;
import dev.trellis.playbook.bind.Grammar.OneOrMore;
import dev.trellis.playbook.bind.Grammar.Or;
import dev.trellis.playbook.bind.Grammar.Wrong;
import dev.trellis.playbook.yaml.Yaml;

/**
 * A list.
 *
 * @param as what becomes of it: a list, a set, or a map by id
 */
record Several(Shape entry, Class<?> as, AnnotatedElement rules) implements Shape {

  @Override
  public Object read(Yaml at, Reading reading) {
    var mayBeOne = isPlain() || rules.isAnnotationPresent(OneOrMore.class);
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

  private boolean isPlain() {
    return entry instanceof Scalar || entry instanceof Choice;
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

  // Then it is left out rather than empty.
  private boolean mayBeLeftOut() {
    return rules.isAnnotationPresent(Or.class)
        || rules instanceof RecordComponent component && component.getType() == Optional.class;
  }

  @Override
  public Map<String, Object> schema() {
    var schema = Shape.json("type", "array");
    if (rules.isAnnotationPresent(Filled.class) || mayBeLeftOut()) {
      schema.put("minItems", 1);
    }
    if (isPlain()) {
      schema.put("uniqueItems", true);
    }
    schema.put("items", entry.schema());
    return rules.isAnnotationPresent(OneOrMore.class)
        ? Shape.json("anyOf", List.of(entry.schema(), schema))
        : schema;
  }
}
