package dev.trellis.console.account;

import module java.base;

/** Roles to be found or bought, as a table (R29). */
public final class Gaps {

  /** What the columns hold; {@code former} names no person, only how many left. */
  public static final List<String> HEAD =
      List.of("account", "company", "role", "name", "state", "required", "weight", "former");

  private Gaps() {}

  /** The rows of one company, most wanted first, with role names in one language. */
  public static List<List<String>> of(Account account, String language) {
    var rows = new ArrayList<List<String>>();
    for (var slot : account.chain().gaps()) {
      rows.add(
          List.of(
                  account.key().toString(),
                  Objects.requireNonNullElse(account.name(), ""),
                  slot.role().role(),
                  slot.role().name().in(language),
                  slot.state().name().toLowerCase(Locale.ROOT),
                  slot.role().required() ? "yes" : "no",
                  Integer.toString(slot.role().weight()),
                  Integer.toString(slot.former().size()))
              .stream()
              .map(Gaps::harmless)
              .toList());
    }
    return rows;
  }

  /** A spreadsheet takes what starts like this for a formula, and people type what they like. */
  static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
