package dev.trellis.rehearsal;

import module java.base;

import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;

/**
 * A rehearsal for people, in Chinese or English: who gets what when, which ways were taken, and
 * what it would cost. Steps, mails, contents and outcomes go by the ids that the playbook gives
 * them.
 */
final class RehearsalReport {

  private final Script script;
  private final Ensemble ensemble;
  private final Playbook playbook;
  private final ZoneId zone;
  private final boolean chinese;
  private final DateTimeFormatter day;
  private final DateTimeFormatter moment;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param language {@code zh}, or any other for English
   */
  RehearsalReport(Script script, Ensemble ensemble, Playbook playbook, String language) {
    this.script = script;
    this.ensemble = ensemble;
    this.playbook = playbook;
    this.zone = playbook.company().zone();
    this.chinese = language.equals("zh");
    var locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
    this.day = DateTimeFormatter.ofPattern(either("M月d日 EEE", "EEE d MMM"), locale);
    this.moment =
        DateTimeFormatter.ofPattern(either("yyyy年M月d日 EEE HH:mm", "EEE d MMM yyyy HH:mm"), locale);
  }

  /** The whole report. */
  String text() {
    var persona = script.persona().map(Persona::toString);
    line(
        either("旅程 %s 预演：%s，%s。没有邮件离开本机。", "Rehearsal of %s: %s, %s. No mail left this machine."),
        script.journey(),
        either("%,d 条线索", script.leads() == 1 ? "%,d lead" : "%,d leads").formatted(script.leads()),
        persona.orElse(either("各类读者混合", "a mix of personas")));
    var days = Duration.between(ensemble.start(), ensemble.end()).toDays();
    line(
        either(
            "自 %s 至 %s，共 %d 天。", days == 1 ? "From %s to %s, %d day." : "From %s to %s, %d days."),
        at(ensemble.start()),
        at(ensemble.end()),
        days);
    begunBy();
    untold();
    calendar();
    oneLead();
    ways();
    mails();
    cost();
    return text.toString();
  }

  private void begunBy() {
    var journeys = new Entrance(script.journey(), playbook).journeys();
    if (journeys.size() > 1) {
      line(
          either(
              "由其他旅程的步骤开始，因此依次预演：%s。",
              "Begun by a step of another journey, so that these are rehearsed: %s."),
          String.join(" → ", journeys));
    }
  }

  private void untold() {
    var days = playbook.company().days();
    var untold =
        playbook.rhythm().workdays().untold(days.of(ensemble.start()), days.of(ensemble.end()));
    if (!untold.isEmpty()) {
      line(
          either(
              "holidays.yaml 没有 %s 的节假日，除每年固定的以外，那些日子也会发邮件。",
              "holidays.yaml does not say when people rest in %s, but on days of every year: mails go"
                  + " out on other holidays."),
          String.join(", ", untold));
    }
  }

  private void calendar() {
    title(either("日历：线索进入后每天的邮件", "Calendar: mails per day after the lead came in"));
    ensemble
        .calendar(zone)
        .forEach((days, mails) -> {
          var date = ensemble.start().atZone(zone).plusDays(days).format(day);
          line(
              either("  第 %3d 天  %s  %s", "  day %3d  %s  %s"),
              days,
              TerminalColumns.left(date, chinese ? 13 : 10),
              listed(mails));
        });
  }

  private void oneLead() {
    var first = ensemble.leads().getFirst();
    title(
        script.leads() == 1
            ? either("这条线索", "The lead")
            : either("其中第一条线索", "The first lead of all"));
    for (var mail : Ensemble.sent(first)) {
      line(
          "  %s  %s %s",
          TerminalColumns.left(at(mail.at()), 22),
          TerminalColumns.left(mail.mail(), 14),
          mail.content() == null ? "" : mail.content());
    }
  }

  private void ways() {
    title(either("路径", "Ways"));
    row(either("内容类型", "contents of type"), listed(ensemble.sentBy(this::type)));
    chosen(
        either("邮件之后", "after a mail"),
        Watch.READ,
        Watch.NOT_READ,
        "按时阅读 %,d · 未按时阅读 %,d",
        "read in time %,d · not read in time %,d");
    chosen(
        either("条件", "conditions"),
        Watch.HELD,
        Watch.DID_NOT_HOLD,
        "成立 %,d · 不成立 %,d",
        "held %,d · did not hold %,d");
    chosen(
        either("等待的事", "awaited"),
        Watch.CAME,
        Watch.DID_NOT_COME,
        "按时发生 %,d · 未按时发生 %,d",
        "came in time %,d · did not %,d");
    row(either("旅程结果", "journeys ended"), listed(ensemble.seenLike(Watch.OUTCOME)));
    row(
        either("转给销售与降级", "to sales, and down"),
        either("提醒 %,d · 转交 %,d · 降级 %,d", "alerts %,d · hand-offs %,d · demotions %,d")
            .formatted(
                ensemble.alerts(), ensemble.seen(Watch.HANDED_OFF), ensemble.seen(Watch.DEMOTED)));
  }

  private void chosen(String what, String then, String otherwise, String zh, String en) {
    if (ensemble.seen(then) + ensemble.seen(otherwise) > 0) {
      row(what, either(zh, en).formatted(ensemble.seen(then), ensemble.seen(otherwise)));
    }
  }

  private Optional<String> type(Entry mail) {
    return Optional.ofNullable(mail.content()).flatMap(playbook::content).map(Content::type);
  }

  private void mails() {
    var days = ensemble.calendar(zone).values();
    var most =
        days.stream()
            .mapToLong(mails -> mails.values().stream().mapToLong(Long::longValue).sum())
            .max()
            .orElse(0);
    title(either("邮件", "Mails"));
    line(
        either(
            "  应发 %,d = 已发 %,d + 跳过 %,d + 待发 %,d + 未知 %,d",
            "  due %,d = sent %,d + skipped %,d + pending %,d + unknown %,d"),
        ensemble.due(),
        ensemble.in(State.SENT),
        ensemble.in(State.SKIPPED),
        ensemble.pending(),
        ensemble.in(State.UNKNOWN));
    row(either("跳过原因", "skipped"), listed(ensemble.reasons()));
    row(
        either("需要等待", "had to wait"),
        either("等工作时间 %,d · 等频次上限 %,d", "for working hours %,d · for the cap %,d")
            .formatted(ensemble.seen(Watch.HELD_BY_HOUR), ensemble.seen(Watch.HELD_BY_CAP)));
    line(either("  共 %d 天有邮件，最多一天 %,d 封", "  on %d days; %,d on the fullest"), days.size(), most);
  }

  private void cost() {
    var bill = ensemble.bill();
    title(
        either(
                "费用约 %s。价格为假设，见 Prices.java",
                "Cost, about: %s. The prices are assumptions; see Prices.java")
            .formatted(dollars(bill.total())));
    price("SES", either("%,d 封邮件", "%,d mails").formatted(bill.mails()), bill.mailCost());
    price(
        "Lambda",
        either("%,d 次调用", "%,d invocations").formatted(bill.messages()),
        bill.functionCost());
    price(
        "SQS", either("%,d 次请求", "%,d requests").formatted(bill.queueRequests()), bill.queueCost());
    price(
        "DynamoDB",
        either("写 %,d 单位，读 %,d 单位", "%,d write units, %,d read units")
            .formatted(bill.writeUnits(), bill.readUnits()),
        bill.tableCost());
    price(
        either("定时", "schedules"),
        either("%,d 次触发，与线索数量无关", "%,d ticks, for any number of leads").formatted(bill.ticks()),
        bill.tickCost());
  }

  private void price(String what, String amount, double cost) {
    line(
        "  %s%s %10s",
        TerminalColumns.left(what, 11), TerminalColumns.left(amount, 48), dollars(cost));
  }

  private void row(String what, String said) {
    line("  %s %s", TerminalColumns.left(what, 19), said);
  }

  private void title(String words) {
    text.append('\n').append(words).append('\n');
  }

  private String listed(Map<String, Long> counts) {
    return counts.isEmpty() ? either("无", "none") : Ensemble.listed(counts);
  }

  private static String dollars(double amount) {
    return "$%.4f".formatted(amount);
  }

  private String at(Instant instant) {
    return instant.atZone(zone).format(moment);
  }

  private String either(String zh, String en) {
    return chinese ? zh : en;
  }

  private void line(String format, Object... values) {
    text.append(format.formatted(values)).append('\n');
  }
}
