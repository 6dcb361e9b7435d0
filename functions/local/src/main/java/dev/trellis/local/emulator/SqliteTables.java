package dev.trellis.local.emulator;

import module java.base;

import software.amazon.dynamodb.services.local.shared.access.TableInfo;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;

/** DynamoDB Local's tables in a file, with a thread that can be given whole requests. */
final class SqliteTables extends SQLiteDBAccess {

  private final DatabaseThread thread;
  private final Map<String, TableInfo> known = new ConcurrentHashMap<>();

  private SqliteTables(Path file) {
    super(file.toFile());
    thread = new DatabaseThread(file.toFile());
  }

  static SqliteTables open(Path file) throws InterruptedException {
    var tables = new SqliteTables(file);
    tables.queue.stop(true).join();
    tables.queue = tables.thread.start();
    return tables;
  }

  /** Returns once nobody holds the file any more. */
  @Override
  public void close() {
    super.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a table is like: read once, since here no table is changed while it is there. */
  @Override
  public TableInfo getTableInfo(String table) {
    return known.computeIfAbsent(table, super::getTableInfo);
  }

  /** Tells that a table is gone: one of its name may be another. */
  void forget(String table) {
    known.remove(table);
  }

  void tidy() {
    thread.tidy();
  }

  <T> T call(Supplier<T> request) {
    return thread.call(request);
  }
}
