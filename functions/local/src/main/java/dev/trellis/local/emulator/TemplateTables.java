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

  private TemplateTables() {}

  /** Makes those that are not there yet, and anew those that lack an index, with what they hold. */
  public static void create(List<Table> tables, DynamoDbClient client) {
    var there = client.listTables().tableNames();
    for (var table : tables) {
      if (!there.contains(table.name())) {
        client.createTable(request(table));
      } else if (lacksAnIndex(table, client)) {
        remake(table, client);
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
  private static void remake(Table table, DynamoDbClient client) {
    var items =
        client.scanPaginator(scan -> scan.tableName(table.name())).items().stream().toList();
    client.deleteTable(delete -> delete.tableName(table.name()));
    client.createTable(request(table));
    items.forEach(item -> client.putItem(put -> put.tableName(table.name()).item(item)));
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
