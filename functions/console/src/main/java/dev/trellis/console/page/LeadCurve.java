package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.ScoreCurve;
import dev.trellis.console.view.ScoreCurve.Point;
import dev.trellis.console.view.Thousandths;

/** How the score of a lead went: a drawing, a sentence about the last week, and the numbers. */
final class LeadCurve {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 96;
  private static final int FOOT = 14;

  /** Thousandths: a scale is never finer than ten points. */
  private static final long STEP = 10_000;

  private final ScoreCurve curve;
  private final Words words;

  LeadCurve(ScoreCurve curve, Words words) {
    this.curve = curve;
    this.words = words;
  }

  String html() {
    return "<p>" + Html.escape(sentence()) + "</p>" + (isDrawn() ? drawing() + numbers() : "");
  }

  private boolean isDrawn() {
    return curve.points().size() > 1;
  }

  private String sentence() {
    var rise = curve.rise();
    if (rise.isEmpty()) {
      return words.say("curve.new");
    }
    var by = Thousandths.text(Math.abs(rise.getAsLong()));
    return rise.getAsLong() == 0
        ? words.say("curve.same")
        : words.say(rise.getAsLong() > 0 ? "curve.rose" : "curve.fell", by);
  }

  private String drawing() {
    var points = curve.points();
    var top = top();
    var line =
        IntStream.range(0, points.size())
            .mapToObj(i -> x(i) + "," + y(points.get(i).points(), top))
            .collect(Collectors.joining(" "));
    return """
    <svg class="curve" role="img" aria-labelledby="curve-title curve-desc" viewBox="0 0 %d %d">\
    <title id="curve-title">%s</title><desc id="curve-desc">%s</desc>\
    <line class="mark-line" x1="0" y1="%d" x2="%d" y2="%d"/>\
    <polygon class="area" points="0,%d %s %d,%d"/><polyline class="line" points="%s"/>\
    <text x="0" y="10">%s</text><text x="0" y="%d">%s</text>\
    <text x="%d" y="%d" text-anchor="end">%s</text></svg>
    """
        .formatted(
            WIDTH,
            HEIGHT,
            Html.escape(words.say("curve.title")),
            Html.escape(sentence()),
            y(top, top),
            WIDTH,
            y(top, top),
            y(0, top),
            line,
            WIDTH,
            y(0, top),
            line,
            Thousandths.text(top),
            HEIGHT - 2,
            day(points.getFirst()),
            WIDTH,
            HEIGHT - 2,
            day(points.getLast()));
  }

  private long top() {
    long most = curve.points().stream().mapToLong(Point::points).max().orElse(0);
    return Math.max(STEP, Math.ceilDiv(most, STEP) * STEP);
  }

  private int x(int point) {
    return point * WIDTH / (curve.points().size() - 1);
  }

  private static long y(long points, long top) {
    var room = HEIGHT - 2L * FOOT;
    return HEIGHT - FOOT - Math.max(0, points) * room / top;
  }

  private String day(Point point) {
    return point.at().atZone(words.zone()).toLocalDate().toString();
  }

  private String numbers() {
    var table = words.table("at", "lead.score");
    curve
        .points()
        .reversed()
        .forEach(point ->
            table.row("<time>" + day(point) + "</time>", Thousandths.text(point.points())));
    return "<details><summary>%s</summary>%s</details>"
        .formatted(Html.escape(words.say("curve.numbers")), table.orElse(""));
  }
}
