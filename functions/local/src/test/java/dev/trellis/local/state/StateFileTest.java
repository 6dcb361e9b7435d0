package dev.trellis.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.local.emulator.DynamoDbEmulator;
import dev.trellis.local.emulator.LocalSecrets;
import dev.trellis.local.emulator.MailArchive;
import dev.trellis.local.time.VirtualClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

  @TempDir private Path folder;

  @Test
  void isReplacedAsAWhole() throws IOException {
    var file = folder.resolve("new").resolve("file");
    StateFile.write(file, "first");
    StateFile.write(file, "second");

    assertThat(StateFile.<String>read(file, text -> text)).isEqualTo("second");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void isNamedWithARemedyWhenItIsDamaged() throws IOException {
    var clock = damaged("clock", "yesterday");
    refuses(clock, () -> VirtualClock.flowing(clock));
    refuses(clock, () -> VirtualClock.standing(clock, Instant.EPOCH));
    var secrets = damaged("secrets.json", "{\"signing\":");
    refuses(secrets, () -> new LocalSecrets(secrets));
    refuses(damaged("mails/000001.json", ""), () -> new MailArchive(folder.resolve("mails")));
    var tables = damaged("dynamodb/shared-local-instance.db", "no tables ".repeat(1000));
    refuses(tables, () -> DynamoDbEmulator.start(folder.resolve("dynamodb"), List.of()));
  }

  private Path damaged(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static void refuses(Path file, ThrowingCallable start) {
    assertThatThrownBy(start)
        .isInstanceOf(DamagedStateException.class)
        .hasMessageContaining(file + " is damaged")
        .hasMessageContaining("move it away");
  }
}
