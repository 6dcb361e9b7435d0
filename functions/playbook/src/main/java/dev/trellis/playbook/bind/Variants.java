package dev.trellis.playbook.bind;

import dev.trellis.playbook.bind.Grammar.Wrong;
import dev.trellis.playbook.yaml.Yaml;
import java.util.List;
import java.util.Map;

/**
 * One of several mappings, known by the first key of each.
 *
 * @param wrong what is said of a mapping that is none of them, or null
 */
record Variants(List<Mapping> all, Wrong wrong) implements Shape {

  @Override
  public Object read(Yaml at, Reading reading) {
    var one = all.stream().filter(mapping -> at.has(mapping.firstKey())).findFirst();
    if (one.isPresent()) {
      return one.get().read(at, reading);
    }
    var keys = all.stream().map(Mapping::firstKey).toList();
    Scalar.wrong(at, wrong, "", "is none of ours", "Write one of: " + String.join(", ", keys));
    return all.getFirst().read(at.silent(null), reading);
  }

  @Override
  public Map<String, Object> schema() {
    return Shape.json("oneOf", all.stream().map(Mapping::schema).toList());
  }
}
