package dev.trellis.capture;

import module java.base;

import dev.trellis.core.event.Arrival;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.playbook.Cta;
import dev.trellis.core.playbook.Cta.Kind;
import dev.trellis.core.playbook.Cta.Place;
import dev.trellis.core.signing.ContentLinks.Link;

/**
 * {@code GET} and {@code HEAD /go/{cta}}: takes whoever follows a call to action to where it leads,
 * and tells that they did (R10). {@code ?for=} names the lead where mail or page know it, otherwise
 * the browser's cookie does; {@code ?at=} says where the CTA stood. A scene stands for the browser
 * (R7), whoever the link was mailed to; {@code ?by=} names the browser on whose screen the QR code
 * was shown, for which the phone that scans it follows.
 */
public final class FollowCta {

  private final Desk desk;
  private final MachineVisits machines;

  FollowCta(Desk desk) {
    this.desk = desk;
    this.machines = new MachineVisits(desk);
  }

  public Answer follow(Request request) {
    return request
        .parameter("cta")
        .flatMap(desk.playbook().ctas()::find)
        .map(cta -> follow(cta, request))
        .orElseGet(() -> Answer.of(desk.notices().notFound(request)));
  }

  private Answer follow(Cta cta, Request request) {
    var token = request.query().getOrDefault("for", "");
    var link =
        desk.ctaLinks()
            .read(token, desk.clock().instant())
            .filter(l -> l.content().equals(cta.id()));
    var known =
        desk.seal().open(request.query().getOrDefault("by", "")).or(() -> Visitor.of(request));
    var visitor = known.orElseGet(Visitor::unknown);
    var target = target(cta, link, language(request, link), visitor);
    var to = to(carrying(target, desk.arrival(request)));
    var answer = known.isPresent() ? to : to.withCookie(visitor.cookie(desk.publicUrl()));
    if (link.isPresent()) {
      return machines
          .of(request, token, link.get())
          .map(machine -> Answer.of(to, machine))
          .orElseGet(() -> Answer.of(answer, ofLead(cta, request, token, link.get(), visitor)));
    } else if (desk.playbook().machines().reason(request).isPresent()) {
      return Answer.of(to); // nobody's, of nobody
    }
    return Answer.of(answer, ofVisitor(cta, request, visitor));
  }

  private static Response to(String target) {
    return new Response(
        302,
        Map.of("location", target, "cache-control", "no-store", "referrer-policy", "no-referrer"),
        List.of(),
        new byte[0]);
  }

  private String target(Cta cta, Optional<Link> link, String language, Visitor visitor) {
    var id = cta.target().id();
    return switch (cta.target().kind()) {
      case FORM -> form(id, language);
      case CONTENT ->
          link.map(l -> "/c/" + contentToken(id, l, language))
              .or(() -> desk.playbook().formFor(id).map(f -> form(f.id(), language)))
              .orElseThrow();
      case COMMUNITY -> withScene(cta, visitor.scene());
      case EVENT -> cta.target().page();
    };
  }

  // Pages of others get what they know; what the playbook's own address says stays.
  private static String carrying(String target, SortedMap<String, String> arrival) {
    var carried = new TreeMap<>(arrival);
    if (!target.startsWith("/")) {
      carried.keySet().removeAll(List.of(Arrival.REFERRER, Arrival.SEARCH));
    }
    carried.keySet().removeIf(name -> target.contains(name + "="));
    return with(target, Arrival.parameters(carried));
  }

  // A fragment ends an address (RFC 3986 section 3): parameters stand before it.
  static String with(String target, String parameters) {
    var end = target.indexOf('#') < 0 ? target.length() : target.indexOf('#');
    var page = target.substring(0, end);
    var first = parameters.isEmpty() || page.contains("?");
    return page + (first ? parameters : "?" + parameters.substring(1)) + target.substring(end);
  }

  // Whose page makes the QR code of the account puts the scene into it, and gets it back with the
  // follow (R7).
  private static String withScene(Cta cta, String scene) {
    return with(cta.target().page(), "&scene=" + scene);
  }

  private static String form(String id, String language) {
    return "/f/" + id + "?lang=" + language;
  }

  private String contentToken(String content, Link from, String language) {
    var life = Duration.ofDays(desk.playbook().company().linkDays());
    var link =
        new Link(from.lead(), content, from.sendId(), language, from.mailedAt(), from.mailbox());
    return desk.links().make(link, desk.clock().instant().plus(life));
  }

  private String language(Request request, Optional<Link> link) {
    return desk.languages()
        .spoken(request.query().get("lang"))
        .or(() -> link.flatMap(l -> desk.languages().spoken(l.language())))
        .orElseGet(() -> desk.languages().ofBrowser(request));
  }

  private LeadEvent ofLead(Cta cta, Request request, String token, Link link, Visitor visitor) {
    var isMailed = !link.sendId().isEmpty();
    var mailedAt = isMailed ? link.mailedAt() : null;
    return LeadEvent.about(
            link.lead(),
            id(cta, token),
            desk.clock().instant(),
            isMailed ? Channel.MAIL : Channel.WEB,
            new CtaFollowed(
                cta.id(), place(cta, request), isMailed ? link.sendId() : null, mailedAt))
        .naming(identities(cta, visitor))
        .from(Origin.NONE.by(desk.arrival(request)));
  }

  private LeadEvent ofVisitor(Cta cta, Request request, Visitor visitor) {
    return LeadEvent.of(
        id(cta, visitor.id()),
        desk.clock().instant(),
        Channel.WEB,
        identities(cta, visitor),
        desk.networks().of(Origin.NONE.by(desk.arrival(request)), request),
        new CtaFollowed(cta.id(), place(cta, request), null, null));
  }

  private static SortedSet<Identity> identities(Cta cta, Visitor visitor) {
    var identities = new TreeSet<>(List.of(visitor.identity()));
    if (cta.target().kind() == Kind.COMMUNITY) {
      identities.addAll(Visitor.ofScene(visitor.scene()).stream().toList());
    }
    return identities;
  }

  // Within one minute it is the same click.
  private String id(Cta cta, String who) {
    var minute = desk.clock().instant().truncatedTo(ChronoUnit.MINUTES).toString();
    return Ids.derived("cta", cta.id(), who, minute);
  }

  // Only places of the playbook are believed.
  private static String place(Cta cta, Request request) {
    var said = request.query().get("at");
    return cta.places().stream()
        .map(Place::word)
        .filter(p -> p.equals(said))
        .findFirst()
        .orElse(null);
  }
}
