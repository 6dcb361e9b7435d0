package dev.trellis.local.surface;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.core.port.Brake;
import dev.trellis.local.emulator.SesDay;

/** Whether mails go, how many wait and why; and what kind of day SES has on this machine. */
final class SendingPage {

  private static final String PATH = "/sending";

  private final Words words;

  SendingPage(Words words) {
    this.words = words;
  }

  /**
   * How mails go.
   *
   * @param reason why they wait, or null if they go
   * @param until when one tries the way; null if they go or only a person ends it
   */
  record View(int waiting, String reason, Instant until, Instant since, String day) {

    static View of(Brake brake, int waiting, SesDay day, Instant now) {
      return brake.holds(now)
          ? new View(waiting, brake.why().key(), brake.until(), brake.since(), day.key())
          : new View(waiting, null, null, brake.since(), day.key());
    }
  }

  String html(View view) {
    return words.page(PATH, state(view) + days(view));
  }

  private String state(View view) {
    if (view.reason() == null) {
      return "<p>%s</p>%s"
          .formatted(
              words.say("sending.goes", view.waiting()),
              words.button(PATH, words.say("sending.stop"), "sending", "pause"));
    }
    var until =
        view.until() == null
            ? words.say("sending.until-resumed")
            : words.say("until") + " " + Html.time(words, view.until());
    return "<p>%s · %s %s · %s</p>%s"
        .formatted(
            words.say("sending.waits", view.waiting(), words.name("mail.reason", view.reason())),
            words.say("since"),
            Html.time(words, view.since()),
            until,
            words.button(PATH, words.say("sending.resume"), "sending", "resume"));
  }

  private String days(View view) {
    var buttons = new StringBuilder();
    for (var day : SesDay.values()) {
      var name = words.name("ses.day", day.key());
      buttons.append(
          day.key().equals(view.day())
              ? "<p><b>" + name + "</b></p>"
              : words.button(PATH, name, "day", day.key()));
    }
    return Html.section(words.say("ses.day"), buttons.toString());
  }
}
