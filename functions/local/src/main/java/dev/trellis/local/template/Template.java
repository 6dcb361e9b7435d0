package dev.trellis.local.template;

import module java.base;

/**
 * What a template deploys, as far as it runs on this machine.
 *
 * @param secrets names of the secrets
 * @param layer folder that a layer puts at {@code /opt}
 */
public record Template(
    List<LambdaFunction> functions,
    List<Queue> queues,
    List<Table> tables,
    List<MailEvents> mailEvents,
    List<String> secrets,
    Optional<Path> layer) {

  /** Names of the queues that take what failed too often. */
  public Set<String> deadLetterQueues() {
    return queues.stream()
        .flatMap(q -> q.redrive().stream())
        .map(Queue.Redrive::deadLetters)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Names of the queues that functions work on. */
  public List<String> workQueues() {
    var deadLetters = deadLetterQueues();
    return queues.stream().map(Queue::name).filter(name -> !deadLetters.contains(name)).toList();
  }

  /** The table with this logical id. */
  public Table table(String id) {
    return tables.stream()
        .filter(t -> t.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new TemplateException(
                id, "is no table of the template", "The start page and the clock need it"));
  }

  /** The queue with this logical id. */
  public Queue queue(String id) {
    return queues.stream()
        .filter(q -> q.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new TemplateException(id, "is no queue of the template", "The pages send to it"));
  }
}
