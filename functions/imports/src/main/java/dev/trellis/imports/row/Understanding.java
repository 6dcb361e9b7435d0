package dev.trellis.imports.row;

import module java.base;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.playbook.Imports;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.imports.file.Choices;
import dev.trellis.imports.file.DateOrder;
import dev.trellis.imports.file.FileRow;
import dev.trellis.imports.file.ImportException;
import dev.trellis.imports.file.ImportFile;
import dev.trellis.imports.file.Rows;
import dev.trellis.imports.file.Rows.Place;
import dev.trellis.imports.file.Table;

/**
 * What a file was understood as, before a row of it is told: found out once by all of it, and then
 * the same for every part that is read.
 *
 * @param name of the file
 * @param batch names what it holds and how that is understood
 * @param table the way it is read
 * @param columns what they mean
 * @param orders how dates are written, by column; one that is not here needs none
 * @param start where the first row after the headers begins
 * @param lines that it has
 */
public record Understanding(
    String name,
    String batch,
    Table table,
    Columns columns,
    SortedMap<Integer, DateOrder> orders,
    Place start,
    long lines) {

  /** Headers may stand below a title. */
  private static final int MOST_TITLES = 5;

  private static final Duration AHEAD = Duration.ofDays(1);

  /** A table whose headers were read. */
  private record Headed(Table table, Columns columns, Place start) {}

  /**
   * Reads a file through.
   *
   * @param now after which no date of it lies
   * @throws ImportException if it cannot be imported at all, or a person has to say how
   */
  public static Understanding of(Path path, Choices choices, Playbook playbook, Instant now)
      throws IOException {
    var words = Columns.words(playbook);
    var file = ImportFile.of(path, choices, text -> words.contains(Imports.plain(text)));
    var headed = best(file, playbook);
    check(file.name(), headed.columns(), playbook.imports());
    var habits = new DateHabits(headed.columns(), playbook, now.plus(AHEAD));
    long lines = 0;
    long rows = 0;
    try (var all = rows(headed)) {
      for (var row = all.next(); row.isPresent(); row = all.next()) {
        habits.see(row.get());
        rows += says(row.get()) ? 1 : 0;
      }
      lines = all.place().line();
    }
    if (rows == 0) {
      throw new ImportException(file.name() + " has headers and no row below them");
    }
    var batch =
        Ids.derived(
            "import",
            file.digest(),
            headed.table().said(),
            headed.columns().fingerprint(playbook),
            choices.dates().map(DateOrder::format).orElse(""));
    return new Understanding(
        file.name(),
        batch,
        headed.table(),
        headed.columns(),
        habits.orders(choices.dates()),
        headed.start(),
        lines);
  }

  private static boolean says(FileRow row) {
    return !(row instanceof FileRow.Cells(_, var cells))
        || !cells.stream().allMatch(String::isBlank);
  }

  /** The rows from a place on. */
  Rows rows(Place from) throws IOException {
    var rows = table.open(from);
    rows.expect(columns.meanings().size());
    return rows;
  }

  private static Rows rows(Headed headed) throws IOException {
    var rows = headed.table().open(headed.start());
    rows.expect(headed.columns().meanings().size());
    return rows;
  }

  /** How the dates of each column are read, for people. */
  public SortedMap<String, String> dates() {
    var dates = new TreeMap<String, String>();
    orders.forEach((i, order) -> dates.put(columns.headers().get(i), order.format()));
    return dates;
  }

  /** How it is read, for people. */
  public String said() {
    return table.said();
  }

  /** Headers that the playbook does not know. */
  public List<String> otherColumns() {
    return columns.others();
  }

  // Of several separators the one counts that makes most sense of the headers; of several sheets
  // only one may hold people.
  private static Headed best(ImportFile file, Playbook playbook) throws IOException {
    Headed best = null;
    var people = new ArrayList<String>();
    for (var table : file.tables()) {
      var headed = headed(file.name(), table, playbook);
      if (headed.isPresent()) {
        if (headed.get().columns().namePeople()) {
          table.sheet().ifPresent(people::add);
        }
        if (best == null || headed.get().columns().known() > best.columns().known()) {
          best = headed.get();
        }
      }
    }
    if (best == null) {
      throw new ImportException(file.name() + " has no header that can be read");
    } else if (people.size() > 1) {
      throw new ImportException(
          "%s has people in several sheets: %s. Say -Dsheet= with the name of one"
              .formatted(file.name(), String.join(" | ", people)));
    }
    return best;
  }

  private static Optional<Headed> headed(String name, Table table, Playbook playbook)
      throws IOException {
    Headed first = null;
    try (var rows = table.open(Place.START)) {
      for (int i = 0; i < MOST_TITLES; i++) {
        var row = rows.next().orElse(null);
        if (!(row instanceof FileRow.Cells(_, var cells))) {
          break;
        }
        var headers = withoutEnd(cells);
        if (headers.size() > Rows.MOST_COLUMNS) {
          throw new ImportException(
              "%s has more than %d columns".formatted(name, Rows.MOST_COLUMNS));
        }
        var columns = Columns.of(headers, playbook);
        var headed = new Headed(table, columns, rows.place());
        first = first == null ? headed : first;
        if (columns.namePeople()) {
          return Optional.of(headed);
        }
      }
    }
    return Optional.ofNullable(first);
  }

  // Spreadsheets write more commas than there are columns.
  private static List<String> withoutEnd(List<String> headers) {
    int end = headers.size();
    while (end > 1 && headers.get(end - 1).isBlank()) {
      end--;
    }
    return headers.subList(0, end);
  }

  private static void check(String name, Columns columns, Imports imports) {
    if (!columns.namePeople()) {
      throw new ImportException(
          "no column of %s names people. Its first line must hold headers; they are: %s. Add the one of address or number to imports.yaml"
              .formatted(name, String.join(" | ", columns.headers())));
    } else if (!imports.keepsUnknownColumns() && !columns.others().isEmpty()) {
      throw new ImportException(
          "%s has columns that imports.yaml does not know: %s. Add them there, or write \"otherColumns: keep\""
              .formatted(name, String.join(" | ", columns.others())));
    }
  }
}
