package dev.trellis.console.html;

import module java.base;

/**
 * A table whose rows become cards on a phone: each cell carries its head. A column in which nothing
 * stands is left out.
 */
public final class Table {

  private final List<String> heads;
  private final List<List<String>> rows = new ArrayList<>();
  private final Set<Integer> numbers = new HashSet<>();

  /**
   * @param heads as texts
   */
  public Table(List<String> heads) {
    this.heads = List.copyOf(heads);
  }

  /** Adds a row of cells, which are HTML already or numbers. */
  public Table row(Object... cells) {
    rows.add(Stream.of(cells).map(Object::toString).toList());
    IntStream.range(0, cells.length).filter(i -> cells[i] instanceof Number).forEach(numbers::add);
    return this;
  }

  /** The table, or the text if it has no rows. */
  public String orElse(String nothing) {
    if (rows.isEmpty()) {
      return "<p>" + Html.escape(nothing) + "</p>";
    }
    var columns =
        IntStream.range(0, heads.size())
            .filter(i -> rows.stream().anyMatch(row -> !row.get(i).isEmpty()))
            .boxed()
            .toList();
    return "<div class=\"wide\" tabindex=\"0\"><table class=\"stack\"><thead><tr>"
        + Html.each(columns, i -> "<th%s>%s</th>".formatted(kind(i, ""), Html.escape(heads.get(i))))
        + "</tr></thead><tbody>"
        + Html.each(rows, row -> row(row, columns))
        + "</tbody></table></div>";
  }

  private String row(List<String> row, List<Integer> columns) {
    return columns.stream()
        .map(i -> cell(i, row.get(i)))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  // What stands in a cell is one element, so that label and value stand side by side.
  private String cell(int column, String cell) {
    return "<td data-label=\"%s\"%s><div>%s</div></td>"
        .formatted(
            Html.escape(heads.get(column)), kind(column, cell.isEmpty() ? "none" : ""), cell);
  }

  // Numbers stand below each other.
  private String kind(int column, String other) {
    var kind = numbers.contains(column) ? ("number " + other).strip() : other;
    return kind.isEmpty() ? "" : " class=\"" + kind + "\"";
  }
}
