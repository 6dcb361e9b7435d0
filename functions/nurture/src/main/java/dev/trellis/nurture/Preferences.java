package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.PreferencesChosen;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Suppressions;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;
import dev.trellis.nurture.mail.UnsubscribeLinks;
import dev.trellis.nurture.mail.UnsubscribeLinks.Link;

/**
 * The page behind the unsubscribe link of a mail. GET shows it and ends nothing, since machines
 * follow links; that the link was followed is told, for who opens every link of a mail at once is
 * no reader (R82). POST of the page's choice keeps the topics and the pace that the person wants;
 * that of its button or of a mail program's one click (RFC 8058) ends the mail: the suppression is
 * written before the answer. What is neither is refused and ends nothing. Whoever unsubscribed is
 * told so and offered to get mails again: the link proves the mailbox, so its address is let in,
 * unless mail came back or was reported there. It proves no other: no other is closed or opened
 * under it, and where the mailbox is not the lead's (any more), nothing of the lead is shown or
 * changed. What else people say here of themselves, {@link OwnWords} takes.
 */
public final class Preferences {

  private static final String AGAIN = "again";
  private static final List<String> IN_PERSON = List.of(AGAIN, OwnWords.DETAILS, OwnWords.ASK);

  private final MailLedger ledger;
  private final Suppressions suppressions;
  private final SuppressionKeys keys;
  private final UnsubscribeLinks links;
  private final MessageQueue<LeadEvent> events;
  private final Playbook playbook;
  private final Clock clock;
  private final Consumer<RuntimeException> untold;
  private final OwnWords own;

  /** Nothing is shown of which not all could be read and told. */
  public Preferences(
      MailLedger ledger,
      Suppressions suppressions,
      SuppressionKeys keys,
      UnsubscribeLinks links,
      MessageQueue<LeadEvent> events,
      Playbook playbook,
      Clock clock) {
    this(
        ledger,
        suppressions,
        keys,
        links,
        events,
        playbook,
        clock,
        failure -> {
          throw failure;
        });
  }

  /**
   * @param untold hears why a visitor was shown the page though not all of it could be read or told
   */
  public Preferences(
      MailLedger ledger,
      Suppressions suppressions,
      SuppressionKeys keys,
      UnsubscribeLinks links,
      MessageQueue<LeadEvent> events,
      Playbook playbook,
      Clock clock,
      Consumer<RuntimeException> untold) {
    this.ledger = ledger;
    this.suppressions = suppressions;
    this.keys = keys;
    this.links = links;
    this.events = events;
    this.playbook = playbook;
    this.clock = clock;
    this.untold = untold;
    this.own = new OwnWords(events, playbook, clock);
  }

  /** Answers {@code GET} and {@code POST /u/{token}}. */
  public Response answer(Request request) {
    if (request.isTooLong()) {
      return page(request, Optional.empty()).tooLong();
    }
    var link = request.parameter("token").flatMap(t -> links.read(t, clock.instant()));
    if (link.isEmpty()) {
      return page(request, Optional.empty()).unknown();
    }
    Optional<LeadRecord> lead;
    try {
      lead = Survivor.find(link.get().lead(), link.get().sendId(), ledger);
    } catch (RuntimeException e) {
      return unread(request, link.get(), e);
    }
    var mailbox = Mailbox.of(link.get(), lead, links, keys);
    var page = page(request, mailbox.owner()).of(mailbox);
    return switch (request.method()) {
      case "GET", "HEAD" -> {
        lead.ifPresent(_ -> followed(link.get()));
        yield look(mailbox, page);
      }
      case "POST" -> post(request, mailbox, link.get(), page);
      default -> Response.text(405, "Method not allowed").withHeader("allow", "GET, POST");
    };
  }

  // Whoever wants no more mail gets none even while leads cannot be read; that the lead does not
  // know of it yet is for whoever asks again.
  private Response unread(Request request, Link link, RuntimeException failure) {
    var mailbox = Mailbox.of(link, Optional.empty(), links, keys);
    if (request.method().equals("POST")) {
      if (Posted.of(request).isUnsubscription()) {
        close(mailbox);
      }
      throw failure;
    }
    untold.accept(failure);
    return look(mailbox, page(request, mailbox.owner()).of(mailbox));
  }

  private Response post(Request request, Mailbox mailbox, Link link, PreferencePage page) {
    var posted = Posted.of(request);
    var isMachine = playbook.machines().reason(request).isPresent();
    if (isMachine && IN_PERSON.stream().anyMatch(posted::has)) {
      return look(mailbox, page);
    }
    var reader = isMachine ? mailbox.unproven() : mailbox;
    if (posted.isUnsubscription()) {
      return unsubscribe(reader, link, page);
    } else if (posted.value(AGAIN).equals("all")) {
      return comeBack(mailbox, link, page);
    } else if (OwnWords.isIn(posted)) {
      return own.answer(posted, reader, link, page).orElseGet(() -> look(mailbox, page));
    }
    return PreferenceForm.read(posted, page.topics())
        .map(choice -> choose(choice, reader, link, page))
        .orElseGet(() -> page.notUnderstood(request.wantsJson()));
  }

  private Response look(Mailbox mailbox, PreferencePage page) {
    return page.of(standing(mailbox), mailbox.isKnown());
  }

  private Standing standing(Mailbox mailbox) {
    return Standing.of(mailbox.owner(), mailbox.suppressionKeys(), suppressions);
  }

  private Response comeBack(Mailbox mailbox, Link link, PreferencePage page) {
    var standing = standing(mailbox);
    if (!mailbox.isKnown() || standing == Standing.BOUNCED || standing == Standing.REPORTED) {
      return page.of(standing, false);
    }
    mailbox.suppressionKeys().forEach(suppressions::liftUnsubscribe);
    var now = clock.instant();
    var wish = PreferencesChosen.again(link.sendId());
    tell(mailbox, MailEvents.about(link.lead(), "again " + now, link.sendId(), now, wish));
    return page.again();
  }

  private Response unsubscribe(Mailbox mailbox, Link link, PreferencePage page) {
    close(mailbox);
    var now = clock.instant();
    tell(
        mailbox.leaver(),
        mailbox,
        MailEvents.about(
            link.lead(),
            "unsubscribed " + now,
            link.sendId(),
            now,
            new Unsubscribed(link.sendId(), null)));
    return page.done();
  }

  private void close(Mailbox mailbox) {
    var wish = new Suppression(Reason.UNSUBSCRIBE, clock.instant());
    mailbox.toClose(keys).forEach(key -> suppressions.add(key, wish));
  }

  private Response choose(PreferenceForm choice, Mailbox mailbox, Link link, PreferencePage page) {
    var standing = standing(mailbox);
    if (standing != Standing.OPEN) {
      return page.of(standing, mailbox.isKnown());
    }
    if (!choice.isWhole()) {
      return page.unclear();
    }
    var now = clock.instant();
    var chosen = new PreferencesChosen(link.sendId(), choice.topics(), choice.pace());
    tell(mailbox, MailEvents.about(link.lead(), "chosen " + now, link.sendId(), now, chosen));
    return page.kept();
  }

  private void tell(Mailbox mailbox, LeadEvent event) {
    tell(mailbox.owner(), mailbox, event);
  }

  private void tell(Optional<LeadRecord> lead, Mailbox mailbox, LeadEvent event) {
    if (lead.isPresent()) {
      events.send(mailbox.proven(event));
    }
  }

  private void followed(Link link) {
    var now = clock.instant();
    var minute = now.truncatedTo(ChronoUnit.MINUTES).toString();
    var click = new MailClicked(link.sendId(), null);
    try {
      events.send(MailEvents.about(link.lead(), "looked " + minute, link.sendId(), now, click));
    } catch (RuntimeException e) {
      untold.accept(e); // less than that the page is shown
    }
  }

  private PreferencePage page(Request request, Optional<LeadRecord> lead) {
    return PreferencePage.of(request, lead, playbook, clock.instant());
  }
}
