package dev.trellis.nurture.lambda;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.START;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.trellis.aws.Environment;
import dev.trellis.aws.lambda.Metrics;
import dev.trellis.core.event.Happening.ConsentConfirmed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Mailer.SendResult;
import dev.trellis.core.port.Mailer.SendResult.TryAgain;
import dev.trellis.core.port.Suppressions;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.nurture.AdvanceJourneys;
import dev.trellis.nurture.DispatchMail.Dispatched;
import dev.trellis.nurture.HeldUp;
import dev.trellis.nurture.Preferences;
import dev.trellis.nurture.Scene;
import dev.trellis.nurture.SendLetters;
import dev.trellis.nurture.SendingDesk;
import dev.trellis.nurture.SmallPlaybook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandlersTest {

  private static final String SECOND = "00000000-0000-4000-8000-000000000002";

  private final Scene scene = new Scene();

  @BeforeEach
  void twoLeads() {
    scene.submits();
    scene.submits("L0002", "wang.wei@example.com", Map.of(), true);
  }

  @Test
  void aJourneySignalAdvancesTheLead() {
    assertThat(failed(journey("journey-signal.json"))).isEmpty();
    assertThat(scene.mails.sent()).hasSize(1);
  }

  @Test
  void aSignalDeliveredTwiceSendsItsEffectsAgain() {
    assertThat(failed(journey("same-signal-twice.json"))).isEmpty();
    assertThat(scene.mails.sent()).hasSize(2).containsOnly(scene.mails.sent().getFirst());
  }

  @Test
  void onlyThePoisonSignalComesAgain() {
    assertThat(failed(journey("two-signals-one-poison.json"))).containsExactly(SECOND);
    assertThat(scene.mails.sent()).extracting(MailDue::lead).containsExactly(LEAD, "L0002");
  }

  @Test
  @SuppressWarnings("unchecked")
  void aTickSignalsTheLeadsThatAreDue() {
    var signals = new InMemoryQueue<JourneySignal>();
    scene.timers.set(AdvanceJourneys.TIMERS, LEAD, START.minusSeconds(30));
    scene.timers.set(AdvanceJourneys.TIMERS, "L0002", START.plusSeconds(30));
    scene.timers.set(HeldUp.TIMERS, "L0003", START);
    var ticks =
        List.of(
            AdvanceJourneys.tick(scene.timers, signals, scene.clock),
            HeldUp.tick(scene.timers, signals, () -> {}, scene.clock));

    new JourneyTickHandler(ticks, letters()::minute, desk())
        .handleRequest(Sample.read(Map.class, "tick.json"), null);

    assertThat(signals.sent())
        .containsExactly(
            new JourneySignal(LEAD, JourneySignal.Reason.DUE, START),
            new JourneySignal("L0003", JourneySignal.Reason.HELD_UP, START));
  }

  @Test
  void aPersonWhoCallsTheTickStopsAllMailAndResumesIt() {
    var tick = new JourneyTickHandler(List.of(), letters()::minute, desk());
    assertThat(tick.handleRequest(Map.of("sending", "halt"), null))
        .containsEntry("sending", "UNKNOWN");
    assertThat(tick.handleRequest(Map.of("sending", "pause"), null))
        .containsEntry("sending", "DONE");
    assertThat(failed(dispatch("mail-due.json"))).isEmpty();
    assertThat(scene.mailer.asked()).isEmpty();

    desk().restores();
    assertThat(tick.handleRequest(Map.of("sending", "resume"), null))
        .containsEntry("sending", "RESTORING");
    desk().isRestored();
    tick.handleRequest(Map.of("sending", "resume"), null);
    scene.wakes();
    assertThat(scene.mails.take()).hasSize(1);
  }

  @Test
  void whatAlarmsLookForIsWhatTheLogSays() {
    scene.mailer.answering(
        new SendResult.Refused("MessageRejected"),
        new SendResult.TryAgain(Hindrance.DAILY_QUOTA, "Throttling"));
    var log = said(() -> dispatch("two-mails-one-poison.json"));
    assertThat(log)
        .contains("\"level\":\"warn\",\"what\":\"mail refused\"")
        .contains("\"level\":\"info\",\"what\":\"dispatched\"")
        .contains("\"state\":\"WAITING\",\"reason\":\"daily-quota\"");
    assertThat(said(() -> MailLog.notTaken(new TryAgain(Hindrance.SENDING_RATE, "Throttling"))))
        .contains("\"what\":\"not taken\",\"reason\":\"sending-rate\",\"said\":\"Throttling\"");
    assertThat(said(() -> MailLog.stopped(scene.stops.getFirst())))
        .contains("\"level\":\"warn\",\"what\":\"sending stopped\",\"reason\":\"daily-quota\"");
  }

  @Test
  void aMailThatComesAgainIsCountedAndWarnedOfOnce() {
    var first = measured(() -> dispatch("mail-due.json"));
    assertThat(first).contains("\"Mailed\":1", "\"MailedAfter\"");
    assertThat(measured(() -> dispatch("mail-due.json")))
        .contains("\"state\":\"SENT\"")
        .doesNotContain("Mailed");

    var other = new Scene();
    other.submits();
    other.mailer.answering(new SendResult.Unknown("timeout"));
    var handler = new DispatchHandler(other.dispatchMail());
    assertThat(said(() -> handler.handleRequest(sqs("mail-due.json"), null))).contains("warn");
    assertThat(said(() -> handler.handleRequest(sqs("mail-due.json"), null)))
        .contains("\"state\":\"UNKNOWN\"")
        .doesNotContain("warn");
  }

  @Test
  void eachMinuteATickTellsHowManyWaitAndForHowLong() {
    var tick = new JourneyTickHandler(List.of(), letters()::minute, desk());
    assertThat(measured(() -> tick.handleRequest(Map.of(), null))).doesNotContain("_aws");
    desk().say("pause");
    dispatch("mail-due.json");
    scene.clock.forward(Duration.ofHours(5));
    assertThat(measured(() -> tick.handleRequest(Map.of(), null)))
        .contains("\"MailsWaiting\":1", "\"MailsWaitingSeconds\":18000", "\"SendingStopped\":1");
  }

  @Test
  void aMailThatWaitedIsMeasuredFromWhenItBeganToWait() {
    var due = MailDue.woken(LEAD, Scene.SEND, Instant.now().minus(Duration.ofHours(5)));
    var sent = scene.dispatchMail().run(scene.due(), false);
    var after = measured(() -> Metrics.during(() -> log(due, sent))).split("MailedAfter\":\\[")[1];
    assertThat(Long.parseLong(after.split("]")[0])).isBetween(18_000_000L, 18_060_000L);
  }

  private static Void log(MailDue due, Dispatched dispatched) {
    MailLog.dispatched(due, dispatched);
    return null;
  }

  private static String measured(Runnable work) {
    var clock = Clock.systemUTC();
    return said(() ->
        Environment.where(
            Map.of("METRICS_NAMESPACE", "trellis/test"),
            clock,
            () -> {
              work.run();
              return null;
            }));
  }

  private SendLetters letters() {
    return scene.sendLetters(SmallPlaybook.PLAYBOOK, new InMemoryQueue<>());
  }

  private SendingDesk desk() {
    return new SendingDesk(scene.line, scene.timers, scene.clock);
  }

  private static String said(Runnable work) {
    var out = System.out;
    var caught = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(out);
    }
    return caught.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aMailThatIsDueIsSent() {
    assertThat(failed(dispatch("mail-due.json"))).isEmpty();
    assertThat(scene.mailer.asked()).hasSize(1);
  }

  @Test
  void aMailDeliveredTwiceIsSentOnce() {
    assertThat(failed(dispatch("same-mail-twice.json"))).isEmpty();
    assertThat(scene.mailer.asked()).hasSize(1);
    assertThat(scene.events.sent()).hasSize(2).containsOnly(scene.events.sent().getFirst());
  }

  @Test
  void onlyThePoisonMailComesAgain() {
    assertThat(failed(dispatch("two-mails-one-poison.json"))).containsExactly(SECOND);
    assertThat(scene.mailer.asked()).hasSize(2);
  }

  @Test
  void feedbackIsRecorded() {
    dispatch("mail-due.json");

    assertThat(failed(feedback("feedback-send-then-delivery.json"))).isEmpty();

    assertThat(scene.entry()).map(Entry::state).contains(State.SENT);
    assertThat(scene.events.sent())
        .extracting(LeadEvent::kind)
        .containsExactly("MailSent", "MailDelivered");
  }

  @Test
  void bouncesAndComplaintsSuppressTheAddressThatTheMailWentTo() {
    dispatch("mail-due.json");

    feedback("feedback-bounce-transient.json");
    assertThat(suppressed()).isEmpty();
    feedback("feedback-bounce-permanent.json");
    assertThat(suppressed()).contains(Reason.BOUNCE);
    feedback("feedback-complaint.json");
    assertThat(suppressed()).contains(Reason.COMPLAINT);
  }

  @Test
  void aRejectedMailIsSkipped() {
    dispatch("mail-due.json");

    feedback("feedback-reject.json");

    assertThat(scene.entry()).map(Entry::state).contains(State.SKIPPED);
  }

  @Test
  void feedbackOfOthersIsAcknowledged() {
    assertThat(failed(feedback("feedback-of-no-mail-of-ours.json"))).isEmpty();
    assertThat(scene.events.sent()).isEmpty();
  }

  @Test
  void feedbackOfAnUnknownShapeComesAgain() {
    dispatch("mail-due.json");

    assertThat(failed(feedback("feedback-one-poison.json")))
        .containsExactly(
            "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000003");
  }

  @Test
  void thePreferencePageAsksAndOneClickAnswers() {
    var page = preferences("preferences-page.json");
    assertThat(page.getStatusCode()).isEqualTo(200);
    assertThat(page.getBody()).contains("<form method=\"post\">");
    assertThat(suppressed()).isEmpty();

    assertThat(preferences("preferences-one-click.json").getStatusCode()).isEqualTo(200);
    assertThat(suppressed()).contains(Reason.UNSUBSCRIBE);
  }

  @Test
  void theConfirmationPageAsksAndItsButtonAnswers() {
    scene.signsUp(Scene.LEAD, "l0001@example.com");

    assertThat(preferences("confirm-page.json").getBody())
        .contains("Yes, write to me", "<form method=\"post\">");
    assertThat(scene.events.sent()).isEmpty();

    assertThat(preferences("confirm-pressed.json").getStatusCode()).isEqualTo(200);
    assertThat(scene.events.sent())
        .extracting(LeadEvent::happening)
        .containsExactly(new ConsentConfirmed(Scene.SEND, "l0001@example.com"));

    assertThat(preferences("confirm-forged.json").getStatusCode()).isEqualTo(404);
  }

  @Test
  void whoeverIsNotTakenOffTheListIsNotToldSo() {
    var sent = scene.events.sent().size();
    var page = new PreferencesHandler(throttled(), scene.confirmConsent());

    var answer = page.handleRequest(http("preferences-one-click.json"), null);

    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(answer.getHeaders()).containsKey("retry-after");
    assertThat(answer.getBody()).doesNotContain("throttled");
    assertThat(scene.events.sent()).as("nothing is half done").hasSize(sent);
    assertThat(suppressed()).isEmpty();
  }

  private Preferences throttled() {
    var suppressions =
        new Suppressions() {
          @Override
          public void add(String suppressionKey, Suppression suppression) {
            throw new IllegalStateException("throttled");
          }

          @Override
          public void lift(String suppressionKey, Reason reason, Instant before) {
            throw new IllegalStateException("throttled");
          }

          @Override
          public Optional<Suppression> find(String suppressionKey) {
            throw new IllegalStateException("throttled");
          }
        };
    return new Preferences(
        scene.ledger,
        suppressions,
        scene.keys,
        scene.links,
        scene.events,
        SmallPlaybook.PLAYBOOK,
        scene.clock);
  }

  @Test
  void aForgedTokenIsNotFound() {
    var page = preferences("preferences-forged.json");

    assertThat(page.getStatusCode()).isEqualTo(404);
    assertThat(page.getBody()).contains("这个链接无法使用");
    assertThat(suppressed()).isEmpty();
  }

  private SQSBatchResponse journey(String sample) {
    return new JourneyHandler(scene.advanceJourneys()).handleRequest(sqs(sample), null);
  }

  private SQSBatchResponse dispatch(String sample) {
    return new DispatchHandler(scene.dispatchMail()).handleRequest(sqs(sample), null);
  }

  private SQSBatchResponse feedback(String sample) {
    return new FeedbackHandler(scene.recordFeedback(), scene.obeyOrder())
        .handleRequest(sqs(sample), null);
  }

  private APIGatewayV2HTTPResponse preferences(String sample) {
    return new PreferencesHandler(scene.preferences(), scene.confirmConsent())
        .handleRequest(http(sample), null);
  }

  private static APIGatewayV2HTTPEvent http(String sample) {
    return Sample.read(APIGatewayV2HTTPEvent.class, sample);
  }

  private static SQSEvent sqs(String sample) {
    return Sample.read(SQSEvent.class, sample);
  }

  private static Iterable<String> failed(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private Optional<Reason> suppressed() {
    return scene.suppressions.find(scene.keys.of(ADDRESS)).map(Suppression::reason);
  }
}
