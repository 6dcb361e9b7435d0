package dev.trellis.local.emulator;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import dev.trellis.local.state.DamagedStateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

/**
 * Makes DynamoDB Local's file write ahead: a commit is one append instead of a journal written,
 * synced and deleted. The file itself remembers it, and loses as little when the process dies.
 */
final class WriteAhead {

  // It tells of each step otherwise.
  private static final Logger LOG = Logger.getLogger("com.almworks.sqlite4java");

  private WriteAhead() {}

  static void of(Path path) throws IOException {
    LOG.setLevel(Level.WARNING);
    try {
      SQLiteLibraryLoader.initialize();
    } catch (Exception e) {
      throw new IOException("DynamoDB Local does not find its SQLite", e);
    }
    var file = new SQLiteConnection(path.toFile());
    try {
      file.open(true).exec("PRAGMA page_size = 4096").exec("PRAGMA journal_mode = WAL");
    } catch (SQLiteException e) {
      throw new DamagedStateException(path, " (%s)".formatted(e.getMessage()), e);
    } finally {
      file.dispose();
    }
  }
}
