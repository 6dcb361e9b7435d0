package dev.trellis.local.template;

import module java.base;

/**
 * A function as the template deploys it.
 *
 * @param handler class name, without a method
 * @param variables its environment, resolved to this machine
 * @param reserved how many calls may be under way, if the template says so
 */
public record LambdaFunction(
    String id,
    String handler,
    SortedMap<String, String> variables,
    Duration timeout,
    OptionalInt reserved,
    List<Route> routes,
    List<QueueSource> queueSources,
    List<Tick> ticks) {

  /** How many calls are under way on this machine: as many as are allowed, one without a limit. */
  public int mostInstances() {
    return reserved.orElse(Math.max(1, queueSources.stream().mapToInt(QueueSource::atOnce).sum()));
  }

  /**
   * @param method upper case, or {@code ANY}
   * @param path such as {@code /f/{form}}
   */
  public record Route(String method, String path) {}

  /**
   * @param queue name of the queue
   * @param reportsFailures true if the answer names the messages that failed; otherwise whatever
   *     was not thrown back is deleted
   * @param atOnce how many batches may be under way: one where the template sets no limit
   */
  public record QueueSource(String queue, int batchSize, boolean reportsFailures, int atOnce) {}

  /**
   * Once a minute.
   *
   * @param input JSON that the template says to send, or null for the scheduler's own
   */
  public record Tick(String id, String source, String input) {}
}
