package dev.trellis.imports;

import dev.trellis.imports.row.Intake.Refusal;
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
 * @param counts what became of the rows that tell of a person
 * @param refusals rows that were left out
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
    RowCounts counts,
    List<Refusal> refusals,
    Census before,
    Census after,
    long failed,
    long seconds,
    long rowsPerSecond,
    long peakMegabytes) {

  public ImportResult {
    dates = dates == null ? new TreeMap<>() : dates;
    counts = counts == null ? RowCounts.NONE : counts;
    refusals = refusals == null ? List.of() : List.copyOf(refusals);
    tally = tally == null ? RowTally.NOTHING : tally; // what is empty is not written
    before = before == null ? Census.EMPTY : before;
    after = after == null ? Census.EMPTY : after;
  }

  /** The same file once more: nothing of it is new any longer. */
  ImportResult again() {
    return new ImportResult(
        batch,
        file,
        encoding,
        dates,
        rehearsed,
        otherColumns,
        tally,
        counts.again(),
        refusals,
        after,
        after,
        failed,
        seconds,
        rowsPerSecond,
        peakMegabytes);
  }

  /** Rows that are not blank. */
  public long rows() {
    return tally.told() + tally.refused();
  }
}
