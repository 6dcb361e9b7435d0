package dev.trellis.imports.file;

/** Why a row, or a cell of it, could not be taken as it stands. */
public enum Fault {
  OPEN_QUOTE(true, "引号没有闭合", "a quote is opened and never closed"),
  BROKEN_QUOTES(true, "引号使用不符合 RFC 4180", "the quotes are not as RFC 4180 has them"),
  CELL_COUNT(true, "单元格比表头多", "there are more cells than headers"),
  TOO_LONG(true, "整行过长", "the row is too long"),
  NO_IDENTITY(true, "没有邮箱、手机等任何身份信息", "nothing names the person: no address, no number, no id"),
  BROKEN_IDENTITY(true, "身份信息全部无效", "nothing that names the person is valid"),
  ROUNDED_IDENTITY(
      true,
      "只有手机号，而它被表格软件改写，末尾几位已丢失：请把该列设为文本后重新导出",
      "nothing names the person but a number that a spreadsheet has rounded: make its column text"
          + " and export it anew"),
  ERASED(
      true,
      "此人已要求删除；只有本人再来才会保存",
      "the person asked to be forgotten, and is kept again only once they come back themselves"),
  NOT_STORED(true, "没有保存，见隔离区", "is not stored: see the quarantine"),
  CONTROL_CHARACTERS(false, "含有控制字符或看不见的标记", "holds control characters or invisible marks"),
  LOST_CHARACTERS(
      false, "有字符在导出时已丢失（乱码），请重新导出", "has lost characters before it came here; export it anew"),
  CUT(false, "过长，只保留前 1000 字", "is too long: its first 1,000 characters are kept"),
  TOO_MANY(false, "其他列过多，没有保存", "is one column too many that nobody knows, and not kept"),
  NO_LINE(false, "不是一行两百字以内的文字", "is no line of at most 200 characters"),
  NOT_AN_ADDRESS(false, "邮箱无效，应如 li@example.cn", "is no e-mail address such as li@example.cn"),
  NOBODYS_ADDRESS(false, "邮箱无人查看", "is a mailbox that nobody reads"),
  NOT_A_MOBILE(
      false,
      "不是有效的手机号，应如 13800138000 或 +8613800138000",
      "is no mobile number such as +8613800138000"),
  DIGITS_LOST(
      false,
      "手机号被表格软件改写，末尾几位已丢失：请把该列设为文本后重新导出",
      "a spreadsheet has rounded the number and its last digits are gone: make the column text and"
          + " export it anew"),
  NOT_AN_ID(false, "标识格式无效", "is no id"),
  NO_OPTION(false, "不在选项之中", "is none of the options"),
  NO_CONTENT(false, "没有这个内容", "is no content of the playbook"),
  NOT_A_DATE(
      false,
      "不是有效的日期或晚于今天，应如 2026-03-31 或 2026-03-31 14:05",
      "is no date such as 2026-03-31 or 2026-03-31 14:05, or one that lies ahead"),
  NEITHER_YES_NOR_NO(
      false, "既不是“是”也不是“否”，不视为同意", "is neither yes nor no, and so taken for no consent");

  private final boolean refusesRow;
  private final String zh;
  private final String en;

  Fault(boolean refusesRow, String zh, String en) {
    this.refusesRow = refusesRow;
    this.zh = zh;
    this.en = en;
  }

  /** True if the whole row is left out; otherwise the cell is, and the rest counts. */
  public boolean refusesRow() {
    return refusesRow;
  }

  public String in(String language) {
    return language.equals("zh") ? zh : en;
  }

  /** A fault and where it is. {@code column} is a header, {@code cell} what stands there. */
  public record Found(Fault fault, String column, String cell) {
    public static Found of(Fault fault) {
      return new Found(fault, "", "");
    }
  }
}
