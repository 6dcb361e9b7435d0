package dev.trellis.checks.figures;

import module java.base;

import dev.trellis.local.emulator.Credentials;
import dev.trellis.local.emulator.Ports;
import dev.trellis.local.emulator.TemplateTables;
import dev.trellis.local.template.Surroundings;
import dev.trellis.local.template.Table;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local behind HTTP, as AWS is, so that the SDK tells of each request that it sends. */
final class DynamoDbServer implements Closeable {

  private final DynamoDBProxyServer server;
  private final DynamoDbClient client;
  private final String url;

  private DynamoDbServer(DynamoDBProxyServer server, String url) {
    this.server = server;
    this.url = url;
    this.client =
        DynamoDbClient.builder()
            .region(Region.of(Surroundings.REGION))
            .endpointOverride(URI.create(url))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(Credentials.KEY_ID, Credentials.KEY)))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  static DynamoDbServer start(List<Table> tables) throws IOException {
    var port = Integer.toString(Ports.free());
    try {
      var server =
          ServerRunner.createServerFromCommandLineArgs(
              new String[] {"-inMemory", "-sharedDb", "-disableTelemetry", "-port", port});
      server.start();
      var started = new DynamoDbServer(server, "http://localhost:" + port);
      TemplateTables.create(tables, started.client);
      return started;
    } catch (Exception e) {
      throw new IOException("DynamoDB Local does not start", e);
    }
  }

  String url() {
    return url;
  }

  DynamoDbClient client() {
    return client;
  }

  @Override
  public void close() throws IOException {
    client.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("DynamoDB Local does not stop", e);
    }
  }
}
