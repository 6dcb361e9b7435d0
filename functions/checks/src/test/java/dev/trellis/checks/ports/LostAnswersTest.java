package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Reason.ByStage;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.ClaimResult.Claimed;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB did the write, its answer was lost, and the SDK asked again: every store takes its own
 * earlier write for what it is.
 */
class LostAnswersTest {

  /** A form or a code is counted of its day and in all, once its event is appended. */
  private static final int COUNTS = 2;

  private final LossyHttpClient http = new LossyHttpClient();
  private final Ports ports = Ports.onDynamoDb(client());
  private final String lead = Sample.lead();

  @Test
  void anEventIsAppendedOnce() {
    var event = Sample.submission(Ids.random(), Sample.identity(IdentityType.EMAIL));
    assertThat(losing(2 + COUNTS, () -> append(LeadRecord.unborn(lead), event)))
        .isIn(AppendResult.APPENDED, AppendResult.DUPLICATE);
    assertThat(ports.leads().find(lead).orElseThrow().version()).isEqualTo(1);

    var next = Sample.scan(Sample.identity(IdentityType.COOKIE));
    var read = ports.leads().find(lead).orElseThrow();
    assertThat(losing(2 + COUNTS, () -> append(read, next)))
        .isIn(AppendResult.APPENDED, AppendResult.DUPLICATE);
    assertThat(ports.leads().find(lead).orElseThrow().profile().events()).isEqualTo(2);
  }

  @Test
  void aMergeIsDoneOnce() {
    var survivor = Sample.stored(ports.leads());
    var loser = Sample.stored(ports.leads());
    var event = Sample.scan(Sample.identity(IdentityType.COOKIE));
    var result = losing(2 + COUNTS, () -> Sample.merge(ports.leads(), survivor, event, loser));
    assertThat(result).isIn(AppendResult.APPENDED, AppendResult.DUPLICATE);
    assertThat(ports.leads().find(survivor.lead()).orElseThrow().profile().events()).isEqualTo(3);
  }

  @Test
  void aPositionIsSavedWithAndWithoutAMove() {
    var move =
        new Move(
            Ids.random(),
            Sample.NOON,
            null,
            null,
            "mil",
            "mil/high",
            List.of(new ByStage("mil", Condition.always())));
    var placements = ports.placements();
    assertThat(
            losing(() -> placements.save(lead, Sample.position("mil/high", 0), Optional.of(move))))
        .isTrue();
    assertThat(losing(() -> placements.save(lead, Sample.position("mil/mid", 1), Optional.empty())))
        .isTrue();
  }

  @Test
  void anEnrollmentIsSaved() {
    var enrollment = Enrollment.begun("high-value", 1, "v", Sample.NOON, Sample.NOON, "s1");
    assertThat(losing(() -> ports.enrollments().save(lead, enrollment))).isTrue();
    var next = enrollment.nextVersion();
    assertThat(losing(() -> ports.enrollments().saveCounted(lead, next, 0))).isTrue();
  }

  @Test
  void aMailIsClaimedAndSettledAndReleased() {
    var ledger = ports.mails();
    var address = Ids.random();
    var first = mail("send-1");
    assertThat(losing(() -> ledger.claim(first, address))).isEqualTo(new Claimed());
    var sent = first.in(MailLedger.State.SENT, "m-1", null, Sample.NOON);
    assertThat(losing(() -> ledger.settle(sent, MailLedger.State.CLAIMED))).isTrue();

    var second = mail("send-2");
    ledger.claim(second, address);
    var waiting = second.in(MailLedger.State.WAITING, null, "sending-rate", Sample.NOON);
    losing(() -> {
      ledger.hold(waiting);
      return null;
    });
    assertThat(ledger.find(lead, "send-2")).contains(waiting);
  }

  @Test
  void aHandoffIsClaimedAndSettled() {
    var ledger = ports.handoffs();
    var entry =
        new HandoffLedger.Entry(
            "h-1", lead, HandoffLedger.State.CLAIMED, "me", Sample.NOON, null, null, "{}");
    assertThat(losing(() -> ledger.claim(entry))).isEqualTo(entry);
    var delivered = entry.in(HandoffLedger.State.DELIVERED, "crm-1", null, Sample.NOON);
    assertThat(losing(() -> ledger.settle(delivered, HandoffLedger.State.CLAIMED))).isTrue();
  }

  @Test
  void aSuppressionIsWritten() {
    var address = Ids.random();
    var suppression = new Suppression(Reason.BOUNCE, Sample.NOON);
    losing(() -> {
      ports.suppressions().add(address, suppression);
      return null;
    });
    assertThat(ports.suppressions().find(address)).contains(suppression);
  }

  private AppendResult append(LeadRecord read, LeadEvent event) {
    var claims = new TreeMap<Identity, Optional<String>>();
    event.identities().forEach(identity -> claims.put(identity, Optional.empty()));
    return ports.leads().append(new Append(event, Sample.after(read, event), List.of(), claims));
  }

  /** Does one write, losing the first answer. */
  private <T> T losing(Supplier<T> write) {
    return losing(2, write);
  }

  private <T> T losing(int requests, Supplier<T> write) {
    http.loseNextAnswer();
    var result = write.get();
    assertThat(http.requests()).as("the SDK asked again").isEqualTo(requests);
    return result;
  }

  private MailLedger.Entry mail(String sendId) {
    return new MailLedger.Entry(
        sendId,
        lead,
        MailLedger.State.CLAIMED,
        "me",
        Sample.NOON,
        "high-value",
        "s1",
        "solution",
        null,
        null,
        null,
        null,
        null,
        false);
  }

  private DynamoDbClient client() {
    Emulators.dynamoDb();
    return DynamoDbClient.builder()
        .httpClient(http)
        .region(Region.EU_CENTRAL_1)
        .endpointOverride(URI.create(Emulators.dynamoDbUrl()))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }
}
