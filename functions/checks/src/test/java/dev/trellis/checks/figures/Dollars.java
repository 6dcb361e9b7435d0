package dev.trellis.checks.figures;

import module java.base;

import dev.trellis.checks.figures.Traffic.Costs;
import dev.trellis.rehearsal.Prices;

/**
 * What the counted work costs, per million. Time and logs are not counted but assumed per call,
 * message and invocation, so that the same counts are the same dollars everywhere.
 */
final class Dollars {

  private static final double GIGABYTES = 1;
  private static final double SECONDS_PER_CALL = 0.006;
  private static final double SECONDS_PER_MESSAGE = 0.002;
  private static final int LOGGED_PER_INVOCATION = 350;
  private static final int LOGGED_PER_MESSAGE = 150;

  private static final int MINUTES = 30 * 24 * 60;

  /** Lambda asks an idle queue five at a time, for twenty seconds each. */
  private static final int POLLS_A_MINUTE = 5 * 3;

  private static final int MILLION = 1_000_000;
  private static final String LINE = "%-58s %8s | %8s\n";

  private Dollars() {}

  /** One table: alone and in tens, and the month in which nothing happens. */
  static String of(Costs alone, Costs inTens, Usage ticks, Usage crowd, Path template)
      throws IOException {
    var text = new StringBuilder("In US dollars, by the price list of us-east-1 as of ");
    text.append(Prices.AS_OF).append(", free tiers left out\n");
    text.append(
        """
          1 GB on arm64 for %s s a call and %s s a message; %d bytes of log an invocation, %d a message
        """
            .formatted(
                SECONDS_PER_CALL, SECONDS_PER_MESSAGE, LOGGED_PER_INVOCATION, LOGGED_PER_MESSAGE));
    text.append(LINE.formatted("a million", "alone", "in tens"));
    var units = new LinkedHashMap<String, List<Unit>>();
    units.put("captures (goal 5.4)", List.of(Unit.CAPTURE));
    units.put("new people, in all rooms", List.of(Unit.NEW_LEAD));
    units.put("later events, in all rooms (goal 4.4)", List.of(Unit.EVENT));
    units.put("mails, without SES (goal 4.8)", List.of(Unit.MAIL));
    units.put("mails to whoever reads, without SES (goal 4.8)", List.of(Unit.READERS_MAIL));
    units.put("mails with SES and its reports", List.of(Unit.MAIL, Unit.AFTER_MAIL));
    units.put("hand-offs with what follows", List.of(Unit.HAND_OFF, Unit.AFTER_HAND_OFF));
    units.forEach((name, all) ->
        text.append(
            LINE.formatted(name, figure(perMillion(alone, all)), figure(perMillion(inTens, all)))));
    var perTimer = of(crowd, 2) / crowd.messagesTaken();
    text.append(LINE.formatted("timers due at once, told of", "", figure(MILLION * perTimer)));
    text.append(
        LINE.formatted(
            "a month of ticks, polls, alarms, metrics and secrets",
            "",
            figure(month(ticks, template))));
    return text.toString();
  }

  /** What a million of these cost. */
  static double perMillion(Costs costs, List<Unit> units) {
    double sum = 0;
    for (var unit : units) {
      for (var usage : costs.used().get(unit).values()) {
        sum += of(usage);
      }
    }
    var isHttp = units.contains(Unit.CAPTURE);
    var isMailed = units.contains(Unit.AFTER_MAIL);
    return MILLION
        * (sum / costs.people()
            + (isHttp ? Prices.HTTP_REQUEST : 0)
            + (isMailed ? Prices.MAIL : 0));
  }

  private static double of(Usage usage) {
    return of(usage, usage.batches() == 0 ? usage.messagesTaken() : usage.batches());
  }

  private static double of(Usage usage, int invocations) {
    var seconds =
        usage.callsInAll() * SECONDS_PER_CALL + usage.messagesTaken() * SECONDS_PER_MESSAGE;
    var logged = invocations * LOGGED_PER_INVOCATION + usage.messagesTaken() * LOGGED_PER_MESSAGE;
    return usage.writeUnits() * Prices.WRITE_UNIT
        + usage.readUnits() * Prices.READ_UNIT
        + (usage.sends() + usage.pollerRequests()) * Prices.QUEUE_REQUEST
        + invocations * Prices.INVOCATION
        + seconds * GIGABYTES * Prices.GIGABYTE_SECOND
        + logged * Prices.LOG_BYTE;
  }

  private static double month(Usage ticks, Path template) throws IOException {
    var lines = Files.readAllLines(template);
    return MINUTES
            * (of(ticks)
                + ticks.messagesTaken() * Prices.SCHEDULED
                + count(lines, "Type: SQS") * POLLS_A_MINUTE * Prices.QUEUE_REQUEST)
        + alarmed(lines) * Prices.ALARM_MONTH
        + count(lines, "[\"trellis/${AWS::StackName}\"") * Prices.METRIC_MONTH
        + count(lines, "Type: AWS::CloudWatch::Dashboard") * Prices.DASHBOARD_MONTH
        + count(lines, "Type: AWS::SecretsManager::Secret") * Prices.SECRET_MONTH;
  }

  // An alarm costs as many times its price as it watches metrics.
  private static long alarmed(List<String> lines) {
    var ofOne = count(lines, "Type: AWS::CloudWatch::Alarm") - count(lines, "      Metrics:");
    return ofOne + count(lines, "MetricStat:");
  }

  private static long count(List<String> lines, String type) {
    return lines.stream().filter(line -> line.contains(type)).count();
  }

  private static String figure(double dollars) {
    return BigDecimal.valueOf(dollars).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
