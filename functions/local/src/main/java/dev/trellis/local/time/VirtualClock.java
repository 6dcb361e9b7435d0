package dev.trellis.local.time;

import module java.base;

import dev.trellis.local.state.StateFile;

/**
 * The time that everything on this machine lives in: real time and an offset, or, for tests, a time
 * that passes only when told. It never goes back, and a file keeps it between runs.
 */
public final class VirtualClock extends Clock {

  private final Clock real;
  private final Path file;
  private Duration offset;
  private Instant standing;

  private VirtualClock(Clock real, Path file, Duration offset, Instant standing) {
    this.real = real;
    this.file = file;
    this.offset = offset;
    this.standing = standing;
  }

  /** Real time and the offset that the file keeps. */
  public static VirtualClock flowing(Path file) {
    var offset = read(file, Duration::parse).orElse(Duration.ZERO);
    return new VirtualClock(Clock.systemUTC(), file, offset, null);
  }

  /** Stands at an instant, or at the later one that the file keeps, until told to jump. */
  public static VirtualClock standing(Path file, Instant start) {
    var at = read(file, Instant::parse).filter(start::isBefore).orElse(start);
    return new VirtualClock(null, file, Duration.ZERO, at.truncatedTo(ChronoUnit.MILLIS));
  }

  /** True if time passes by itself. */
  public boolean flows() {
    return real != null;
  }

  @Override
  public synchronized Instant instant() {
    return standing != null ? standing : real.instant().plus(offset).truncatedTo(ChronoUnit.MILLIS);
  }

  /** Lets no time pass until {@link #release}. */
  synchronized void hold() {
    standing = instant();
  }

  /** Goes to an instant that lies ahead. */
  synchronized void jump(Instant to) {
    if (standing == null || to.isBefore(standing)) {
      throw new IllegalStateException("only a clock on hold can jump, and only forward");
    }
    standing = to;
    keep();
  }

  /** Lets real time pass again, from here on. */
  synchronized void release() {
    if (flows() && standing != null) {
      offset = Duration.between(real.instant(), standing);
      standing = null;
      keep();
    }
  }

  private void keep() {
    var text = flows() ? Duration.between(real.instant(), instant()) : standing;
    try {
      StateFile.write(file, text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> Optional<T> read(Path file, Function<String, T> reading) {
    try {
      return Files.exists(file)
          ? Optional.of(StateFile.read(file, text -> reading.apply(text.strip())))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    if (zone.equals(ZoneOffset.UTC)) {
      return this;
    }
    throw new UnsupportedOperationException("this clock speaks UTC");
  }
}
