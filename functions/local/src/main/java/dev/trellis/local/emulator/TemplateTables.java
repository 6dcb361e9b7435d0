package dev.trellis.local.emulator;

import dev.trellis.local.template.Table;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/** Makes the tables of a template in whatever stands for DynamoDB. */
public final class TemplateTables {

  private static final String FORMER = "-former";

  private TemplateTables() {}

  /**
   * Makes those that are not there yet, and anew those that lack an index, with what they hold.
   * That may be ended at any moment: what a table held stands in a copy until it is whole again.
   */
  public static void create(List<Table> tables, DynamoDbClient client) {
    var there = client.listTables().tableNames();
    for (var table : tables) {
      var isThere = there.contains(table.name());
      if (isThere && lacksAnIndex(table, client)) {
        drop(table.name() + FORMER, client, there);
        copy(table.name(), request(table).toBuilder().tableName(table.name() + FORMER), client);
        client.deleteTable(delete -> delete.tableName(table.name()));
        putBack(table, client);
      } else if (there.contains(table.name() + FORMER)) {
        drop(table.name(), client, there);
        putBack(table, client);
      } else if (!isThere) {
        client.createTable(request(table));
      }
    }
  }

  private static boolean lacksAnIndex(Table table, DynamoDbClient client) {
    var made = client.describeTable(ask -> ask.tableName(table.name())).table();
    var names =
        made.globalSecondaryIndexes().stream()
            .map(GlobalSecondaryIndexDescription::indexName)
            .toList();
    return !names.containsAll(table.indexes().stream().map(Table.Index::name).toList());
  }

  // The emulator would fill a new index by work of its own, which it is not let do here.
  private static void putBack(Table table, DynamoDbClient client) {
    copy(table.name() + FORMER, request(table).toBuilder(), client);
    client.deleteTable(delete -> delete.tableName(table.name() + FORMER));
  }

  private static void copy(String from, CreateTableRequest.Builder to, DynamoDbClient client) {
    var made = client.createTable(to.build()).tableDescription().tableName();
    for (var item : client.scanPaginator(scan -> scan.tableName(from)).items()) {
      client.putItem(put -> put.tableName(made).item(item));
    }
  }

  private static void drop(String name, DynamoDbClient client, List<String> there) {
    if (there.contains(name)) {
      client.deleteTable(delete -> delete.tableName(name));
    }
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
            .globalSecondaryIndexes(table.indexes().stream().map(TemplateTables::index).toList())
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
