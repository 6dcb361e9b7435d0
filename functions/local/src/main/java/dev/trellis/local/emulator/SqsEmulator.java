package dev.trellis.local.emulator;

import module java.base;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.trellis.core.json.Json;
import dev.trellis.local.state.StateFile;
import dev.trellis.local.template.Queue;
import dev.trellis.local.template.Surroundings;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** ElasticMQ in this process; what waits when it is stopped or killed waits again at the start. */
public final class SqsEmulator implements Closeable {

  private static final Config QUIET =
      ConfigFactory.parseMap(
              Map.of(
                  "pekko.loglevel", "ERROR",
                  "pekko.stdout-loglevel", "ERROR",
                  "pekko.jvm-shutdown-hooks", "off",
                  "pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off",
                  "pekko.daemonic", true))
          .withFallback(ConfigFactory.load())
          .resolve();

  /** What stood in the state folder before there was a log. */
  private static final String FORMER = "waiting.json";

  private final Path kept;
  private final QueueLog log;
  private final ActorSystem actors;
  private final SQSRestServer server;
  private final DirectSqs client;
  private final String url;

  private SqsEmulator(
      Path kept,
      QueueLog log,
      ActorSystem actors,
      ActorRef manager,
      SQSRestServer server,
      String url) {
    this.kept = kept;
    this.log = log;
    this.actors = actors;
    this.server = server;
    this.url = url;
    this.client =
        new DirectSqs(
            manager,
            Credentials.apply(SqsClient.builder(), url, Surroundings.REGION)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build(),
            log);
  }

  /**
   * Starts it at a port, without queues.
   *
   * @param kept file of what happens to messages
   */
  public static SqsEmulator start(Path kept, int port) throws IOException {
    var log = QueueLog.open(kept);
    var actors = ActorSystem.create("sqs", QUIET);
    var manager = actors.actorOf(Props.create(QueueManagerActor.class, SqsEmulator::manager));
    var server =
        SQSRestServerBuilder.withActorSystem(actors)
            .withQueueManagerActor(manager)
            .withInterface("127.0.0.1")
            .withPort(port)
            .withServerAddress(new NodeAddress("http", "127.0.0.1", port, ""))
            .withAWSRegion(Surroundings.REGION)
            .withAWSAccountId(Surroundings.ACCOUNT)
            .start();
    server.waitUntilStarted();
    return new SqsEmulator(kept, log, actors, manager, server, url(port));
  }

  private static QueueManagerActor manager() {
    return new QueueManagerActor(new NowProvider(), StrictSQSLimits$.MODULE$, Option.empty());
  }

  /** Where one that listens at this port is found. */
  public static String url(int port) {
    return "http://127.0.0.1:" + port;
  }

  /**
   * Makes the queues, and puts back the messages that waited in them at the end of the last run.
   */
  public void create(List<Queue> queues) throws IOException {
    var ordered = new ArrayList<>(queues);
    ordered.sort(Comparator.comparing(q -> q.redrive().isPresent()));
    for (var queue : ordered) {
      var attributes = attributes(queue);
      client.createQueue(r -> r.queueName(queue.name()).attributesWithStrings(attributes));
      queue.redrive().ifPresent(redrive -> bury(queue.name(), redrive));
      client.restore(queue.name());
    }
    var former = kept.resolveSibling(FORMER);
    if (Files.exists(former)) {
      StateFile.read(former, text -> Json.read(Kept.class, text))
          .messages()
          .forEach(m -> send(m.queue(), m.body()));
      Files.delete(former);
    }
  }

  // The log does not see a message move: what was received too often is a dead letter by now.
  private void bury(String queue, Queue.Redrive redrive) {
    for (var line : log.waiting(queue)) {
      if (line.received() >= redrive.maxReceiveCount()) {
        send(redrive.deadLetters(), line.body());
        log.append(List.of(QueueLog.Line.done(line.id())));
      }
    }
  }

  public String url() {
    return url;
  }

  public String queueUrl(String name) {
    return url + "/" + Surroundings.ACCOUNT + "/" + name;
  }

  public void send(String queue, String body) {
    client.sendMessage(r -> r.queueUrl(queueUrl(queue)).messageBody(body));
  }

  /** The bodies of the messages of a queue that were handed out and are not done with. */
  public List<String> handedOut(String queue) {
    return log.waiting(queue).stream()
        .filter(line -> line.received() > 0)
        .map(QueueLog.Line::body)
        .toList();
  }

  /** A client that needs no HTTP for messages. */
  public SqsClient client() {
    return client;
  }

  /** How many messages of a queue are waiting, in flight or delayed. */
  public int messages(String queue) {
    return client
        .getQueueAttributes(r ->
            r.queueUrl(queueUrl(queue))
                .attributeNames(
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
        .attributesAsStrings()
        .values()
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  /** Leaves nothing on disk of messages that are done with. */
  public void tidy() throws IOException {
    log.tidy();
  }

  /** Stops; nobody may send or receive any more. */
  @Override
  public void close() throws IOException {
    client.close();
    server.stopAndWait();
    actors.terminate();
    log.close();
  }

  private record Kept(List<Waiting> messages) {}

  private record Waiting(String queue, String body) {}

  private static Map<String, String> attributes(Queue queue) {
    var attributes = new TreeMap<>(queue.attributes());
    queue
        .redrive()
        .ifPresent(r ->
            attributes.put(
                "RedrivePolicy",
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                    .formatted(r.deadLetterArn(), r.maxReceiveCount())));
    return attributes;
  }
}
