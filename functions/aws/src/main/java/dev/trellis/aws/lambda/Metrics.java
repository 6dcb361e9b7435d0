package dev.trellis.aws.lambda;

import module java.base;

import dev.trellis.aws.Environment;
import dev.trellis.aws.Trace;
import dev.trellis.core.json.Json;

/**
 * What one call has done, counted in one log line that CloudWatch reads as metrics (Embedded Metric
 * Format). Without {@code METRICS_NAMESPACE}, as on one machine, nobody reads it and none is
 * written.
 */
public final class Metrics {

  private static final ScopedValue<Metrics> CURRENT = ScopedValue.newInstance();

  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, List<Long>> delays = new TreeMap<>();
  private final Map<String, Long> seconds = new TreeMap<>();

  Metrics() {}

  /** Counts, if anybody does. */
  public static void count(String name, int times) {
    if (CURRENT.isBound() && times > 0) {
      CURRENT.get().counts.merge(name, times, Integer::sum);
    }
  }

  /** Says how long something is. */
  public static void lasts(String name, Duration length) {
    if (CURRENT.isBound()) {
      CURRENT.get().seconds.put(name, length.toSeconds());
    }
  }

  /** Counts one, and how long it is since the request came that it is a consequence of. */
  public static void done(String name) {
    Trace.current().map(Trace::began).ifPresentOrElse(b -> done(name, b), () -> count(name, 1));
  }

  /** Counts one, and how long it is since it began. */
  public static void done(String name, Instant began) {
    count(name, 1);
    if (CURRENT.isBound()) {
      CURRENT.get().delay(name, Duration.between(began, Instant.now()));
    }
  }

  /** Does something, and writes what was counted meanwhile. */
  public static <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
    var metrics = new Metrics();
    try {
      return ScopedValue.where(CURRENT, metrics).call(work);
    } finally {
      Environment.current()
          .find("METRICS_NAMESPACE")
          .flatMap(space -> metrics.line(space, Instant.now()))
          .ifPresent(System.out::println);
    }
  }

  void delay(String name, Duration since) {
    delays
        .computeIfAbsent(name + "After", _ -> new ArrayList<>())
        .add(Math.max(0, since.toMillis()));
  }

  /** The line; empty if nothing was counted. */
  Optional<String> line(String namespace, Instant now) {
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    var names = new ArrayList<Map<String, String>>();
    var line = new LinkedHashMap<String, Object>();
    counts.keySet().forEach(name -> names.add(Map.of("Name", name, "Unit", "Count")));
    seconds.keySet().forEach(name -> names.add(Map.of("Name", name, "Unit", "Seconds")));
    delays.keySet().forEach(name -> names.add(Map.of("Name", name, "Unit", "Milliseconds")));
    var told = Map.of("Namespace", namespace, "Dimensions", List.of(List.of()), "Metrics", names);
    line.put("_aws", Map.of("Timestamp", now.toEpochMilli(), "CloudWatchMetrics", List.of(told)));
    line.putAll(counts);
    line.putAll(seconds);
    line.putAll(delays);
    return Optional.of(Json.compose(line));
  }
}
