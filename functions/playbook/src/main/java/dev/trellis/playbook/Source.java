package dev.trellis.playbook;

import dev.trellis.playbook.yaml.Problem;
import dev.trellis.playbook.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** A file that may be missing; what it describes is empty then. */
  Optional<Yaml> find(String file) {
    return Files.isRegularFile(root.resolve(file))
        ? Optional.of(Yaml.read(root, file, problems))
        : Optional.empty();
  }
}
