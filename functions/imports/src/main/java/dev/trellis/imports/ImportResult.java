package dev.trellis.imports;

import dev.trellis.imports.row.RowTally;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an import did, or would do.
 *
 * @param encoding how it was read
 * @param dates how columns of dates were read that could be read in two ways
 * @param rehearsed true if nothing was changed
 * @param otherColumns headers that the playbook does not know
 * @param tally what the file held
 * @param before the leads before it
 * @param after the leads after it
 * @param failed events that failed too often and lie in the dead-letter queue
 * @param seconds that it took since it was last started
 * @param rowsPerSecond of those handled since then
 * @param peakMegabytes of heap used
 */
public record ImportResult(
    String batch,
    String file,
    String encoding,
    SortedMap<String, String> dates,
    boolean rehearsed,
    List<String> otherColumns,
    RowTally tally,
    Census before,
    Census after,
    long failed,
    long seconds,
    long rowsPerSecond,
    long peakMegabytes) {

  public ImportResult {
    dates = dates == null ? new TreeMap<>() : dates;
    tally = tally == null ? RowTally.NOTHING : tally; // what is empty is not written
    before = before == null ? Census.EMPTY : before;
    after = after == null ? Census.EMPTY : after;
  }

  /** Leads that were not there before, less those that turned out to be others. */
  public long newLeads() {
    return after.count(Census.LEADS) - before.count(Census.LEADS);
  }

  /** Rows about people who were there already, or in an earlier row. */
  public long mergedRows() {
    return tally.told() - newLeads();
  }
}
