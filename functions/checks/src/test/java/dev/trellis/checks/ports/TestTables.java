package dev.trellis.checks.ports;

import module java.base;

import dev.trellis.local.emulator.TemplateTables;
import dev.trellis.local.template.Surroundings;
import dev.trellis.local.template.Table;
import dev.trellis.local.template.TemplateReader;
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
  static final String AUDIT = "Audit";
  static final String GROUPS = "Groups";

  private TestTables() {}

  static void create(DynamoDbClient client) {
    createIndexed(client, "LeadsTable", LEADS);
    create(client, IDENTITIES, "identity");
    createIndexed(client, "AccountsTable", ACCOUNTS);
    create(client, TIMERS, "bucket", "timer");
    create(client, SUPPRESSIONS, "address");
    create(client, SESSIONS, "session");
    create(client, QUARANTINE, "message");
    createIndexed(client, "AuditTable", AUDIT);
    create(client, GROUPS, "kind", "group");
  }

  /** Creates a table with the indexes that the template gives it. */
  public static void createIndexed(DynamoDbClient client, String id, String name) {
    var parameters =
        Map.of(
            "Stage",
            "dev",
            "CrmUrl",
            "https://crm.example",
            "PublicUrl",
            "https://trellis.example",
            "SenderDomain",
            "trellis.example");
    var table =
        new TemplateReader(new Surroundings("http://localhost", parameters, Optional.empty()))
            .read(Path.of("../../infra/template.yaml"))
            .table(id);
    TemplateTables.create(
        List.of(
            new Table(
                table.id(),
                name,
                table.attributes(),
                table.key(),
                table.indexes(),
                table.expiry())),
        client);
    client.waiter().waitUntilTableExists(wait -> wait.tableName(name));
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
