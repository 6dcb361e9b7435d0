package dev.trellis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.local.emulator.HttpListener;
import dev.trellis.local.run.HttpFront;
import org.junit.jupiter.api.Test;

class FrontDoorTest {

  private static final Path FOLDER = Path.of("/somewhere/.local");

  @Test
  void isOfThisMachineAloneUnlessTold() throws IOException {
    try (var door = FrontDoor.bind(options("--port=0"))) {
      assertThat(door.url()).isEqualTo("http://127.0.0.1:" + door.port());
      assertThat(door.publicUrl()).isEqualTo("http://localhost:" + door.port());
    }
    try (var door = FrontDoor.bind(options("--port=0", "--host=127.0.0.1"))) {
      assertThat(door.publicUrl()).isEqualTo("http://localhost:" + door.port());
    }
  }

  @Test
  void refusesAnAddressThatIsNotOfThisMachine() {
    for (var host : List.of("203.0.113.7", "no such host")) {
      assertThatThrownBy(() -> FrontDoor.bind(options("--port=0", "--host=" + host)))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("-Dhost=" + host + " is no address of this machine")
          .hasMessageContaining("0.0.0.0");
    }
  }

  @Test
  void namesTheProcessAndTheFolderThatHoldThePort() throws IOException {
    try (var other = HttpListener.bind(0)) {
      var holder = Holder.here(other.port(), FOLDER);
      other.serve(new HttpFront(List.of(), holder, Clock.systemUTC()));

      assertThatThrownBy(() -> FrontDoor.bind(options("--port=" + other.port())))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("port " + other.port() + " is in use")
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("the folder " + FOLDER)
          .hasMessageContaining("-Dport=" + (other.port() + 1));
    }
  }

  @Test
  void saysSoIfThePortIsHeldByAnotherProgram() throws IOException {
    try (var other = HttpListener.bind(0);
        var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      other.serve(new HttpFront(List.of(), _ -> Optional.empty(), Clock.systemUTC()));
      for (int port : List.of(other.port(), silent.getLocalPort())) {
        assertThatThrownBy(() -> FrontDoor.bind(options("--port=" + port)))
            .hasMessageContaining("port " + port + " is in use by another program")
            .hasMessageContaining("-Dport=" + (port + 1));
      }
    }
  }

  private static Options options(String... arguments) {
    return Options.parse(arguments);
  }
}
