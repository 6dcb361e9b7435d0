package dev.trellis.local.emulator;

import com.typesafe.config.ConfigFactory;
import dev.trellis.local.template.Queue;
import dev.trellis.local.template.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** ElasticMQ in this process; its messages stay in a file, so that even a kill loses none. */
public final class SqsEmulator implements AutoCloseable {

  /** Longer than a long poll. */
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final Function0<?> stop;
  private final SqsClient client;
  private final String url;

  private SqsEmulator(Function0<?> stop, SqsClient client, String url) {
    this.stop = stop;
    this.client = client;
    this.url = url;
  }

  /** Starts it at a port, without queues except those kept from before. */
  public static SqsEmulator start(Path folder, int port) throws IOException {
    Files.createDirectories(folder);
    var file = folder.resolve("messages").toAbsolutePath();
    var settings = new HashMap<String, Object>();
    settings.put("node-address.host", "127.0.0.1");
    settings.put("node-address.port", port);
    settings.put("rest-sqs.bind-hostname", "127.0.0.1");
    settings.put("rest-sqs.bind-port", port);
    settings.put("aws.region", Surroundings.REGION);
    settings.put("aws.accountId", Surroundings.ACCOUNT);
    settings.put("messages-storage.enabled", true);
    settings.put("messages-storage.uri", "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE");
    settings.put("pekko.loglevel", "ERROR");
    settings.put("pekko.stdout-loglevel", "ERROR");
    settings.put("pekko.jvm-shutdown-hooks", "off");
    settings.put("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
    settings.put("pekko.daemonic", true);
    var config = ConfigFactory.parseMap(settings).withFallback(ConfigFactory.load()).resolve();
    var stop = new ElasticMQServer(new ElasticMQServerConfig(config)).start();
    var url = url(port);
    var client =
        Credentials.apply(SqsClient.builder(), url, Surroundings.REGION)
            .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(ANSWER))
            .build();
    return new SqsEmulator(stop, client, url);
  }

  /** Where one that listens at this port is found. */
  public static String url(int port) {
    return "http://127.0.0.1:" + port;
  }

  /** Makes the queues that are not there yet, and brings the others to what the template says. */
  public void create(List<Queue> queues) {
    var there = client.listQueues().queueUrls();
    var ordered = new ArrayList<>(queues);
    ordered.sort(Comparator.comparing(q -> q.redrive().isPresent()));
    for (var queue : ordered) {
      var attributes = attributes(queue);
      if (there.contains(queueUrl(queue.name()))) {
        if (!attributes.isEmpty()) {
          client.setQueueAttributes(
              r -> r.queueUrl(queueUrl(queue.name())).attributesWithStrings(attributes));
        }
      } else {
        client.createQueue(r -> r.queueName(queue.name()).attributesWithStrings(attributes));
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

  @Override
  public void close() {
    client.close();
    stop.apply();
  }

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
