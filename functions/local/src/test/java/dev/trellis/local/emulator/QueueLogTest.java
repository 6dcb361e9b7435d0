package dev.trellis.local.emulator;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.local.emulator.QueueLog.Line;
import dev.trellis.local.state.DamagedStateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueLogTest {

  private static final Line FIRST = new Line("1", "Work", 5, 0, "{\"name\":\"李娜\"}\n");
  private static final Line SECOND = new Line("2", "Work", 6, 0, "two");
  private static final Line OTHER = new Line("3", "Other", 7, 0, "three");

  @TempDir private Path folder;

  private Path file;

  @BeforeEach
  void choose() {
    file = folder.resolve("queues");
  }

  // Nobody closes it, as when the process is killed.
  @Test
  void keepsWhatWasSentAndNotDoneWith() throws IOException {
    var log = QueueLog.open(file);
    log.append(List.of(FIRST, OTHER));
    log.append(List.of(SECOND));
    log.append(List.of(Line.received("1", 1), Line.received("2", 1)));
    log.append(List.of(Line.done("1"), Line.received("2", 2)));

    var again = QueueLog.open(file);
    assertThat(again.waiting("Work")).containsExactly(new Line("2", "Work", 6, 2, "two"));
    assertThat(again.waiting("Other")).containsExactly(OTHER);
    again.append(List.of(FIRST));
    assertThat(QueueLog.open(file).waiting("Work")).hasSize(2).last().isEqualTo(FIRST);
  }

  @Test
  void cutsOffALineThatWasNotWrittenToItsEnd() throws IOException {
    try (var log = QueueLog.open(file)) {
      log.append(List.of(FIRST, SECOND));
    }
    var whole = Files.readAllBytes(file);
    int beginning = new String(whole).indexOf("{\"id\":\"2\"");
    assertThat(beginning).isPositive();
    int before = Files.readString(file).split("\n")[0].getBytes("UTF-8").length + 1;
    for (int length = 0; length < whole.length - 1; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      try (var log = QueueLog.open(file)) {
        var first = length >= before - 1 ? List.of(FIRST) : List.<Line>of();
        assertThat(log.waiting("Work")).as("%d bytes", length).isEqualTo(first);
        log.append(List.of(OTHER));
      }
      assertThat(QueueLog.open(file).waiting("Other")).as("%d bytes", length).hasSize(1);
    }
  }

  @Test
  void namesTheLineThatIsDamagedAndWhatToDo() throws IOException {
    QueueLog.open(file).append(List.of(FIRST));
    Files.writeString(file, "\0\0\0\n" + "{\"id\":\"2\"}\n", APPEND);

    assertThatThrownBy(() -> QueueLog.open(file))
        .isInstanceOf(DamagedStateException.class)
        .hasMessageContaining(file + " is damaged in line 2")
        .hasMessageContaining("move it away")
        .hasMessageContaining("-Dfresh");
  }

  @Test
  void staysAsShortAsWhatWaits() throws IOException {
    var log = QueueLog.open(file);
    log.append(List.of(FIRST));
    for (int i = 0; i < 200; i++) {
      var ids = IntStream.range(0, 100).mapToObj(n -> "many-" + n).toList();
      log.append(ids.stream().map(id -> new Line(id, "Other", 8, 0, "x".repeat(50))).toList());
      log.append(ids.stream().map(Line::done).toList());
    }

    assertThat(Files.size(file)).isLessThan(2_000_000);
    assertThat(QueueLog.open(file).waiting("Work")).containsExactly(FIRST);
    assertThat(Files.readAllLines(file)).hasSize(1);
  }
}
