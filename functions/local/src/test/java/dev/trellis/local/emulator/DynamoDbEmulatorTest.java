package dev.trellis.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbEmulatorTest {

  @Test
  void answersOnThisMachineOnly(@TempDir Path folder) throws IOException {
    try (var emulator = DynamoDbEmulator.start(folder, List.of())) {
      assertThat(emulator.client().listTables().tableNames()).isEmpty();
      // Another address of this machine, such as its neighbours in the network see.
      var other = new InetSocketAddress("127.0.0.2", URI.create(emulator.url()).getPort());
      assertThatThrownBy(
              () -> {
                try (var socket = new Socket()) {
                  socket.connect(other, 2_000);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }
}
