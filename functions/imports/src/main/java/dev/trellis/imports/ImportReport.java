package dev.trellis.imports;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;

/** What an import did, or would do, for people. */
public final class ImportReport {

  private final PlaybookVocabulary vocabulary;
  private final String language;
  private final ZoneId zone;
  private final StringBuilder out = new StringBuilder();

  private ImportReport(Playbook playbook, String language) {
    this.vocabulary = new PlaybookVocabulary(playbook, language);
    this.language = language;
    this.zone = playbook.company().zone();
  }

  /**
   * @param errors where what was left out is written down
   */
  public static String of(ImportResult result, Path errors, Playbook playbook, String language) {
    var report = new ImportReport(playbook, language);
    report.file(result);
    report.rows(result, errors);
    report.coverage(result);
    report.means(result);
    report.pools(result);
    report.rest(result);
    return report.out.toString();
  }

  private void file(ImportResult result) {
    line(
        result.rehearsed()
            ? either("预演 %s（%s）：没有改变任何数据", "Dry run of %s (%s): nothing was changed")
            : either("已导入 %s（%s）", "Imported %s (%s)"),
        result.file(),
        result.encoding());
    line(
        either("  用时 %d 秒，每秒 %d 行，内存峰值 %d MB", "  took %d s, %d rows/s, peak heap %d MB"),
        result.seconds(),
        result.rowsPerSecond(),
        result.peakMegabytes());
    result
        .dates()
        .forEach((header, format) ->
            line(
                either("  日期列 %s 按 %s 读取（时区 %s）", "  dates of %s read as %s (%s)"),
                header,
                format,
                zone));
    if (!result.otherColumns().isEmpty()) {
      line(
          either("  未识别的列（保存为 import.<列名>）：%s", "  columns kept as import.<header>: %s"),
          String.join(" | ", result.otherColumns()));
    }
  }

  private void rows(ImportResult result, Path errors) {
    var tally = result.tally();
    var counts = result.counts();
    line(
        either(
            "  行：共 %d 行：新增 %d，更新 %d，已知 %d，可能是已有的人 %d，拒绝 %d；浏览记录 %d 条",
            "  rows: %d: %d new, %d changed, %d known, %d possibly the same, %d refused; %d views"),
        result.rows(),
        counts.fresh(),
        counts.changed(),
        counts.known(),
        counts.possible(),
        tally.refused(),
        tally.views());
    if (!counts.fields().isEmpty()) {
      line(either("    更新的字段：%s", "    fields changed: %s"), fields(counts.fields()));
    }
    tally
        .faults()
        .forEach((fault, n) ->
            line(
                fault.refusesRow()
                    ? either("    拒绝 %d 行：%s", "    %d rows refused: %s")
                    : either("    忽略 %d 个单元格：%s", "    %d cells left out: %s"),
                n,
                fault.in(language)));
    line(
        either(
            "  邮件：%d 行同意接收并有邮箱；其余各行不发邮件",
            "  mail: %d rows have an address and say yes; no other row is mailed"),
        tally.mailable());
    if (!tally.faults().isEmpty()) {
      line(either("    明细：%s", "    line by line: %s"), errors);
    }
    if (result.failed() > 0) {
      line(
          either("  死信队列中有 %d 条事件", "  %d events failed and lie in the dead-letter queue"),
          result.failed());
    }
  }

  private void coverage(ImportResult result) {
    var names = new LinkedHashMap<String, String>();
    names.put(Census.INDUSTRY, either("行业已知", "industry known"));
    names.put(Census.NEED, either("需求已知", "need known"));
    names.put(Census.CLASSIFIED, either("已分类", "classified"));
    names.put(Census.MAILABLE, either("可发邮件", "may be mailed"));
    line(either("  覆盖率（导入前 → 导入后）", "  coverage (before → after)"));
    names.forEach((key, name) ->
        line("    %s: %s → %s", name, share(result.before(), key), share(result.after(), key)));
    change(result, Census.CONFLICTS, either("  与更可信的说法冲突", "  contradicted by a stronger word"));
  }

  private void means(ImportResult result) {
    line(either("  按何种依据分类", "  classified by"));
    for (var means : Means.values()) {
      change(result, Census.by(means), "    " + means.in(language));
    }
  }

  private void pools(ImportResult result) {
    line(either("  线索池", "  pools"));
    var pools = new TreeSet<String>();
    for (var census : List.of(result.before(), result.after())) {
      census.counts().keySet().stream()
          .filter(name -> name.startsWith(Census.POOL))
          .forEach(pools::add);
    }
    pools.forEach(pool -> {
      var path = pool.substring(Census.POOL.length());
      change(result, pool, "    " + path + vocabulary.pool(path).map(this::inBrackets).orElse(""));
    });
  }

  private void rest(ImportResult result) {
    change(
        result,
        Census.UNCLASSIFIED,
        either("  已导入而未分类，待探询", "  imported and unclassified, to be probed"));
  }

  private String fields(SortedMap<String, Long> changed) {
    return changed.entrySet().stream()
        .map(field -> vocabulary.field(field.getKey()) + " " + field.getValue())
        .collect(Collectors.joining(", "));
  }

  private String inBrackets(String name) {
    return either("（", " (") + name + either("）", ")");
  }

  private void change(ImportResult result, String name, String text) {
    line("%s: %d → %d", text, result.before().count(name), result.after().count(name));
  }

  private static String share(Census census, String name) {
    long leads = census.count(Census.LEADS);
    long some = census.count(name);
    return leads == 0 ? "0 / 0" : "%d / %d (%.1f %%)".formatted(some, leads, 100.0 * some / leads);
  }

  private void line(String format, Object... arguments) {
    out.append(format.formatted(arguments)).append('\n');
  }

  private String either(String zh, String en) {
    return language.equals("zh") ? zh : en;
  }
}
