package dev.trellis.playbook;

import dev.trellis.core.playbook.Fields;
import dev.trellis.core.playbook.Fields.Block;
import dev.trellis.core.playbook.Fields.Derived;
import dev.trellis.core.playbook.Fields.FieldDefinition;
import dev.trellis.core.playbook.Fields.Kind;
import dev.trellis.core.playbook.Form.Option;
import dev.trellis.core.playbook.PortraitFields;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.playbook.yaml.Yaml;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Reads {@code fields.yaml}. */
final class FieldsReader {

  private static final String ID = "[a-z][A-Za-z0-9]*([.-][a-z0-9][A-Za-z0-9]*)*";

  private final Source source;
  private final LinkedHashMap<String, FieldDefinition> fields = new LinkedHashMap<>();

  private FieldsReader(Source source) {
    this.source = source;
  }

  static Fields read(Source source) {
    var reader = new FieldsReader(source);
    source
        .find("fields.yaml")
        .ifPresent(file -> {
          file.only("fields");
          file.list("fields").forEach(reader::field);
        });
    return new Fields(reader.fields);
  }

  private void field(Yaml place) {
    place.only("id", "name", "block", "kind", "options", "countsFrom", "counts", "firstDayOf");
    var id = place.text("id");
    if (!id.matches(ID)) {
      place.problem(
          "\"" + id + "\" is no id of a field", "Write it like company.size: words joined by dots");
    }
    if (PortraitFields.isReserved(id)) {
      place.problem(
          "\"" + id + "\" is what Trellis itself calls something", "Give the field another id");
    }
    var field =
        new FieldDefinition(
            id,
            place.wording("name", source.languages()),
            Choices.one(Block.class, place.get("block"), Block.CONTACT),
            Choices.one(Kind.class, place.get("kind"), Kind.TEXT),
            place.list("options").stream().map(this::option).toList(),
            place.find("countsFrom").map(FieldsReader::percent).orElse(Fields.CERTAIN),
            derived(place));
    if (fields.put(id, field) != null) {
      place.problem("a second field \"" + id + "\"", "Give it another id");
    }
  }

  private Option option(Yaml place) {
    place.only("id", "name");
    return new Option(place.text("id"), place.wording("name", source.languages()));
  }

  private static int percent(Yaml place) {
    int percent = place.number();
    if (percent < 1 || percent > Fields.CERTAIN) {
      place.problem("\"" + percent + "\" is no confidence", "Write a number from 1 to 100");
    }
    return percent;
  }

  private static Derived derived(Yaml place) {
    if (place.has("counts")) {
      return new Derived.Count(behaviours(place.get("counts")));
    }
    return place.has("firstDayOf")
        ? new Derived.FirstDay(behaviours(place.get("firstDayOf")))
        : null;
  }

  private static Set<Behaviour> behaviours(Yaml place) {
    var all = EnumSet.noneOf(Behaviour.class);
    var each = place.isList() ? place.list() : List.of(place);
    each.forEach(p -> all.add(Choices.one(Behaviour.class, p, Behaviour.VISIT)));
    return all;
  }
}
