package dev.trellis.imports.file;

import module java.base;

/** What the first of two numbers before the year of a date is. */
public enum DateOrder {
  DAY_FIRST("dd/MM/yyyy"),
  MONTH_FIRST("MM/dd/yyyy");

  private final String format;

  DateOrder(String format) {
    this.format = format;
  }

  /** As people write it. */
  public String format() {
    return format;
  }

  /**
   * The order that a format has.
   *
   * @throws ImportException if it is neither
   */
  public static DateOrder of(String format) {
    return Arrays.stream(values())
        .filter(order -> order.format.equalsIgnoreCase(format.strip()))
        .findFirst()
        .orElseThrow(() ->
            new ImportException(
                "dates are %s or %s".formatted(DAY_FIRST.format, MONTH_FIRST.format)));
  }
}
