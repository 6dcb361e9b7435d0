package dev.trellis.local.emulator;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import com.almworks.sqlite4java.SQLiteQueue;
import java.io.File;
import java.util.function.Supplier;

/**
 * The one thread that may touch DynamoDB Local's file. A request needs a dozen looks at the file;
 * asked on this thread it gets each at once, instead of waiting a dozen times for another thread.
 */
final class DatabaseThread extends SQLiteQueue {

  DatabaseThread(File file) {
    super(file, work -> Thread.ofPlatform().daemon().name("dynamodb").unstarted(work));
  }

  /** Does something on the thread; throws what it throws. */
  <T> T call(Supplier<T> work) {
    return execute(new Call<>(work)).outcome();
  }

  @Override
  public <T, J extends SQLiteJob<T>> J execute(J job) {
    if (!isDatabaseThread()) {
      return super.execute(job);
    }
    try {
      executeJob(job);
    } catch (Throwable e) {
      rollback(); // as for every job that failed; whoever asks the job gets the failure
    }
    return job;
  }

  // What a process wrote is safe when it dies; only a machine that dies may take the last writes.
  // What is deleted is overwritten.
  @Override
  protected void initConnection(SQLiteConnection connection) throws SQLiteException {
    super.initConnection(connection);
    connection.exec("PRAGMA synchronous = NORMAL").exec("PRAGMA secure_delete = ON");
  }

  /** Brings what was written ahead into the file, and leaves nothing of it beside the file. */
  void tidy() {
    execute(
            new SQLiteJob<Void>() {
              @Override
              protected Void job(SQLiteConnection connection) throws SQLiteException {
                connection.exec("PRAGMA journal_mode = DELETE").exec("PRAGMA journal_mode = WAL");
                return null;
              }
            })
        .complete();
  }

  private static final class Call<T> extends SQLiteJob<T> {

    private final Supplier<T> work;
    private RuntimeException refusal;

    Call(Supplier<T> work) {
      this.work = work;
    }

    // A refusal is an answer: the thread has nothing to roll back.
    @Override
    protected T job(SQLiteConnection connection) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        refusal = e;
        return null;
      }
    }

    T outcome() {
      var answer = complete();
      if (refusal != null) {
        throw refusal;
      }
      if (isCancelled() || getError() != null) {
        throw new IllegalStateException("DynamoDB Local fails", getError());
      }
      return answer;
    }
  }
}
