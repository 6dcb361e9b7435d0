package dev.trellis.imports.file;

/** Why a row, or a cell of it, could not be taken as it stands. */
public enum Fault {
  OPEN_QUOTE(true, "引号没有闭合", "a quote is opened and never closed"),
  BROKEN_QUOTES(true, "引号使用不符合 RFC 4180", "the quotes are not as RFC 4180 has them"),
  CELL_COUNT(true, "列数与表头不一致", "the number of cells is not that of the header"),
  TOO_LONG(true, "单元格或整行过长", "a cell, or the row, is too long"),
  CONTROL_CHARACTERS(true, "含有控制字符或看不见的标记", "a cell holds control characters or invisible marks"),
  FORMULA(true, "单元格是公式", "a cell is a formula"),
  NO_IDENTITY(true, "没有邮箱、手机等任何身份信息", "nothing names the person: no address, no number, no id"),
  BROKEN_IDENTITY(true, "身份信息全部无效", "nothing that names the person is valid"),
  NOT_STORED(true, "没有保存，见隔离区", "is not stored: see the quarantine"),
  NO_LINE(false, "不是一行两百字以内的文字", "is no line of at most 200 characters"),
  NOT_AN_ADDRESS(false, "邮箱无效", "is no e-mail address"),
  NOBODYS_ADDRESS(false, "邮箱无人查看", "is a mailbox that nobody reads"),
  NOT_A_MOBILE(false, "不是有效的手机号", "is no mobile number"),
  NOT_AN_ID(false, "标识格式无效", "is no id"),
  NO_OPTION(false, "不在选项之中", "is none of the options"),
  NO_CONTENT(false, "没有这个内容", "is no content of the playbook"),
  NOT_A_DATE(false, "不是有效的日期", "is no date, or one that lies ahead"),
  NEITHER_YES_NOR_NO(false, "既不是“是”也不是“否”", "is neither yes nor no");

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
