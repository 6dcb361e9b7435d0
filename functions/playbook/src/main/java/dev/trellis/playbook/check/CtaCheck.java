package dev.trellis.playbook.check;

import dev.trellis.core.playbook.Cta;
import dev.trellis.core.playbook.Cta.Kind;
import dev.trellis.core.playbook.Cta.Place;
import dev.trellis.core.playbook.Cta.Style;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.yaml.Yaml;
import java.util.List;
import java.util.Map;

/** Every call to action leads somewhere, and mails name only those that may stand in mails. */
record CtaCheck(Playbook playbook, Map<String, Yaml> places) {

  private static final List<Place> UNKNOWN_READER = List.of(Place.THANKS_PAGE, Place.SITE);

  void run() {
    playbook.ctas().byId().values().forEach(this::check);
    playbook.mails().values().forEach(this::check);
  }

  private void check(Cta cta) {
    var place = places.get("cta " + cta.id());
    var target = cta.target();
    switch (target.kind()) {
      case CONTENT -> {
        place.names("content", target.id(), playbook.contents().keySet());
        offered(place, cta);
      }
      case FORM -> place.names("form", target.id(), playbook.forms().keySet());
      case EVENT -> place.names("event", target.id(), playbook.occasions().keySet());
      case COMMUNITY -> {}
    }
    var needsPage = target.kind() == Kind.COMMUNITY || target.kind() == Kind.EVENT;
    if (needsPage && (target.page() == null || !target.page().startsWith("https://"))) {
      place.problem(
          "leads to no page",
          "Add \"page: https://…\" to its target: where people join or sign up");
    } else if (!needsPage && target.page() != null) {
      place.problem(
          "names a page, but contents and forms have pages of their own",
          "Leave \"page\" out of its target");
    }
    if (cta.style() == Style.QR && cta.places().contains(Place.MAIL)) {
      place.problem(
          "is a QR code and stands in mails, where nobody can scan it",
          "Use another style, or leave \"mail\" out of its places");
    }
  }

  // A content opens for leads only: whom we do not know must be able to ask for it.
  private void offered(Yaml place, Cta cta) {
    if (cta.places().stream().anyMatch(UNKNOWN_READER::contains)
        && playbook.formFor(cta.target().id()).isEmpty()) {
      place.problem(
          "leads people whom we may not know to a content that no form offers",
          "Add a form with \"content: "
              + cta.target().id()
              + "\", or place it in mail and content-page only");
    }
  }

  private void check(MailText mail) {
    mail.body()
        .texts()
        .forEach((language, body) -> {
          var place = places.get("mail " + mail.id() + "." + language);
          MailTemplate.of(body, MailVariables.ofBody(mail.kind())).uses().stream()
              .filter(use -> MailVariables.isCta(use.name()))
              .forEach(use ->
                  stands(
                      place.at(place.line() + use.line()),
                      use.name().substring(use.name().indexOf('.') + 1)));
        });
  }

  private void stands(Yaml place, String id) {
    place.names("CTA", id, playbook.ctas().byId().keySet());
    if (playbook.ctas().find(id).filter(c -> !c.places().contains(Place.MAIL)).isPresent()) {
      place.problem(
          "holds the CTA \"" + id + "\", which has no place in mails",
          "Add \"mail\" to its places in ctas.yaml");
    }
  }
}
