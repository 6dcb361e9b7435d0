package dev.trellis.checks.imports;

import module java.base;

/**
 * Writes a file of invented people and knows the truth about it: how many there are, how many rows
 * are broken. {@code java … dev.trellis.checks.imports.Crowd file.csv 100000} writes one to import.
 */
final class Crowd {

  private static final List<String> FAMILY = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄");
  private static final List<String> GIVEN = List.of("伟", "芳", "娜", "敏", "静", "磊", "洋", "艳");
  private static final List<String> TRADES = List.of("信息科技", "精密制造", "晨光", "远山", "蓝海", "青禾");
  private static final List<String> INDUSTRIES = List.of("生产制造", "金融服务", "", "", "", "", "", "");
  private static final List<String> NEEDS = List.of("线索评分", "", "", "", "", "", "", "");
  private static final List<String> PHRASES =
      List.of("线索 打分 工具", "营销自动化 软件", "", "", "", "", "", "", "", "");
  private static final List<String> VIEWS =
      List.of("summit-deck", "六周落地全渠道获客：一份可以照着做的方案", "", "", "", "", "", "");

  private final Random random;
  private final int rows;
  private int people;
  private int broken;

  private Crowd(long seed, int rows) {
    this.random = new Random(seed);
    this.rows = rows;
  }

  /** Writes a file; every tenth row is about somebody of an earlier row, every fiftieth broken. */
  static Crowd write(Path file, long seed, int rows) {
    var crowd = new Crowd(seed, rows);
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("姓名,公司名称,职位,手机号,邮箱,行业,需求,搜索关键词,采购计划,浏览内容,是否同意,创建时间,备注\r\n");
      for (int i = 0; i < rows; i++) {
        crowd.row(out, i);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return crowd;
  }

  int people() {
    return people;
  }

  int broken() {
    return broken;
  }

  int told() {
    return rows - broken;
  }

  private void row(Writer out, int i) throws IOException {
    if (i % 50 == 49) {
      broken++;
      out.write(brokenRow(i));
    } else if (i % 10 == 9) {
      out.write(person(random.nextInt(people), false));
    } else {
      out.write(person(people++, true));
    }
    out.write("\r\n");
  }

  private String brokenRow(int i) {
    return switch (i / 50 % 4) {
      case 0 -> "无名,某公司,,,,,,,,,,,";
      case 1 -> "王伟,某公司,,12345,wrong@,,,,,,,,";
      case 2 -> "王伟,某公司";
      default -> "王伟,某公司,,,x@example.com,,,,,,,,,多一格";
    };
  }

  private String person(int n, boolean withNumber) {
    return String.join(
        ",",
        pick(FAMILY) + pick(GIVEN),
        "\"示例" + pick(TRADES) + "有限公司, " + n % 100 + " 部\"",
        "经理",
        withNumber ? "138%08d".formatted(n) : "",
        "person%d@example.cn".formatted(n),
        pick(INDUSTRIES),
        pick(NEEDS),
        pick(PHRASES),
        "",
        pick(VIEWS),
        n % 3 == 0 ? "否" : "是",
        "2026-%02d-%02d".formatted(1 + n % 9, 1 + n % 28),
        n % 20 == 0 ? "\"备注第一行\n第二行 \"\"引号\"\"\"" : "");
  }

  private String pick(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }

  /** Takes the file and the number of rows. */
  public static void main(String[] arguments) {
    var crowd = write(Path.of(arguments[0]), 1, Integer.parseInt(arguments[1]));
    System.out.printf(
        "%d rows: %d people, %d broken rows%n", crowd.rows, crowd.people, crowd.broken);
  }
}
