package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookJson;
import dev.trellis.core.text.Wording;

/**
 * What functions find of a playbook: one file with all of its policy, what contents show, and for
 * the console what it was compiled from, since groups are written down in its words.
 */
public final class PlaybookLayer {

  /** The folder of what it was compiled from. */
  public static final String SOURCE = "source";

  /** What no group can ask for. */
  private static final Set<String> LEFT_OUT = Set.of("tests", "schema");

  private PlaybookLayer() {}

  /** Writes the folder anew; what was in it is gone. */
  public static void write(Playbook playbook, Path folder) throws IOException {
    delete(folder);
    Files.createDirectories(folder);
    for (var file : files(playbook)) {
      copy(playbook.root().resolve(file), folder.resolve(file));
    }
    for (var file : sources(playbook.root())) {
      copy(playbook.root().resolve(file), folder.resolve(SOURCE).resolve(file));
    }
    try (var out = Files.newOutputStream(folder.resolve(PlaybookJson.FILE))) {
      PlaybookJson.write(playbook, out);
    }
  }

  /** The files in a folder that a playbook is compiled from, as paths below it, sorted. */
  public static List<String> sources(Path root) throws IOException {
    try (var all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(root::relativize)
          .filter(path -> !LEFT_OUT.contains(path.getName(0).toString()))
          .map(path -> path.toString().replace(File.separatorChar, '/'))
          .sorted()
          .toList();
    }
  }

  private static void copy(Path file, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
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
