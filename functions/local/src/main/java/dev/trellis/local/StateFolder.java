package dev.trellis.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import module java.base;

/** The folder that keeps everything between runs; one run at a time may use it. */
final class StateFolder implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(12);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final String LOCK = "lock";
  private static final String HOLDER = "process.json";

  private final Path root;
  private final FileLock lock;
  private Holder holder;

  private StateFolder(Path root, FileLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /** Opens the folder; a run that is just stopping is waited for. */
  static StateFolder open(Path folder, boolean fresh, Consumer<String> progress)
      throws IOException {
    var root = folder.toAbsolutePath().normalize();
    var channel = FileChannel.open(lockOf(root), CREATE, WRITE);
    try {
      var lock = patiently(root, channel, progress);
      if (fresh) {
        empty(root);
      }
      return new StateFolder(root, lock);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  Path at(String name) {
    return root.resolve(name);
  }

  /** Lets whoever else wants the folder know who has it. */
  Holder heldAt(int port) throws IOException {
    holder = Holder.here(port, root);
    holder.write(at(HOLDER));
    return holder;
  }

  /** Lets whoever waits for the folder know that it is worth it. */
  void leaving() throws IOException {
    if (holder != null) {
      holder.leaving().write(at(HOLDER));
    }
  }

  @Override
  public void close() throws IOException {
    if (holder != null) {
      Files.deleteIfExists(at(HOLDER));
    }
    lock.channel().close();
  }

  // What -Dfresh deletes must be ours: a folder with other things in it is not taken.
  private static Path lockOf(Path root) {
    try (var files = Files.list(Files.createDirectories(root))) {
      if (Files.exists(root.resolve(LOCK)) || files.findAny().isEmpty()) {
        return root.resolve(LOCK);
      }
    } catch (IOException e) {
      throw new StartException(
          "%s cannot be the state folder (%s). Name another with -Dstate="
              .formatted(root, e.getClass().getSimpleName()));
    }
    throw new StartException(
        "%s holds other files. Name an empty folder, a new one, or one of Trellis with -Dstate="
            .formatted(root));
  }

  private static FileLock patiently(Path root, FileChannel channel, Consumer<String> progress)
      throws IOException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    var lock = lock(channel);
    var isSaid = false;
    while (lock == null) {
      var holder = Holder.read(root.resolve(HOLDER));
      if (holder.filter(h -> !h.stopping()).isPresent() || System.nanoTime() > end) {
        throw new StartException(
            holder.map(Holder::refusal).orElseGet(() -> root + " is in use by another run"));
      }
      if (!isSaid) {
        progress.accept("waiting for another run to stop");
        isSaid = true;
      }
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
        if (!path.equals(root) && !path.equals(root.resolve(LOCK))) {
          Files.delete(path);
        }
      }
    }
  }
}
