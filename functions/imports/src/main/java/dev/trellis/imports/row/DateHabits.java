package dev.trellis.imports.row;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.imports.file.DateOrder;
import dev.trellis.imports.file.FileRow;
import dev.trellis.imports.file.ImportException;
import dev.trellis.imports.row.Columns.Meaning;

/**
 * How each column of dates is written, decided by all of its values: one 31/12 tells what 03/04 is.
 */
final class DateHabits {

  /** What the values of one column have told. */
  private static final class Evidence {
    private final EnumMap<DateOrder, Long> settled = new EnumMap<>(DateOrder.class);
    private String open;
    private long line;
  }

  private final Columns columns;
  private final ZoneId zone;
  private final Instant latest;
  private final SortedMap<Integer, Evidence> evidence = new TreeMap<>();

  /**
   * @param latest no date can lie after it
   */
  DateHabits(Columns columns, Playbook playbook, Instant latest) {
    this.columns = columns;
    this.zone = playbook.company().zone();
    this.latest = latest;
    for (int i = 0; i < columns.meanings().size(); i++) {
      if (columns.meanings().get(i) instanceof Meaning.Known k && k.column().as().isDate()) {
        evidence.put(i, new Evidence());
      }
    }
  }

  void see(FileRow row) {
    if (row instanceof FileRow.Cells(var line, var cells)) {
      evidence.forEach((i, seen) -> see(seen, line, i < cells.size() ? cells.get(i) : ""));
    }
  }

  private void see(Evidence seen, long line, String cell) {
    var readings = Dates.read(cell, zone);
    var possible =
        new Dates.Readings(
            readings.dayFirst().filter(m -> !m.at().isAfter(latest)),
            readings.monthFirst().filter(m -> !m.at().isAfter(latest)));
    if (possible.settles()) {
      seen.settled.merge(
          possible.dayFirst().isPresent() ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST,
          1L,
          Long::sum);
    } else if (possible.isOpen() && seen.open == null) {
      seen.open = cell;
      seen.line = line;
    }
  }

  /**
   * The order of each column that needs one, by its number. A column that leaves it open is written
   * as the others of the file are; one that has both has none.
   *
   * @param chosen what a person said, for all columns
   * @throws ImportException if a column is open
   */
  SortedMap<Integer, DateOrder> orders(Optional<DateOrder> chosen) {
    var file =
        evidence.values().stream()
            .flatMap(seen -> seen.settled.keySet().stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(DateOrder.class)));
    var orders = new TreeMap<Integer, DateOrder>();
    evidence.forEach((i, seen) -> {
      var own = seen.settled.size() == 1 ? seen.settled.keySet() : file;
      if (chosen.isPresent()) {
        orders.put(i, chosen.get());
      } else if (seen.settled.size() < 2 && own.size() == 1) {
        orders.put(i, own.iterator().next());
      } else if (seen.settled.isEmpty() && seen.open != null) {
        throw open(columns.meanings().get(i).header(), seen);
      }
    });
    return orders;
  }

  private static ImportException open(String header, Evidence seen) {
    var formats = Arrays.stream(DateOrder.values()).map(DateOrder::format).toList();
    return new ImportException(
        "\"%s\" in line %d, column %s, may be %s. Say -Ddates=%s"
            .formatted(
                seen.open,
                seen.line,
                header,
                String.join(" or ", formats),
                String.join(" or -Ddates=", formats)));
  }
}
