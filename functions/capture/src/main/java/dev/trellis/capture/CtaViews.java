package dev.trellis.capture;

import module java.base;

import dev.trellis.capture.page.CtaView;
import dev.trellis.capture.qr.QrCode;
import dev.trellis.capture.qr.QrSvg;
import dev.trellis.core.event.Arrival;
import dev.trellis.core.http.Request;
import dev.trellis.core.playbook.Cta;
import dev.trellis.core.playbook.Cta.Kind;
import dev.trellis.core.playbook.Cta.Place;
import dev.trellis.core.signing.ContentLinks.Link;

/**
 * The calls to action of a page, as its template shows them (R10). Their links hand on how whoever
 * sees them came; a QR code does not, since a long one cannot be scanned.
 */
final class CtaViews {

  private final Desk desk;
  private final Request request;
  private final String more;

  /**
   * @param request for the page
   */
  CtaViews(Desk desk, Request request) {
    this.desk = desk;
    this.request = request;
    this.more = Arrival.parameters(desk.arrival(request));
  }

  /** On the page of a content, for the lead that reads it. */
  List<CtaView> ofContent(Link reader, String language) {
    return desk.playbook().ctas().at(Place.CONTENT_PAGE).stream()
        .filter(cta -> !cta.leadsTo(Kind.CONTENT, reader.content()))
        .map(cta -> view(cta, Place.CONTENT_PAGE, "&for=" + token(cta, reader), "", language))
        .toList();
  }

  /**
   * On the page that thanks for a form. A phone that scans its QR code is another browser: the code
   * says for whom it was shown (R7).
   */
  List<CtaView> afterForm(String form, String language, Optional<Visitor> submitter) {
    var by = submitter.map(visitor -> "&by=" + desk.seal().of(visitor)).orElse("");
    return desk.playbook().ctas().at(Place.THANKS_PAGE).stream()
        .filter(cta -> !cta.leadsTo(Kind.FORM, form))
        .map(cta -> view(cta, Place.THANKS_PAGE, "", by, language))
        .toList();
  }

  // Whoever clicks on a page has read it: no send to blame a machine for.
  private String token(Cta cta, Link reader) {
    var life = Duration.ofDays(desk.playbook().company().linkDays());
    return desk.ctaLinks()
        .make(
            new Link(reader.lead(), cta.id(), "", reader.language(), null),
            desk.clock().instant().plus(life));
  }

  private CtaView view(Cta cta, Place place, String who, String scanned, String language) {
    var href = "/go/" + cta.id() + "?at=" + place.word() + "&lang=" + language + who;
    var image = cta.style() == Cta.Style.QR ? image(desk.publicUrl(request) + href + scanned) : "";
    return new CtaView(cta.style(), href + more, cta.words().in(language), image);
  }

  private static String image(String url) {
    var svg = QrSvg.draw(QrCode.of(url)).getBytes(StandardCharsets.UTF_8);
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
  }
}
