package dev.trellis.local.emulator;

import module java.base;

import dev.trellis.local.template.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Amazon's DynamoDB Local in this process; its data stays in a folder. It opens no port. */
public final class DynamoDbEmulator implements Closeable {

  private static final String FILE = "shared-local-instance.db";

  private final SqliteTables tables;
  private final DynamoDbClient client;

  private DynamoDbEmulator(SqliteTables tables) {
    this.tables = tables;
    this.client = new DirectDynamoDb(tables);
  }

  /** Starts it and makes the tables that are not there yet. */
  public static DynamoDbEmulator start(Path folder, List<Table> tables) throws IOException {
    var file = Files.createDirectories(folder).resolve(FILE);
    WriteAhead.of(file);
    var emulator = new DynamoDbEmulator(open(file));
    TemplateTables.create(tables, emulator.client());
    return emulator;
  }

  public DynamoDbClient client() {
    return client;
  }

  /** Leaves nothing on disk of what was deleted. */
  public void tidy() {
    tables.tidy();
  }

  @Override
  public void close() {
    client.close();
  }

  private static SqliteTables open(Path file) throws IOException {
    try {
      return SqliteTables.open(file);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("DynamoDB Local does not start", e);
    }
  }
}
