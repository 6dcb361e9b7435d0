package dev.trellis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

  @TempDir private Path folder;

  @Test
  void namesTheProcessThePortAndTheFolderThatAreTaken() throws Exception {
    try (var first = open(false)) {
      first.heldAt(18299);

      assertThatThrownBy(() -> open(true))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("the folder " + folder)
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("http://localhost:18299")
          .hasMessageContaining("-Dstate=another-folder -Dport=18300");
      assertThat(Files.exists(first.at("process.json"))).isTrue();
    }
    open(false).close();
  }

  @Test
  void waitsForARunThatIsStopping() throws Exception {
    var first = open(false);
    first.heldAt(18299);
    first.leaving();
    var said = new ArrayList<String>();
    var waiting = new CompletableFuture<Void>();
    var second =
        CompletableFuture.supplyAsync(() -> {
          try {
            return StateFolder.open(
                folder,
                false,
                step -> {
                  said.add(step);
                  waiting.complete(null);
                });
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    waiting.join();
    first.close();

    second.join().close();
    assertThat(said).isEqualTo(List.of("waiting for another run to stop"));
  }

  @Test
  void takesNoFolderInWhichOthersKeepTheirFiles() throws Exception {
    var theirs = Files.writeString(folder.resolve("thesis.txt"), "years of work");

    assertThatThrownBy(() -> open(true)).hasMessageContaining(folder + " holds other files");
    assertThat(theirs).exists();
    assertThat(folder.resolve("lock")).doesNotExist();
    assertThatThrownBy(() -> StateFolder.open(theirs, false, _ -> {}))
        .hasMessageContaining(theirs + " cannot be the state folder")
        .hasMessageContaining("-Dstate");
  }

  @Test
  void startsEmptyWithTheFolderOfAFormerRun() throws Exception {
    open(false).close();
    Files.writeString(folder.resolve("clock"), "P1D");

    try (var again = open(false)) {
      assertThat(again.at("clock")).exists();
    }
    try (var fresh = open(true)) {
      assertThat(fresh.at("clock")).doesNotExist();
    }
  }

  private StateFolder open(boolean fresh) throws IOException {
    return StateFolder.open(folder, fresh, _ -> {});
  }
}
