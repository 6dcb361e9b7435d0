package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.desk.LetterDesk;
import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LetterView;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LetterRuns.Count;
import dev.trellis.core.port.LetterRuns.Run;
import dev.trellis.core.port.LetterRuns.Run.Phase;
import dev.trellis.core.port.Said;

/** Letters to groups: who would get one, who let it go, and how far it is. */
public final class LettersPage {

  private final Words words;
  private final Names names;

  public LettersPage(Playbook playbook, Words words) {
    this.words = words;
    this.names = new Names(playbook, words);
  }

  /** All letters, the latest first. */
  public String html(List<LetterView> letters) {
    var table =
        words.table("letter", "letter.group", "letter.at", "letter.state", "letter.would-get");
    letters.forEach(letter ->
        table.row(
            words.link(path(letter), name(letter)),
            group(letter),
            Html.time(words, letter.at()),
            Html.escape(state(letter)),
            gets(letter)));
    return words.page(
        LetterDesk.PATH,
        "<p>"
            + Html.escape(words.say("letter.about"))
            + "</p>"
            + table.orElse(words.say("letter.none")));
  }

  /** One letter. */
  public String html(LetterView letter) {
    var facts =
        Html.entry(words.say("letter.group"), group(letter))
            + Html.entry(words.say("letter.at"), Html.time(words, letter.at()))
            + Html.entry(words.say("letter.expires"), Html.time(words, letter.expires()))
            + Html.entry(words.say("letter.mail"), Html.code(letter.mail()))
            + Html.entry(words.say("letter.content"), names.content(letter.content()))
            + Html.entry(
                words.say("letter.state"),
                Html.escape(state(letter)) + " · " + Html.time(words, letter.since()))
            + said("letter.yes", letter.yes())
            + said("letter.stopped", letter.stop());
    return Html.titled(
        words,
        name(letter),
        "<dl>" + facts + "</dl>" + buttons(letter) + counts(letter) + became(letter));
  }

  private String counts(LetterView letter) {
    var table = words.table("letter.verdict", "letter.people");
    table.row(Html.escape(words.say("letter.would-get")), gets(letter));
    letter
        .counts()
        .forEach((reason, people) -> {
          if (!reason.equals(Run.GETS)) {
            table.row(Html.escape(words.reason(reason)), people);
          }
        });
    return Html.section(words.say("letter.counted"), table.orElse(""));
  }

  private String became(LetterView letter) {
    var table = words.table("letter.verdict", "letter.people");
    for (var what : Count.values()) {
      table.row(
          Html.escape(words.say("letter.became." + what)), letter.became().getOrDefault(what, 0L));
    }
    return Html.section(
        words.say("letter.became"),
        "<p>" + Html.escape(words.say("letter.became-about")) + "</p>" + table.orElse(""));
  }

  private String buttons(LetterView letter) {
    var path = path(letter);
    return (letter.waitsForYes()
            ? words.button(
                path + "/approve?count=" + letter.count(),
                words.say("letter.approve", gets(letter)))
            : "")
        + (letter.phase() == Phase.WAITING && !letter.expired()
            ? words.button(path + "/recount", words.say("letter.recount"))
            : "")
        + MailPreviewPages.test(words, path + "/test")
        + (letter.canStop() ? words.button(path + "/stop", words.say("letter.stop")) : "");
  }

  private String state(LetterView letter) {
    var isOver = letter.expired() && letter.phase() != Phase.DONE;
    var state =
        isOver
            ? "EXPIRED"
            : letter.phase() == Phase.WAITING && letter.yes() != null
                ? "APPROVED"
                : letter.phase() != Phase.WAITING && letter.stop() != null
                    ? "STOPPED"
                    : letter.phase().name();
    var said = words.say("letter.state." + state);
    return letter.phase() == Phase.WAITING || isOver
        ? said
        : said + " · " + words.say("letter.members", letter.members());
  }

  private String said(String key, Said said) {
    return said == null
        ? ""
        : Html.entry(
            words.say(key), Html.escape(said.actor()) + " · " + Html.time(words, said.at()));
  }

  private String group(LetterView letter) {
    return "<a href=\"%s\">%s</a>"
        .formatted(
            Html.escape(words.to("/audiences/" + letter.group())), names.group(letter.group()));
  }

  private String name(LetterView letter) {
    return letter.name().getOrDefault(words.language(), letter.id());
  }

  private static int gets(LetterView letter) {
    return letter.counts().getOrDefault(Run.GETS, 0);
  }

  private static String path(LetterView letter) {
    return LetterDesk.PATH + "/" + letter.id();
  }
}
