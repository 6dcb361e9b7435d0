package dev.trellis.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.aws.Environment;
import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.Mailer.OutgoingMail;
import dev.trellis.core.port.Mailer.SendResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SesMailerTest {

  private static final String ACCEPTED =
      "<SendRawEmailResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\">"
          + "<SendRawEmailResult><MessageId>m-1</MessageId></SendRawEmailResult>"
          + "</SendRawEmailResponse>";
  private static final OutgoingMail MAIL =
      new OutgoingMail(
          "栅栏 <news@example.com>",
          "li.lei@example.cn",
          "Subject: Hello\r\n\r\nHello".getBytes(StandardCharsets.UTF_8),
          Map.of("sendId", "s-1", "lead", "L1"));

  private StandInSes ses;
  private SesMailer mailer;

  @BeforeEach
  void start() throws IOException {
    ses = new StandInSes(StandInSes.answering(200, ACCEPTED));
    mailer = mailer(ses.url());
  }

  @AfterEach
  void stop() throws IOException {
    ses.close();
  }

  @Test
  void sendsTheWholeMessageWithItsTags() {
    assertThat(mailer.send(MAIL)).isEqualTo(new SendResult.Accepted("m-1"));

    var request = URLDecoder.decode(ses.requests().getFirst(), StandardCharsets.UTF_8);
    assertThat(request)
        .contains("Action=SendRawEmail")
        .contains("Source=news@example.com")
        .contains("Destinations.member.1=li.lei@example.cn")
        .contains("ConfigurationSetName=trellis")
        .contains("Tags.member.1.Name=lead&Tags.member.1.Value=L1")
        .contains("Tags.member.2.Name=sendId&Tags.member.2.Value=s-1")
        .contains("RawMessage.Data=" + Base64.getEncoder().encodeToString(MAIL.raw()));
    assertThat(ses.requests()).hasSize(1);
  }

  @Test
  void asksOnceIfTheConnectionIsClosedWithoutAnAnswer() {
    ses.treat(StandInSes.closing());
    assertThat(mailer.send(MAIL)).isInstanceOf(SendResult.Unknown.class);
    assertThat(ses.requests()).hasSize(1);
  }

  /** The JDK's HTTP client by itself repeats a request on a connection that was kept alive. */
  @Test
  void asksOnceIfAConnectionUsedBeforeIsClosedWithoutAnAnswer() {
    assertThat(mailer.send(MAIL)).isInstanceOf(SendResult.Accepted.class);
    ses.treat(StandInSes.closing());
    assertThat(mailer.send(MAIL)).isInstanceOf(SendResult.Unknown.class);
    assertThat(ses.requests()).hasSize(2);
    assertThat(ses.connections()).isEqualTo(1);
  }

  @Test
  void asksOnceIfTheAnswerNeverComes() {
    ses.treat(StandInSes.stalling());
    assertThat(mailer.send(MAIL)).isInstanceOf(SendResult.Unknown.class);
    assertThat(ses.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void doesNotKnowWhatBecameOfTheMailAfterAServerError(int status) {
    ses.treat(StandInSes.answering(status, error("InternalFailure")));
    assertThat(mailer.send(MAIL)).isEqualTo(new SendResult.Unknown("InternalFailure"));
    assertThat(ses.requests()).hasSize(1);
  }

  @Test
  void doesNotKnowWhatAnAnswerMeansThatIsNotFromSes() {
    ses.treat(StandInSes.answering(404, "<html>a gateway</html>"));
    assertThat(mailer.send(MAIL)).isInstanceOf(SendResult.Unknown.class);
    ses.treat(StandInSes.answering(200, "<html>a gateway"));
    assertThat(mailer.send(MAIL)).isInstanceOf(SendResult.Unknown.class);
    assertThat(ses.requests()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "400, Throttling, Maximum sending rate exceeded., SENDING_RATE",
    "400, Throttling, Daily message quota exceeded., DAILY_QUOTA",
    "400, LimitExceeded, no, DAILY_QUOTA",
    "403, AccessDenied, no, NOT_ALLOWED",
    "403, ExpiredToken, no, NOT_ALLOWED",
    "400, AccountSendingPaused, no, SENDING_PAUSED",
    "400, AccountSendingPausedException, no, SENDING_PAUSED",
    "400, MessageRejected, Sending paused for this account., SENDING_PAUSED",
    "400, MessageRejected, Email address is not verified: li.lei@example.cn, RECIPIENT_NOT_VERIFIED",
    "400, MessageRejected, Email address is not verified: news@example.com, SENDER_NOT_VERIFIED",
    "400, ConfigurationSetDoesNotExist, no, SENDER_NOT_VERIFIED",
    "400, ConfigurationSetSendingPaused, no, SENDING_PAUSED",
    "400, MailFromDomainNotVerifiedException, no, SENDER_NOT_VERIFIED"
  })
  void mayTryAgainIfTheMailWasTurnedAwayForNoFaultOfItsOwn(
      int status, String code, String message, Hindrance why) {
    ses.treat(StandInSes.answering(status, error(code, message)));
    assertThat(mailer.send(MAIL)).isEqualTo(new SendResult.TryAgain(why, code));
    assertThat(ses.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MessageRejected", "InvalidParameterValue", "ValidationError"})
  void neverTriesAgainIfTheMailItselfIsRefused(String code) {
    ses.treat(StandInSes.answering(400, error(code)));
    assertThat(mailer.send(MAIL)).isEqualTo(new SendResult.Refused(code));
    assertThat(ses.requests()).hasSize(1);
  }

  @Test
  void mayTryAgainIfNobodyListens() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(mailer("http://127.0.0.1:" + free).send(MAIL))
        .isInstanceOf(SendResult.TryAgain.class);
  }

  private static SesMailer mailer(String url) {
    var variables =
        Map.of(
            "AWS_REGION", "eu-central-1",
            "AWS_ENDPOINT_URL_SES", url,
            "AWS_ACCESS_KEY_ID", "test");
    var environment = Environment.where(variables, Clock.systemUTC(), Environment::current);
    return new SesMailer(
        SesClients.create(environment, Duration.ofMillis(800)), "trellis", Clock.systemUTC());
  }

  private static String error(String code) {
    return error(code, "no");
  }

  private static String error(String code, String message) {
    return "<ErrorResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><Error>"
        + "<Type>Sender</Type><Code>%s</Code><Message>%s</Message>".formatted(code, message)
        + "</Error><RequestId>r</RequestId></ErrorResponse>";
  }
}
