package dev.trellis.local.emulator;

import dev.trellis.local.template.Surroundings;
import dev.trellis.local.template.Table;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** Amazon's DynamoDB Local as a server in this process; its data stays in a folder. */
public final class DynamoDbEmulator implements Closeable {

  private static final String LOOPBACK = "127.0.0.1";

  private final LocalDynamoDBServerHandler tables;
  private final Server server;
  private final DynamoDbClient client;
  private final String url;

  private DynamoDbEmulator(
      LocalDynamoDBServerHandler tables, Server server, DynamoDbClient client, String url) {
    this.tables = tables;
    this.server = server;
    this.client = client;
    this.url = url;
  }

  /** Starts it and makes the tables that are not there yet. */
  public static DynamoDbEmulator start(Path folder, List<Table> tables) throws IOException {
    Files.createDirectories(folder);
    WriteAhead.of(folder);
    var local = tables(folder);
    var server = server(local);
    var url =
        "http://" + LOOPBACK + ":" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    var client =
        Credentials.apply(DynamoDbClient.builder(), url, Surroundings.REGION)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    var emulator = new DynamoDbEmulator(local, server, client, url);
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
      tables.close();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not stop", e);
    }
  }

  // As its own command line does, but for this machine only: leads are personal data.
  private static Server server(LocalDynamoDBServerHandler tables) throws IOException {
    var server = new Server();
    var connector = new ServerConnector(server);
    connector.setHost(LOOPBACK);
    server.addConnector(connector);
    server.setHandler(new DynamoDBProxyServer(0, tables).setUpHandler(tables));
    try {
      server.start();
      return server;
    } catch (Exception e) {
      throw new IOException("DynamoDB Local does not start", e);
    }
  }

  private static LocalDynamoDBServerHandler tables(Path folder) throws IOException {
    try {
      var requests = new LocalDynamoDBRequestHandler(0, false, folder.toString(), true, false);
      return new LocalDynamoDBServerHandler(requests, null);
    } catch (DynamoDBLocalServiceException e) {
      throw new IOException("DynamoDB Local does not start", e);
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
