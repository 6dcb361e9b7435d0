package dev.trellis.playbook;

import dev.trellis.core.playbook.Content;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.yaml.Yaml;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code contents.yaml}: the catalogue. */
final class ContentsReader {

  private final Source source;

  private ContentsReader(Source source) {
    this.source = source;
  }

  static Map<String, Content> read(Source source) {
    var file = Yaml.read(source.root(), "contents.yaml", source.problems());
    file.only("contents");
    var reader = new ContentsReader(source);
    var all = new LinkedHashMap<String, Content>();
    for (var place : file.list("contents")) {
      var content = reader.content(place);
      source.places().put("content " + content.id(), place);
      if (all.put(content.id(), content) != null) {
        place.problem("a second content \"" + content.id() + "\"", "Give it another id");
      }
    }
    return all;
  }

  private Content content(Yaml place) {
    place.only(
        "id",
        "version",
        "form",
        "type",
        "topic",
        "tags",
        "former",
        "service",
        "industry",
        "pools",
        "deals",
        "title",
        "summary",
        "page",
        "file");
    return new Content(
        place.text("id"),
        place.number("version"),
        place.get("form").oneOf(Content.FORMS),
        place.get("type").oneOf(Content.TYPES),
        place.text("topic"),
        texts(place, "tags"),
        former(place),
        place.find("service").map(s -> s.oneOf(Content.SERVICES)).orElse(null),
        place.textOr("industry", null),
        texts(place, "pools"),
        texts(place, "deals"),
        place.wording("title", source.languages()),
        place.wording("summary", source.languages()),
        files(place, "page"),
        files(place, "file"));
  }

  private static SortedMap<Integer, List<String>> former(Yaml place) {
    var former = new TreeMap<Integer, List<String>>();
    for (var version : place.list("former")) {
      version.only("version", "tags");
      int number = version.number("version");
      if (number >= place.number("version")) {
        version.problem(
            "version " + number + " is no former one",
            "Write a version below " + place.number("version") + ", or raise that of the content");
      }
      if (former.put(number, version.get("tags").texts()) != null) {
        version.problem("a second version " + number, "Leave one of them");
      }
    }
    return former;
  }

  private static List<String> texts(Yaml place, String key) {
    return place.find(key).map(Yaml::texts).orElse(List.of());
  }

  private Wording files(Yaml place, String key) {
    if (place.find(key).isEmpty()) {
      return null;
    }
    var root = source.root();
    var wording = place.wording(key, source.languages());
    for (var file : wording.texts().values()) {
      var path = root.resolve(file).normalize();
      if (!path.startsWith(root.normalize()) || !Files.isRegularFile(path)) {
        place.get(key).problem("no file \"" + file + "\"", "Add it to the playbook folder");
      }
    }
    return wording;
  }
}
