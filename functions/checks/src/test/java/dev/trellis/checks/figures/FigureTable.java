package dev.trellis.checks.figures;

import module java.base;

import dev.trellis.checks.figures.Traffic.Costs;

/** Figures as text: each function, each operation, alone and in tens. */
final class FigureTable {

  private static final String LINE = "%-40s %8s %6s %5s %5s | %8s %6s %5s %5s\n";

  private final Costs alone;
  private final Costs inTens;
  private final StringBuilder text = new StringBuilder();

  private FigureTable(Costs alone, Costs inTens) {
    this.alone = alone;
    this.inTens = inTens;
  }

  /** One table per unit of work. */
  static String of(Costs alone, Costs inTens) {
    var table = new FigureTable(alone, inTens);
    for (var unit : Unit.values()) {
      table.unit(unit);
    }
    return table.text.toString();
  }

  /** One table for the ticks. */
  static String ofTicks(Usage few, Usage many, int leads) {
    var table = new FigureTable(new Costs(1, null, null), new Costs(1, null, null));
    table.text.append("A tick of both rooms with nothing due (10 leads | " + leads + " leads)\n");
    table.text.append("  goal: the same, however many leads there are\n");
    table.heading("ticks");
    table.both("both ticks", few, many);
    table.operations(few, many);
    return table.text.toString();
  }

  /** One table for timers that are due in one instant. */
  static String ofCrowds(Usage few, Usage many) {
    var table = new FigureTable(new Costs(1, null, null), new Costs(1, null, null));
    table.text.append(
        "\n%,d | %,d timers of journeys due in one instant: two ticks\n"
            .formatted(few.messagesTaken(), many.messagesTaken()));
    table.text.append(
        "  goal: each told of once, 0.15 calls and 1 WRU for each, and a cursor per page\n");
    table.heading("timers");
    table.both("both ticks", few, many);
    table.operations(few, many);
    table.calls("  messages per timer", perTimer(few), perTimer(many));
    return table.text.toString();
  }

  private static double perTimer(Usage crowd) {
    return (double) crowd.messagesSent() / crowd.messagesTaken();
  }

  /**
   * SQS requests for each message that a function sent: its share of the request that sent it, and
   * of the receive and the delete if its receiver's batches are as full as the sender's were.
   */
  static double requestsPerMessage(Usage sender) {
    var perBatch = (double) sender.messagesTaken() / sender.batches();
    return (double) sender.sends() / sender.messagesSent() + 2 / perBatch;
  }

  private void unit(Unit unit) {
    text.append(unit.title()).append("\n  ").append(unit.goal()).append('\n');
    heading("messages");
    for (var function : alone.used().get(unit).keySet()) {
      var one = alone.of(unit, function);
      var ten = inTens.of(unit, function);
      both(function, one, ten);
      operations(one, ten);
      parts(one, ten);
      if (one.batches() > 0 && one.messagesSent() > 0) {
        calls(
            "  SQS requests per message it sent", requestsPerMessage(one), requestsPerMessage(ten));
      }
    }
    var one = Usage.sum(alone.used().get(unit).values());
    var ten = Usage.sum(inTens.used().get(unit).values());
    both("in all", one, ten);
    if (one.batches() > 0) {
      calls(
          "beside it, by Lambda: receive, delete",
          one.pollerRequests(),
          (double) ten.pollerRequests() / inTens.people());
    }
    text.append('\n');
  }

  private void operations(Usage one, Usage ten) {
    var operations = new TreeSet<>(one.calls().keySet());
    operations.addAll(ten.calls().keySet());
    for (var operation : operations) {
      calls(
          "  " + operation, one.calls(operation), (double) ten.calls(operation) / inTens.people());
    }
  }

  private void parts(Usage one, Usage ten) {
    var parts = new TreeSet<>(one.parts().keySet());
    parts.addAll(ten.parts().keySet());
    for (var part : parts) {
      var units = ten.parts().getOrDefault(part, 0.0) / inTens.people();
      line(
          "  of it, " + part,
          "",
          "",
          figure(one.parts().getOrDefault(part, 0.0)),
          "",
          "",
          "",
          figure(units),
          "");
    }
  }

  private void heading(String counted) {
    line("", counted, "calls", "WRU", "RRU", counted, "calls", "WRU", "RRU");
  }

  private void calls(String name, double one, double ten) {
    line(name, "", figure(one), "", "", "", figure(ten), "", "");
  }

  private void both(String name, Usage one, Usage ten) {
    double people = inTens.people();
    line(
        name,
        figure(one.messagesTaken()),
        figure(one.callsInAll()),
        figure(one.writeUnits()),
        figure(one.readUnits()),
        figure(ten.messagesTaken() / people),
        figure(ten.callsInAll() / people),
        figure(ten.writeUnits() / people),
        figure(ten.readUnits() / people));
  }

  private void line(Object... cells) {
    text.append(LINE.formatted(cells).stripTrailing()).append('\n');
  }

  private static String figure(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
