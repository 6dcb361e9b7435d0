package dev.trellis.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.PlaybookException;
import dev.trellis.playbook.PlaybookReader;
import dev.trellis.playbook.yaml.Problem;

/** A copy of the shipped playbook that a test may change. */
public record PlaybookCopy(Path root) {

  public static PlaybookCopy in(Path root) throws IOException {
    try (var files = Files.walk(DefaultPlaybook.ROOT)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = root.resolve(DefaultPlaybook.ROOT.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return new PlaybookCopy(root);
  }

  public PlaybookCopy replace(String file, String what, String by) throws IOException {
    var text = Files.readString(root.resolve(file));
    assertThat(text).contains(what);
    return write(file, text.replace(what, by));
  }

  public PlaybookCopy write(String file, String text) throws IOException {
    Files.writeString(root.resolve(file), text);
    return this;
  }

  public PlaybookCopy without(String file) throws IOException {
    Files.delete(root.resolve(file));
    return this;
  }

  public Playbook read() {
    return PlaybookReader.read(root);
  }

  public List<Problem> problems() {
    var thrown = catchThrowableOfType(PlaybookException.class, this::read);
    assertThat(thrown).as("the playbook should be refused").isNotNull();
    return thrown.problems();
  }
}
