package dev.trellis.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The folder that keeps everything between runs; one run at a time may use it. */
final class StateFolder implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(12);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Path root;
  private final FileLock lock;

  private StateFolder(Path root, FileLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /** Opens the folder; a run that is just stopping is waited for. */
  static StateFolder open(Path folder, boolean fresh, Consumer<String> progress)
      throws IOException {
    var root = Files.createDirectories(folder.toAbsolutePath().normalize());
    var channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var lock = patiently(channel, progress);
    if (lock == null) {
      channel.close();
      throw new StartException(
          root + " is in use by another run. Stop that one, or say --state= for another folder");
    }
    if (fresh) {
      empty(root);
    }
    return new StateFolder(root, lock);
  }

  Path at(String name) {
    return root.resolve(name);
  }

  @Override
  public void close() throws IOException {
    lock.channel().close();
  }

  private static FileLock patiently(FileChannel channel, Consumer<String> progress)
      throws IOException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    var lock = lock(channel);
    if (lock == null) {
      progress.accept("waiting for another run to stop");
    }
    while (lock == null && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE.toNanos());
      lock = lock(channel);
    }
    return lock;
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void empty(Path root) throws IOException {
    try (var all = Files.walk(root)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(root) && !path.equals(root.resolve("lock"))) {
          Files.delete(path);
        }
      }
    }
  }
}
