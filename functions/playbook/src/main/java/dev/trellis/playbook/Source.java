package dev.trellis.playbook;

import module java.base;

import dev.trellis.playbook.bind.Binder;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Problem;
import dev.trellis.playbook.yaml.Yaml;

/**
 * What every reader of a playbook's file needs.
 *
 * @param places where each thing was defined, by kind and id, for the checks that look across files
 */
public record Source(
    Path root, List<String> languages, Map<String, Yaml> places, List<Problem> problems) {

  void problem(String file, String what, String remedy) {
    problems.add(new Problem(file, 1, what, remedy));
  }

  /** The files of a folder, in order of their names; none if there is no such folder. */
  public List<String> list(String folder, String ending) {
    if (!Files.isDirectory(root.resolve(folder))) {
      return List.of();
    }
    try (var files = Files.list(root.resolve(folder))) {
      return files
          .map(f -> folder + "/" + f.getFileName())
          .filter(f -> f.endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      problem(folder, "cannot be listed", "Check the folder's permissions");
      return List.of();
    }
  }

  /** What a file says. */
  public <T extends Record> T read(String name, Class<T> file) {
    return read(Yaml.read(root, name, problems), file);
  }

  <T extends Record> T read(Yaml at, Class<T> file) {
    return Binder.read(at, file, reading());
  }

  /** What a file says that may be missing. */
  <T extends Record> Optional<T> find(String name, Class<T> file) {
    return Files.isRegularFile(root.resolve(name))
        ? Optional.of(read(name, file))
        : Optional.empty();
  }

  /** What a file means. */
  <T, F extends Record & Means<T>> T meaning(String name, Class<F> file) {
    return read(name, file).meaning(reading());
  }

  /** What the files of a folder mean, by their names. */
  <T, F extends Record & Means<T>> Map<String, T> meanings(String folder, Class<F> file) {
    var all = new LinkedHashMap<String, T>();
    for (var name : list(folder, ".yaml")) {
      var at = Yaml.read(root, name, problems);
      all.put(at.name(), read(at, file).meaning(reading()));
    }
    return all;
  }

  /** What a file means, or this if there is none. */
  <T, F extends Record & Means<T>> T meaning(String name, Class<F> file, T otherwise) {
    return find(name, file).map(said -> said.meaning(reading())).orElse(otherwise);
  }

  Reading reading() {
    return new Reading(root, languages, places);
  }
}
