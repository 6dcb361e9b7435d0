package dev.trellis.checks.ports;

import java.util.ArrayList;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Creates the tables that the stores need. */
public final class TestTables {

  static final String LEADS = "Leads";
  static final String IDENTITIES = "Identities";
  static final String ACCOUNTS = "Accounts";
  static final String TIMERS = "Timers";
  static final String SUPPRESSIONS = "Suppressions";
  static final String SESSIONS = "Sessions";
  static final String QUARANTINE = "Quarantine";

  private TestTables() {}

  static void create(DynamoDbClient client) {
    create(client, LEADS, "lead", "item");
    create(client, IDENTITIES, "identity");
    create(client, ACCOUNTS, "account", "item");
    create(client, TIMERS, "bucket", "timer");
    create(client, SUPPRESSIONS, "address");
    create(client, SESSIONS, "session");
    create(client, QUARANTINE, "message");
  }

  /** Creates a table with a hash key and perhaps a range key. */
  public static void create(DynamoDbClient client, String name, String... keys) {
    var schema = new ArrayList<KeySchemaElement>();
    var attributes = new ArrayList<AttributeDefinition>();
    for (var key : keys) {
      var type = schema.isEmpty() ? KeyType.HASH : KeyType.RANGE;
      schema.add(KeySchemaElement.builder().attributeName(key).keyType(type).build());
      attributes.add(
          AttributeDefinition.builder()
              .attributeName(key)
              .attributeType(ScalarAttributeType.S)
              .build());
    }
    client.createTable(table ->
        table
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(schema)
            .attributeDefinitions(attributes));
    client.waiter().waitUntilTableExists(table -> table.tableName(name));
  }
}
