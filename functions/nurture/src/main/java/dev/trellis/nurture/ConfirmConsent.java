package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.event.Happening.ConsentConfirmed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Suppressions;
import dev.trellis.nurture.mail.ConfirmLinks;
import dev.trellis.nurture.mail.ConfirmLinks.Link;

/**
 * The page behind the link of a confirmation mail. GET shows a button and changes nothing, since
 * scanners follow links; pressing the button makes the pending consent a given one. Of whoever had
 * unsubscribed when the form was filled in it opens the mailbox again, unless mail came back or was
 * reported there.
 */
public final class ConfirmConsent {

  private final MailLedger ledger;
  private final Suppressions suppressions;
  private final SuppressionKeys keys;
  private final ConfirmLinks links;
  private final MessageQueue<LeadEvent> events;
  private final Playbook playbook;
  private final Clock clock;

  public ConfirmConsent(
      MailLedger ledger,
      Suppressions suppressions,
      SuppressionKeys keys,
      ConfirmLinks links,
      MessageQueue<LeadEvent> events,
      Playbook playbook,
      Clock clock) {
    this.ledger = ledger;
    this.suppressions = suppressions;
    this.keys = keys;
    this.links = links;
    this.events = events;
    this.playbook = playbook;
    this.clock = clock;
  }

  /** Answers {@code GET} and {@code POST /confirm/{token}}. */
  public Response answer(Request request) {
    var link = request.parameter("token").flatMap(t -> links.read(t, clock.instant()));
    var lead = link.flatMap(l -> Survivor.find(l.lead(), l.sendId(), ledger));
    var page = PreferencePage.of(request, lead, playbook, clock.instant());
    if (request.isTooLong()) {
      return page.tooLong();
    }
    var address = link.flatMap(l -> lead.flatMap(found -> address(l, found)));
    if (address.isEmpty()) {
      return page.unknown();
    }
    return switch (request.method()) {
      case "GET", "HEAD" -> page.confirmation();
      case "POST" -> {
        if (playbook.machines().reason(request).isPresent()) {
          yield page.confirmation();
        } else if (!Posted.of(request).value("confirm").equals("all")) {
          yield page.notUnderstood(request.wantsJson());
        }
        var standing = Standing.of(lead, keys.all(address.get()), suppressions);
        // What was asked before the person unsubscribed does not take that wish back.
        var again = standing == Standing.UNSUBSCRIBED && !Gate.isUnsubscribed(lead.get().profile());
        if (again) {
          keys.all(address.get()).forEach(suppressions::liftUnsubscribe);
        }
        confirm(link.get(), address.get(), lead.get(), again);
        yield again ? page.confirmed() : page.confirmed(standing);
      }
      default -> Response.text(405, "Method not allowed").withHeader("allow", "GET, POST");
    };
  }

  // Empty once the person was erased, or sales corrected the address.
  private Optional<String> address(Link link, LeadRecord lead) {
    return lead.profile().identities(IdentityType.EMAIL).stream()
        .filter(address -> links.isTo(link, address))
        .filter(a -> !lead.profile().names().former().contains(new Identity(IdentityType.EMAIL, a)))
        .findFirst();
  }

  // Pressed twice it is one answer, unless the person was asked anew since they last said yes.
  private void confirm(Link link, String address, LeadRecord lead, boolean again) {
    var given = new ConsentConfirmed(link.sendId(), address, again);
    var what =
        lead.profile()
            .permission()
            .askedAnew()
            .map(f -> "confirmed " + f.event())
            .orElse("confirmed");
    events.send(
        MailEvents.about(link.lead(), what, link.sendId(), clock.instant(), given)
            .naming(Set.of(new Identity(IdentityType.EMAIL, address)))
            .proving(IdentityType.EMAIL.toString(), Proof.HELD));
  }
}
