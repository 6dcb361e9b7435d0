package dev.trellis.local.emulator;

import dev.trellis.local.template.Surroundings;
import dev.trellis.local.template.Table;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** Amazon's DynamoDB Local as a server in this process; its data stays in a folder. */
public final class DynamoDbEmulator implements Closeable {

  private final DynamoDBProxyServer server;
  private final DynamoDbClient client;
  private final String url;

  private DynamoDbEmulator(DynamoDBProxyServer server, DynamoDbClient client, String url) {
    this.server = server;
    this.client = client;
    this.url = url;
  }

  /** Starts it and makes the tables that are not there yet. */
  public static DynamoDbEmulator start(Path folder, List<Table> tables) throws IOException {
    Files.createDirectories(folder);
    WriteAhead.of(folder);
    int port = Ports.free();
    var server = server(port, folder);
    var url = "http://127.0.0.1:" + port;
    var client =
        Credentials.apply(DynamoDbClient.builder(), url, Surroundings.REGION)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    var emulator = new DynamoDbEmulator(server, client, url);
    emulator.create(tables);
    return emulator;
  }

  public String url() {
    return url;
  }

  public DynamoDbClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not stop", e);
    }
  }

  // It greets on System.out, whatever one says.
  private static DynamoDBProxyServer server(int port, Path folder) throws IOException {
    var out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    try {
      var server =
          ServerRunner.createServerFromCommandLineArgs(
              new String[] {
                "-port",
                String.valueOf(port),
                "-sharedDb",
                "-disableTelemetry",
                "-dbPath",
                folder.toString()
              });
      server.start();
      return server;
    } catch (Exception e) {
      throw new IOException("DynamoDB Local does not start", e);
    } finally {
      System.setOut(out);
    }
  }

  private void create(List<Table> tables) {
    var there = client.listTables().tableNames();
    tables.stream()
        .filter(table -> !there.contains(table.name()))
        .map(DynamoDbEmulator::request)
        .forEach(client::createTable);
  }

  private static CreateTableRequest request(Table table) {
    var request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(schema(table.key()))
            .attributeDefinitions(
                table.attributes().entrySet().stream()
                    .map(a ->
                        AttributeDefinition.builder()
                            .attributeName(a.getKey())
                            .attributeType(a.getValue())
                            .build())
                    .toList());
    return table.indexes().isEmpty()
        ? request.build()
        : request
            .globalSecondaryIndexes(table.indexes().stream().map(DynamoDbEmulator::index).toList())
            .build();
  }

  private static GlobalSecondaryIndex index(Table.Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(schema(index.key()))
        .projection(p -> {
          p.projectionType(index.projection());
          if (!index.included().isEmpty()) {
            p.nonKeyAttributes(index.included());
          }
        })
        .build();
  }

  private static List<KeySchemaElement> schema(Table.Key key) {
    var schema = new ArrayList<KeySchemaElement>();
    schema.add(element(key.hash(), KeyType.HASH));
    if (key.range() != null) {
      schema.add(element(key.range(), KeyType.RANGE));
    }
    return schema;
  }

  private static KeySchemaElement element(String attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }
}
