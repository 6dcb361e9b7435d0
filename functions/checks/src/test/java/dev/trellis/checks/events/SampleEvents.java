package dev.trellis.checks.events;

import static dev.trellis.checks.events.SampleEvent.batch;
import static dev.trellis.checks.events.SampleEvent.call;
import static dev.trellis.checks.events.SampleEvent.http;
import static dev.trellis.checks.events.SampleEvent.tick;

import dev.trellis.capture.lambda.CaptureHandler;
import dev.trellis.console.lambda.ConsoleHandler;
import dev.trellis.crm.lambda.CrmWebhookHandler;
import dev.trellis.crm.lambda.HandoffHandler;
import dev.trellis.nurture.lambda.DispatchHandler;
import dev.trellis.nurture.lambda.FeedbackHandler;
import dev.trellis.nurture.lambda.JourneyHandler;
import dev.trellis.nurture.lambda.JourneyTickHandler;
import dev.trellis.nurture.lambda.PreferencesHandler;
import dev.trellis.pools.lambda.PoolsHandler;
import dev.trellis.pools.lambda.PoolsTickHandler;
import dev.trellis.scoring.lambda.RekeyHandler;
import dev.trellis.scoring.lambda.ScoringHandler;
import java.util.List;
import java.util.stream.Stream;

/** The table of all sample events; the first of each handler is the one that goes well. */
final class SampleEvents {

  private static final String EVENTS = "LEAD_EVENTS_QUEUE";
  private static final String UPDATES = "PROFILE_UPDATES_QUEUE";
  private static final String SIGNALS = "JOURNEY_SIGNALS_QUEUE";
  private static final String MAILS = "MAILS_QUEUE";
  private static final String FEEDBACK = "MAIL_FEEDBACK_QUEUE";

  private SampleEvents() {}

  static List<SampleEvent> all() {
    return Stream.of(
            capture(), scoring(), pools(), nurture(), feedback(), preferences(), crm(), console())
        .flatMap(List::stream)
        .toList();
  }

  static SampleEvent named(String file) {
    return all().stream()
        .filter(sample -> sample.file().equals(file))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row for events/" + file));
  }

  private static List<SampleEvent> capture() {
    var handler = CaptureHandler.class;
    return List.of(
        http("capture/submission.json", handler, 303).sends(EVENTS, 1),
        http("capture/submission.json", handler, 303)
            .after("capture/submission.json")
            .sends(EVENTS, 2, 1),
        http("capture/submission-as-json.json", handler, 202).sends(EVENTS, 1),
        http("capture/submission-by-a-machine.json", handler, 303).sends(EVENTS, 1),
        http("capture/submission-too-quick.json", handler, 422),
        http("capture/submission-after-a-day.json", handler, 422),
        http("capture/submission-with-bad-fields.json", handler, 422),
        http("capture/submission-with-a-line-break.json", handler, 422),
        http("capture/submission-that-is-no-base64.json", handler, 400),
        http("capture/submission-too-long.json", handler, 413),
        http("capture/submission-as-xml.json", handler, 415),
        http("capture/open-form.json", handler, 200),
        http("capture/open-unknown-form.json", handler, 404),
        http("capture/open-thanks.json", handler, 200),
        http("capture/scan.json", handler, 303).sends(EVENTS, 1),
        http("capture/scan-unknown-code.json", handler, 404),
        http("capture/print-code.json", handler, 200),
        http("capture/print-code-as-svg.json", handler, 200),
        http("capture/open-content.json", handler, 200).sends(EVENTS, 1),
        http("capture/look-at-content.json", handler, 200).sends(EVENTS, 1),
        http("capture/open-content-by-a-gateway.json", handler, 200).sends(EVENTS, 1),
        http("capture/read-by-a-gateway.json", handler, 204).sends(EVENTS, 1),
        http("capture/open-content-forged.json", handler, 404),
        http("capture/open-content-after-its-time.json", handler, 410),
        http("capture/download-content.json", handler, 200).sends(EVENTS, 1),
        http("capture/read.json", handler, 204).sends(EVENTS, 1),
        http("capture/follow-cta.json", handler, 302).sends(EVENTS, 1),
        http("capture/follow-unknown-cta.json", handler, 404),
        http("capture/event-batch.json", handler, 202).sends(EVENTS, 2),
        http("capture/event-batch-one-poison.json", handler, 422),
        http("capture/event-batch-forged.json", handler, 401));
  }

  private static List<SampleEvent> scoring() {
    var handler = ScoringHandler.class;
    return List.of(
        batch("scoring/scan-then-form.json", handler).sends(UPDATES, 1).sends(SIGNALS, 1),
        batch("scoring/same-event-twice.json", handler).sends(UPDATES, 1).sends(SIGNALS, 1),
        batch("scoring/unknown-kind.json", handler).sends(UPDATES, 1).sends(SIGNALS, 1),
        batch("scoring/two-leads-one-poison.json", handler)
            .fails(2)
            .sends(UPDATES, 2)
            .sends(SIGNALS, 2),
        call("scoring/rekey.json", RekeyHandler.class).given(Given.leads("Llin")));
  }

  private static List<SampleEvent> pools() {
    var handler = PoolsHandler.class;
    var leads = Given.leads("Llin", "Lwang");
    return List.of(
        batch("pools/profile-updated.json", handler).given(leads).sends(SIGNALS, 1),
        batch("pools/same-update-twice.json", handler).given(leads).sends(SIGNALS, 2, 1),
        batch("pools/swept.json", handler).given(leads).sends(SIGNALS, 1),
        batch("pools/two-leads-one-poison.json", handler).given(leads).fails(2).sends(SIGNALS, 2),
        tick("pools/tick.json", PoolsTickHandler.class)
            .given(Given.timers("pools").and(Given.leads("Llin")))
            .sends(UPDATES, 2));
  }

  private static List<SampleEvent> nurture() {
    var journeys = JourneyHandler.class;
    var dispatch = DispatchHandler.class;
    var leads = Given.leads("L0001", "L0002");
    return List.of(
        batch("nurture/journey-signal.json", journeys)
            .given(leads)
            .sends(MAILS, 1)
            .sends(EVENTS, 1),
        batch("nurture/same-signal-twice.json", journeys)
            .given(leads)
            .sends(MAILS, 2, 1)
            .sends(EVENTS, 2, 1),
        batch("nurture/two-signals-one-poison.json", journeys)
            .given(leads)
            .fails(2)
            .sends(MAILS, 2)
            .sends(EVENTS, 2),
        batch("nurture/mail-due.json", dispatch).given(leads).sends("SES", 1).sends(EVENTS, 1),
        batch("nurture/mail-skipped.json", dispatch).given(leads),
        batch("nurture/mail-to-oneself.json", dispatch).sends("SES", 1),
        batch("nurture/same-mail-twice.json", dispatch)
            .given(leads)
            .sends("SES", 1)
            .sends(EVENTS, 2, 1),
        batch("nurture/two-mails-one-poison.json", dispatch)
            .given(leads)
            .fails(2)
            .sends("SES", 2)
            .sends(EVENTS, 2),
        tick("nurture/tick.json", JourneyTickHandler.class)
            .given(Given.timers("nurture"))
            .sends(SIGNALS, 1));
  }

  // After the mail they are about, which has sent one mail and one event already.
  private static List<SampleEvent> feedback() {
    return List.of(
        feedback("nurture/feedback-send-then-delivery.json").sends(EVENTS, 2),
        feedback("nurture/feedback-bounce-transient.json").sends(EVENTS, 2),
        feedback("nurture/feedback-bounce-permanent.json").sends(EVENTS, 2),
        feedback("nurture/feedback-complaint.json").sends(EVENTS, 2),
        feedback("nurture/feedback-reject.json").sends(EVENTS, 1),
        feedback("nurture/feedback-of-no-mail-of-ours.json").sends(EVENTS, 1),
        feedback("nurture/feedback-one-poison.json").fails(1, 3).sends(EVENTS, 2),
        batch("nurture/people-decide.json", FeedbackHandler.class)
            .given(Given.leads("L0001").and(Given.unknownMail("L0001", "send-9")))
            .sends(EVENTS, 1));
  }

  private static SampleEvent feedback(String file) {
    return batch(file, FeedbackHandler.class).after("nurture/mail-due.json").sends("SES", 1);
  }

  private static List<SampleEvent> preferences() {
    var handler = PreferencesHandler.class;
    var leads = Given.leads("L0001");
    return List.of(
        http("nurture/preferences-one-click.json", handler, 200).given(leads).sends(EVENTS, 1),
        http("nurture/preferences-page.json", handler, 200).given(leads).sends(EVENTS, 1),
        http("nurture/preferences-forged.json", handler, 404).given(leads),
        http("nurture/confirm-page.json", handler, 200).given(leads),
        http("nurture/confirm-pressed.json", handler, 200).given(leads).sends(EVENTS, 1),
        http("nurture/confirm-forged.json", handler, 404).given(leads));
  }

  private static List<SampleEvent> console() {
    var handler = ConsoleHandler.class;
    var there = Given.leads("Llin").and(Given.SIGNED_IN);
    var unknown = there.and(Given.unknownMail("Llin", "send-1"));
    return List.of(
        http("console/today.json", handler, 200).given(there),
        http("console/today-of-a-stranger.json", handler, 303),
        http("console/sign-in.json", handler, 303),
        http("console/sign-in-that-nobody-began.json", handler, 403),
        http("console/find-by-address.json", handler, 200).given(there),
        http("console/lead.json", handler, 200).given(there),
        http("console/lead-that-is-not-there.json", handler, 404).given(there),
        http("console/call.json", handler, 202).given(there).sends(EVENTS, 1),
        http("console/call-without-token.json", handler, 403).given(there),
        http("console/export.json", handler, 200).given(there),
        http("console/companies.json", handler, 200).given(there),
        http("console/groups.json", handler, 200).given(there),
        http("console/sweeps.json", handler, 200).given(there),
        http("console/quarantine.json", handler, 200).given(there),
        http("console/mend.json", handler, 202).given(there.and(Given.REFUSED)).sends(EVENTS, 1),
        http("console/operations.json", handler, 200).given(there),
        http("console/pause-mail.json", handler, 202).given(there).sends(FEEDBACK, 1),
        http("console/test-mail.json", handler, 202).given(there).sends(MAILS, 1),
        http("console/redrive.json", handler, 200).given(there.and(Given.FAILED)).sends(UPDATES, 1),
        http("console/unknown-mails.json", handler, 200).given(unknown),
        http("console/settle.json", handler, 202).given(unknown).sends(FEEDBACK, 1),
        http("console/suppression.json", handler, 200).given(there),
        http("console/release.json", handler, 202)
            .given(there.and(Given.bounced("llin@example.com")))
            .sends(FEEDBACK, 1)
            .sends(EVENTS, 1),
        http("console/audit.json", handler, 200).given(there),
        http("console/audit-of-one.json", handler, 200).given(there),
        http("console/sign-out.json", handler, 303).given(there));
  }

  private static List<SampleEvent> crm() {
    var webhook = CrmWebhookHandler.class;
    var handoff = HandoffHandler.class;
    var leads = Given.leads("Llin", "Lwang");
    return List.of(
        http("crm/webhook-accepted.json", webhook, 202).sends(EVENTS, 1),
        http("crm/webhook-forged.json", webhook, 401),
        http("crm/webhook-returned-without-reason.json", webhook, 422),
        batch("crm/handoff-due.json", handoff).given(leads).sends("CRM", 1).sends(EVENTS, 1),
        batch("crm/erasure-due.json", handoff).given(leads).sends("CRM", 1),
        batch("crm/same-handoff-twice.json", handoff)
            .given(leads)
            .sends("CRM", 1)
            .sends(EVENTS, 2, 1),
        batch("crm/two-handoffs-one-poison.json", handoff)
            .given(leads)
            .fails(2)
            .sends("CRM", 2)
            .sends(EVENTS, 2));
  }
}
