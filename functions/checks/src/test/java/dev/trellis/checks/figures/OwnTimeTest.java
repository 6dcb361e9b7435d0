package dev.trellis.checks.figures;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;
import module java.management;
import module jdk.jfr;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.trellis.memory.StandingClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long our own code works on an event in all rooms, by package, or by method with {@code
 * -Dfigures.methods=true}; what clients of AWS and the emulators do is theirs. {@code
 * -Dfigures.events=2000} takes as many, after {@code -Dfigures.warmup}, at first as many.
 *
 * <p>A function that SnapStart starts is compiled by both compilers, and so must this be: {@code
 * -Dtest.compiler=-XX:+TieredCompilation}. What an event asks for once is compiled by the second
 * one after 5,000 events at the soonest.
 */
@EnabledIfSystemProperty(named = "figures.events", matches = "\\d+")
class OwnTimeTest {

  private static final int EVENTS = Integer.getInteger("figures.events", 1000);
  private static final int WARM_UP = Integer.getInteger("figures.warmup", EVENTS);

  /** Half as much again as was measured; the goal is 0.4. */
  private static final double MOST = 2.8;

  private static final Duration SAMPLED = Duration.ofMillis(10);
  private static final String OURS = "dev.trellis.";
  private static final List<String> THEIRS =
      List.of("software.amazon.", "dev.trellis.checks.", "dev.trellis.local.");

  @Test
  void ownTimeIsPrintedAndStaysNearWhatWasMeasured(@TempDir Path folder) throws Exception {
    assertThat(compilers()).as("what -Dtest.compiler asks for").isEqualTo("4");
    var clock = new StandingClock(Instant.parse("2026-10-22T01:10:00Z"));
    var samples = folder.resolve("samples.jfr");
    try (var installation = new Installation(folder, clock);
        var recording = new Recording()) {
      var traffic = new Traffic(installation, clock);
      traffic.measure(10);
      traffic.readOften(WARM_UP);
      recording.enable("jdk.CPUTimeSample").with("throttle", SAMPLED.toMillis() + "ms");
      recording.enable("jdk.CPUTimeSamplesLost");
      recording.start();
      traffic.readOften(EVENTS);
      recording.stop();
      recording.dump(samples);
    }
    var byPackage = new TreeMap<String, Integer>();
    long lost = 0;
    for (var event : RecordingFile.readAllEvents(samples)) {
      switch (event.getEventType().getName()) {
        case "jdk.CPUTimeSample" ->
            owner(event).ifPresent(owner -> byPackage.merge(owner, 1, Integer::sum));
        case "jdk.CPUTimeSamplesLost" -> lost += event.getInt("lostSamples");
        default -> {}
      }
    }
    var all = byPackage.values().stream().mapToInt(Integer::intValue).sum();
    byPackage.forEach(
        (owner, count) -> System.out.printf("  %-40s %.3f s%n", owner, seconds(count)));
    var machine = ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        "  %d events after %d, %d processors with a load of %.1f, of all samples %d were lost%n",
        EVENTS, WARM_UP, machine.getAvailableProcessors(), machine.getSystemLoadAverage(), lost);
    System.out.printf("own CPU seconds per 1,000 events in all rooms: %.3f%n", seconds(all));
    assertThat(all).isPositive();
    assertThat(seconds(all)).isLessThanOrEqualTo(MOST);
  }

  private static String compilers() {
    return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .getVMOption("TieredStopAtLevel")
        .getValue();
  }

  private static double seconds(int count) {
    return (double) count * SAMPLED.toMillis() / EVENTS;
  }

  // Whoever of us or of them is nearest to where the time goes.
  private static Optional<String> owner(RecordedEvent sample) {
    if (sample.getStackTrace() == null) {
      return Optional.empty();
    }
    for (var frame : sample.getStackTrace().getFrames()) {
      var type = frame.getMethod().getType().getName();
      if (THEIRS.stream().anyMatch(type::startsWith)) {
        return Optional.empty();
      } else if (type.startsWith(OURS)) {
        var name =
            Boolean.getBoolean("figures.methods")
                ? type + "." + frame.getMethod().getName()
                : type.substring(0, type.lastIndexOf('.'));
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }
}
