package dev.trellis.console.desk;

import module java.base;

import dev.trellis.console.html.Showing;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LetterView;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.WaitingMails;

/** Where people have a mail or a letter sent to themselves, and to nobody else, as a test. */
public record TestDesk(Playbook playbook, MailDesk mails, WaitingMails line, InstantSource clock) {

  /** A mail of the playbook. */
  public Response mail(Visit visit) {
    var mail = playbook.mails().get(visit.path("id"));
    return mail == null ? Showing.none("mail") : send(visit, mail.id(), null);
  }

  /** A letter with its content. */
  public Response letter(Visit visit) {
    return LetterView.letters(playbook).stream()
        .filter(letter -> letter.id().equals(visit.path("id")))
        .map(letter -> (Block.Send) letter.steps().getFirst())
        .map(sent ->
            send(visit, sent.mail(), sent.content() == null ? null : sent.content().content()))
        .findFirst()
        .orElseGet(() -> Showing.none("letter"));
  }

  private Response send(Visit visit, String mail, String content) {
    var to = visit.member().address();
    if (to == null) {
      return said(visit, "test-nobody", 409, "whoever signed you in tells no address of yours");
    }
    if (line.brake().holds(clock.instant())) {
      return said(visit, "test-held", 409, "mail is kept back now");
    }
    var language =
        visit
            .query("language")
            .filter(playbook.company().languages()::contains)
            .orElseGet(() -> Words.of(visit, playbook.company()).language());
    mails.test(mail, content, language, to, visit.hand());
    return said(visit, "tested", 202, null);
  }

  private static Response said(Visit visit, String done, int status, String objection) {
    return visit.wantsHtml()
        ? visit.back(visit.cameFrom().orElse(visit.base()), done)
        : objection == null
            ? Showing.json(status, Map.of("asked", true))
            : Showing.problem(status, objection);
  }
}
