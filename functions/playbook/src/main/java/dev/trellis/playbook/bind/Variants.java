package dev.trellis.playbook.bind;

import module java.base;

import dev.trellis.playbook.bind.Grammar.Wrong;
import dev.trellis.playbook.yaml.Yaml;

/**
 * One of several mappings, known by the first key of each, or of values without a key.
 *
 * @param type what all of them are
 * @param isNamed true if the schema describes it in one place
 * @param wrong what is said of something that is none of them, or null
 */
record Variants(Class<?> type, boolean isNamed, List<Mapping> all, Wrong wrong) implements Shape {

  @Override
  public Object read(Yaml at, Reading reading) {
    var one = all.stream().filter(mapping -> mapping.fits(at)).findFirst();
    if (one.isPresent()) {
      return one.get().read(at, reading);
    }
    var keys = keyed().map(Mapping::firstKey).toList();
    var remedy = "Write one of: " + String.join(", ", keys);
    Scalar.wrong(at, wrong, unknown(at), "is none of ours", remedy);
    return all.getFirst().read(at.silent(null), reading);
  }

  private Stream<Mapping> keyed() {
    return all.stream().filter(mapping -> !mapping.isBare());
  }

  // What stands there, but for what may stand there.
  private String unknown(Yaml at) {
    var words = new HashSet<>(at.isMapping() ? at.map().keySet() : Set.of());
    keyed().flatMap(mapping -> mapping.parts().stream()).map(Part::key).forEach(words::remove);
    if (at.isText()) {
      words.add(at.text());
    }
    return words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(" "));
  }

  @Override
  public Map<String, Object> schema() {
    return isNamed ? Mapping.mention(type) : definition();
  }

  Map<String, Object> definition() {
    return Shape.json("oneOf", all.stream().map(Mapping::schema).toList());
  }
}
