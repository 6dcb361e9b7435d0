package dev.trellis.local;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The Maven that started this process, if one did: one does not outlive the other. */
final class CallingMaven {

  /** Every launcher of Maven says it to its JVM. */
  private static final String SIGN = "classworlds.conf";

  private static final int PATIENCE_SECONDS = 5;

  private final Optional<ProcessHandle> maven;

  private CallingMaven(Optional<ProcessHandle> maven) {
    this.maven = maven;
  }

  static CallingMaven find() {
    return new CallingMaven(ProcessHandle.current().parent().filter(CallingMaven::isMaven));
  }

  /**
   * Ends this process as Ctrl-C does when Maven ends: the plugin that started it leaves it alone.
   */
  void follow() {
    maven.ifPresent(m -> {
      var _ = m.onExit().thenRun(() -> System.exit(0));
    });
  }

  /**
   * Ends Maven, which else would put a stack trace and a page of advice about itself below what we
   * had to say. Its exit code tells of a failure all the same.
   */
  void dismiss() {
    maven
        .filter(ProcessHandle::destroy)
        .ifPresent(m -> m.onExit().completeOnTimeout(m, PATIENCE_SECONDS, TimeUnit.SECONDS).join());
  }

  private static boolean isMaven(ProcessHandle process) {
    return process.info().commandLine().filter(line -> line.contains(SIGN)).isPresent();
  }
}
