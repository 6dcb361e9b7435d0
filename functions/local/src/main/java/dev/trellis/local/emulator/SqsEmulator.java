package dev.trellis.local.emulator;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.trellis.core.json.Json;
import dev.trellis.local.template.Queue;
import dev.trellis.local.template.Surroundings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** ElasticMQ in this process; what waits when it is closed waits again when it is started. */
public final class SqsEmulator implements Closeable {

  /** How long a message that is to come again may take to come. */
  private static final Duration KEEPING = Duration.ofSeconds(3);

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

  private final Path kept;
  private final ActorSystem actors;
  private final SQSRestServer server;
  private final SqsClient client;
  private final String url;

  private SqsEmulator(
      Path kept, ActorSystem actors, ActorRef manager, SQSRestServer server, String url) {
    this.kept = kept;
    this.actors = actors;
    this.server = server;
    this.url = url;
    this.client =
        new DirectSqs(
            manager,
            Credentials.apply(SqsClient.builder(), url, Surroundings.REGION)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build());
  }

  /**
   * Starts it at a port, without queues.
   *
   * @param kept file for the messages that wait between two runs
   */
  public static SqsEmulator start(Path kept, int port) {
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
    return new SqsEmulator(kept, actors, manager, server, url(port));
  }

  private static QueueManagerActor manager() {
    return new QueueManagerActor(new NowProvider(), StrictSQSLimits$.MODULE$, Option.empty());
  }

  /** Where one that listens at this port is found. */
  public static String url(int port) {
    return "http://127.0.0.1:" + port;
  }

  /** Makes the queues, and puts back the messages that waited in them at the last close. */
  public void create(List<Queue> queues) throws IOException {
    var ordered = new ArrayList<>(queues);
    ordered.sort(Comparator.comparing(q -> q.redrive().isPresent()));
    for (var queue : ordered) {
      var attributes = attributes(queue);
      client.createQueue(r -> r.queueName(queue.name()).attributesWithStrings(attributes));
    }
    if (Files.exists(kept)) {
      Json.read(Kept.class, Files.readString(kept))
          .messages()
          .forEach(m -> send(m.queue(), m.body()));
      Files.delete(kept);
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

  /** Keeps what still waits and stops; nobody may send or receive any more. */
  @Override
  public void close() throws IOException {
    try {
      keep();
    } finally {
      client.close();
      server.stopAndWait();
      actors.terminate();
    }
  }

  private void keep() throws IOException {
    var waiting = new ArrayList<Waiting>();
    for (var queue : client.listQueues().queueUrls()) {
      var name = queue.substring(queue.lastIndexOf('/') + 1);
      var end = System.nanoTime() + KEEPING.toNanos();
      while (messages(name) > 0 && System.nanoTime() < end) {
        for (var message : take(queue)) {
          waiting.add(new Waiting(name, message.body()));
          client.deleteMessage(r -> r.queueUrl(queue).receiptHandle(message.receiptHandle()));
        }
      }
    }
    if (!waiting.isEmpty()) {
      Files.createDirectories(kept.toAbsolutePath().getParent());
      Files.writeString(kept, Json.write(new Kept(waiting)));
    }
  }

  private List<Message> take(String queue) {
    return client
        .receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(1))
        .messages();
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
