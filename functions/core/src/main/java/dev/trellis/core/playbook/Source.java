package dev.trellis.core.playbook;

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
record Source(Path root, List<String> languages, Map<String, Yaml> places, List<Problem> problems) {

  /** A file that may be missing; what it describes is empty then. */
  Optional<Yaml> find(String file) {
    return Files.isRegularFile(root.resolve(file))
        ? Optional.of(Yaml.read(root, file, problems))
        : Optional.empty();
  }
}
