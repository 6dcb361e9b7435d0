package dev.trellis.checks.ports;

import module java.base;

import dev.trellis.aws.Environment;
import dev.trellis.aws.dynamodb.DynamoDbClients;
import dev.trellis.aws.sqs.SqsClients;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** Amazon's DynamoDB Local and ElasticMQ, each started in this process by the first who asks. */
public final class Emulators {

  private Emulators() {}

  /** A client of a DynamoDB that has all tables. */
  public static DynamoDbClient dynamoDb() {
    return DynamoDb.CLIENT;
  }

  public static String dynamoDbUrl() {
    return DynamoDb.URL;
  }

  public static SqsClient sqs() {
    return Sqs.CLIENT;
  }

  public static String sqsUrl() {
    return Sqs.URL;
  }

  /** Builds a client as a handler does, against one endpoint. */
  static <C> C client(String service, String url, Function<Environment, C> builder) {
    return at(url, Map.of(), service, builder);
  }

  /** The same with the variables of a function. */
  public static <C> C at(
      String url, Map<String, String> own, String service, Function<Environment, C> builder) {
    var variables = new HashMap<>(own);
    variables.put("AWS_REGION", "eu-central-1");
    variables.put("AWS_ENDPOINT_URL_" + service, url);
    variables.put("AWS_ACCESS_KEY_ID", "test");
    variables.put("AWS_SECRET_ACCESS_KEY", "test");
    variables.putIfAbsent("FORMER_SECRET", "none");
    return Environment.where(
        variables, Clock.systemUTC(), () -> builder.apply(Environment.current()));
  }

  private static final class DynamoDb {

    static final String URL = start();
    static final DynamoDbClient CLIENT = client("DYNAMODB", URL, DynamoDbClients::create);

    static {
      TestTables.create(CLIENT);
    }

    private static String start() {
      var port = Integer.toString(freePort());
      try {
        ServerRunner.createServerFromCommandLineArgs(
                new String[] {"-inMemory", "-sharedDb", "-disableTelemetry", "-port", port})
            .start();
      } catch (Exception e) {
        throw new IllegalStateException("DynamoDB Local does not start", e);
      }
      return "http://localhost:" + port;
    }
  }

  private static final class Sqs {

    static final String URL = start();
    static final SqsClient CLIENT = client("SQS", URL, SqsClients::create);

    private static String start() {
      var server = SQSRestServerBuilder.withInterface("localhost").withDynamicPort().start();
      return "http://localhost:" + server.waitUntilStarted().localAddress().getPort();
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("no free port", e);
    }
  }
}
