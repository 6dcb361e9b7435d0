package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookJson;
import dev.trellis.core.text.Wording;

/** What functions find of a playbook: one file with all of its policy, and what contents show. */
public final class PlaybookLayer {

  private PlaybookLayer() {}

  /** Writes the folder anew; what was in it is gone. */
  public static void write(Playbook playbook, Path folder) throws IOException {
    delete(folder);
    Files.createDirectories(folder);
    for (var file : files(playbook)) {
      var target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      Files.copy(playbook.root().resolve(file), target);
    }
    try (var out = Files.newOutputStream(folder.resolve(PlaybookJson.FILE))) {
      PlaybookJson.write(playbook, out);
    }
  }

  private static Set<String> files(Playbook playbook) {
    return playbook.contents().values().stream()
        .flatMap(PlaybookLayer::files)
        .collect(Collectors.toSet());
  }

  private static Stream<String> files(Content content) {
    return Stream.of(content.page(), content.file())
        .filter(Objects::nonNull)
        .map(Wording::texts)
        .flatMap(texts -> texts.values().stream());
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var all = Files.walk(folder)) {
        for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
