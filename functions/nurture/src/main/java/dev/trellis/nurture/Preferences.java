package dev.trellis.nurture;

import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.PreferencesChosen;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Suppressions;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;
import dev.trellis.nurture.mail.UnsubscribeLinks;
import dev.trellis.nurture.mail.UnsubscribeLinks.Link;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The page behind the unsubscribe link of a mail. GET shows it and ends nothing, since machines
 * follow links; that the link was followed is told, for who opens every link of a mail at once is
 * no reader (R82). POST of the page's choice keeps the topics and the pace that the person wants;
 * any other POST, by the page's form or by a mail program's one click (RFC 8058), ends the mail:
 * the suppression is written before the answer.
 */
public final class Preferences {

  private final MailLedger ledger;
  private final Suppressions suppressions;
  private final SuppressionKeys keys;
  private final UnsubscribeLinks links;
  private final MessageQueue<LeadEvent> events;
  private final Playbook playbook;
  private final Clock clock;

  public Preferences(
      MailLedger ledger,
      Suppressions suppressions,
      SuppressionKeys keys,
      UnsubscribeLinks links,
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

  /** Answers {@code GET} and {@code POST /u/{token}}. */
  public Response answer(Request request) {
    var link = request.parameter("token").flatMap(t -> links.read(t, clock.instant()));
    if (link.isEmpty()) {
      return page(request, Optional.empty()).unknown();
    }
    // Nobody is left to find once a person was erased; then there is no address to write to either.
    var lead = Survivor.find(link.get().lead(), link.get().sendId(), ledger);
    var page = page(request, lead);
    return switch (request.method()) {
      case "GET", "HEAD" -> {
        lead.ifPresent(_ -> followed(link.get()));
        yield page.question();
      }
      case "POST" -> {
        var choice = PreferenceForm.read(request.text(), page.topics());
        lead.ifPresent(l -> {
          if (choice.isPresent()) {
            choose(choice.get(), link.get());
          } else {
            unsubscribe(l, link.get());
          }
        });
        yield choice.isPresent() ? page.kept() : page.done();
      }
      default -> Response.text(405, "Method not allowed").withHeader("allow", "GET, POST");
    };
  }

  private void unsubscribe(LeadRecord lead, Link link) {
    var now = clock.instant();
    var wish = new Suppression(Reason.UNSUBSCRIBE, now);
    lead.profile()
        .identities(IdentityType.EMAIL)
        .forEach(address -> suppressions.add(keys.of(address), wish));
    events.send(
        MailEvents.about(
            link.lead(),
            "unsubscribed",
            link.sendId(),
            now,
            new Unsubscribed(link.sendId(), null)));
  }

  private void choose(PreferenceForm choice, Link link) {
    var now = clock.instant();
    var chosen = new PreferencesChosen(link.sendId(), choice.topics(), choice.pace());
    events.send(MailEvents.about(link.lead(), "chosen " + now, link.sendId(), now, chosen));
  }

  private void followed(Link link) {
    var now = clock.instant();
    var minute = now.truncatedTo(ChronoUnit.MINUTES).toString();
    var click = new MailClicked(link.sendId(), null);
    events.send(MailEvents.about(link.lead(), "looked " + minute, link.sendId(), now, click));
  }

  private PreferencePage page(Request request, Optional<LeadRecord> lead) {
    return PreferencePage.of(request, lead, playbook, clock.instant());
  }
}
