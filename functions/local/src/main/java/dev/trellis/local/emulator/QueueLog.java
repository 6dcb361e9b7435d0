package dev.trellis.local.emulator;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.local.state.DamagedStateException;

/**
 * What happened to the messages of all queues, a line each, written before anybody is answered. As
 * with the tables, what a process wrote is safe when it dies. A last line that was cut short was
 * answered to nobody and does not count.
 */
final class QueueLog implements Closeable {

  /** So many lines are worth to be read; more only if they tell of messages that still wait. */
  private static final int SHORT = 20_000;

  private final Path file;
  private final Map<String, Line> waiting = new LinkedHashMap<>();
  private OutputStream out;
  private int lines;

  private QueueLog(Path file) {
    this.file = file;
  }

  /**
   * A message that was sent, if it has a body; else that it was received once more, or, if not even
   * that, that it is done with.
   *
   * @param sent when, in milliseconds of real time
   * @param received how often so far
   * @param trace header that came with it, or null
   */
  record Line(String id, String queue, long sent, int received, String body, String trace) {

    Line(String id, String queue, long sent, int received, String body) {
      this(id, queue, sent, received, body, null);
    }

    Line received(int times) {
      return new Line(id, queue, sent, times, body, trace);
    }

    static Line received(String id, int times) {
      return new Line(id, null, 0, times, null);
    }

    static Line done(String id) {
      return received(id, 0);
    }
  }

  /** Reads the file, if there is one, and goes on with what still waits. */
  static QueueLog open(Path file) throws IOException {
    var log = new QueueLog(file);
    if (Files.exists(file)) {
      log.read();
    }
    log.shorten();
    return log;
  }

  /** What waits in a queue, oldest first. */
  synchronized List<Line> waiting(String queue) {
    return waiting.values().stream().filter(line -> line.queue().equals(queue)).toList();
  }

  synchronized void append(Collection<Line> more) {
    try {
      if (lines > SHORT && lines / 4 > waiting.size()) {
        shorten();
      }
      lines += more.size();
      out.write(text(more));
      more.forEach(this::apply);
    } catch (IOException e) {
      lines = Integer.MAX_VALUE; // half a line may stand there now
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves nothing of messages that are done with. */
  synchronized void tidy() throws IOException {
    if (lines > waiting.size()) {
      shorten();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }

  private void apply(Line line) {
    if (line.body() != null) {
      waiting.put(line.id(), line);
    } else if (line.received() == 0) {
      waiting.remove(line.id());
    } else {
      waiting.computeIfPresent(line.id(), (_, m) -> m.received(line.received()));
    }
  }

  private void read() throws IOException {
    try (var in =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      int number = 1;
      for (var line = in.readLine(); line != null; number++) {
        var next = in.readLine();
        try {
          apply(Json.read(Line.class, line));
        } catch (MessageFormatException e) {
          if (next != null) {
            throw new DamagedStateException(file, " in line " + number, e);
          }
        }
        line = next;
      }
    }
  }

  private void shorten() throws IOException {
    if (out != null) {
      out.close();
    }
    var shorter = file.resolveSibling(file.getFileName() + "~");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(shorter, text(waiting.values()));
    Files.move(shorter, file, StandardCopyOption.ATOMIC_MOVE);
    // No channel: an interrupted thread would close it for all.
    out = new FileOutputStream(file.toFile(), true);
    lines = waiting.size();
  }

  private static byte[] text(Collection<Line> lines) {
    return lines.stream()
        .map(line -> Json.write(line) + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }
}
