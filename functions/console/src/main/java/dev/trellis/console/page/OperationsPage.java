package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.desk.SweepDesk;
import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.SweepView;
import dev.trellis.console.view.watch.OperationsView;

/** How everything runs, and what stops and starts it. */
public record OperationsPage(Words words) {

  private static final String PATH = "/operations";

  /**
   * @param asked true if something was just asked for
   */
  public String html(OperationsView now, boolean asked) {
    return words.page(
        PATH,
        (asked ? "<p>" + Html.mark(words.say("watch.asked")) + "</p>" : "")
            + Html.section(words.say("operations.sending"), sending(now.sending()))
            + Html.section(words.say("operations.queues"), queues(now))
            + Html.section(words.say("operations.timers"), ticks(now))
            + Html.section(
                words.say("operations.playbook"),
                "<p>"
                    + Html.escape(words.say("operations.scoring", now.scoring()))
                    + "</p>"
                    + sweep(now.sweep())));
  }

  private String sending(OperationsView.Sending sending) {
    var isStopped = sending.reason() != null;
    var facts =
        Html.entry(
                words.say("operations.state"),
                isStopped
                    ? Html.mark(words.name("mail.reason", sending.reason()))
                        + " "
                        + Html.escape(words.say("since"))
                        + " "
                        + Html.time(words, sending.since())
                        + " · "
                        + (sending.until() == null
                            ? Html.escape(words.say("sending.until-resumed"))
                            : Html.escape(words.say("until"))
                                + " "
                                + Html.time(words, sending.until()))
                    : Html.escape(words.say("operations.goes")))
            + Html.entry(
                words.say("operations.waiting"),
                sending.waiting()
                    + (sending.longest() == null
                        ? ""
                        : " · "
                            + Html.escape(words.say("since"))
                            + " "
                            + Html.time(words, sending.longest())))
            + Html.entry(
                words.say("operations.rate"),
                sending.perMinute() == null
                    ? ""
                    : Html.escape(words.say("operations.per-minute", sending.perMinute())));
    return "<dl>"
        + facts
        + "</dl>"
        + words.button(
            PATH + "/mail/" + (isStopped ? "resume" : "pause"),
            words.say(isStopped ? "sending.resume" : "sending.stop"));
  }

  private String queues(OperationsView now) {
    var table =
        words.table(
            "operations.queue",
            "operations.depth",
            "operations.oldest",
            "operations.in-flight",
            "operations.dead",
            "");
    now.queues()
        .forEach(known -> {
          var queue = known.line();
          table.row(
              Html.code(queue.name()),
              queue.waiting(),
              oldest(known),
              queue.inFlight(),
              queue.deadLetters(),
              queue.deadLetters() == 0
                  ? ""
                  : words.button(
                      PATH + "/queues/" + queue.name() + "/redrive",
                      words.say("operations.redrive")));
        });
    return "<p>" + Html.escape(words.say("operations.about")) + "</p>" + table.orElse("");
  }

  private String oldest(OperationsView.Queue queue) {
    var seconds = queue.oldestSeconds();
    return seconds == null
        ? Html.small(words.say("operations.age-unknown"))
        : Html.escape(
            seconds < 120
                ? words.say("operations.seconds", seconds)
                : words.say("operations.minutes", seconds / 60));
  }

  private String ticks(OperationsView now) {
    var table = words.table("operations.timers", "operations.up-to", "operations.due");
    now.ticks()
        .forEach(tick ->
            table.row(
                Html.escape(words.name("operations.ticks", tick.owner())),
                tick.upTo() == null ? Html.NONE : Html.time(words, tick.upTo()),
                tick.due().number() + (tick.due().more() ? "+" : "")));
    return table.orElse("");
  }

  private String sweep(SweepView sweep) {
    if (sweep == null) {
      return "";
    }
    var yes = sweep.yes();
    return "<dl>"
        + Html.entry(words.say("sweep.playbook"), Html.code(sweep.cause()))
        + Html.entry(
            words.say("sweep.phase"),
            words.link(SweepDesk.PATH, words.name("sweep.phase", sweep.phase()))
                + " · "
                + words.say("since")
                + " "
                + Html.time(words, sweep.since()))
        + Html.entry(
            words.say("sweep.yes"),
            yes == null
                ? Html.escape(words.say(sweep.waitsForYes() ? "sweep.no-yes" : "sweep.no-need"))
                : Html.escape(yes.actor()) + " · " + Html.time(words, yes.at()))
        + "</dl>";
  }
}
