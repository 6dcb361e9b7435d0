package dev.trellis.nurture.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.core.json.MessageFormatException;
import dev.trellis.nurture.MailFeedback;
import dev.trellis.nurture.MailFeedback.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SesEventTest {

  private static final String MAIL =
      """
      "mail":{"messageId":"m-1","timestamp":"2026-03-02T09:00:01.000Z",
      "destination":["Lin Mei <Mei.Lin@example.cn>"],
      "tags":{"sendId":["send-1"],"lead":["L0001"],"ses:from-domain":["trellis.example"]}}
      """;
  private static final String AT = "\"timestamp\":\"2026-03-02T09:00:05.250Z\"";

  @Test
  void aDeliverySaysWhenAndToWhom() {
    assertThat(read("Delivery", "\"delivery\":{" + AT + "}"))
        .isEqualTo(
            new MailFeedback(
                "send-1",
                "L0001",
                "m-1",
                Instant.parse("2026-03-02T09:00:05.250Z"),
                Kind.DELIVERED,
                List.of("Mei.Lin@example.cn"),
                null));
  }

  @ParameterizedTest
  @CsvSource({"Permanent,BOUNCED_FOR_GOOD", "Transient,BOUNCED", "Undetermined,BOUNCED"})
  void onlyAPermanentBounceIsForGood(String type, Kind kind) {
    var feedback =
        read(
            "Bounce",
            "\"bounce\":{\"bounceType\":\"%s\",\"bounceSubType\":\"General\",%s,\"bouncedRecipients\":[{\"emailAddress\":\"a@example.com\",\"status\":\"4.2.0\"}]}"
                .formatted(type, AT));

    assertThat(feedback.kind()).isEqualTo(kind);
    assertThat(feedback.addresses()).containsExactly("a@example.com");
    assertThat(feedback.reason()).isEqualTo("General");
  }

  @Test
  void aComplaintThatNamesNobodyIsAboutWhomTheMailWentTo() {
    var feedback = read("Complaint", "\"complaint\":{\"complainedRecipients\":[]," + AT + "}");

    assertThat(feedback.kind()).isEqualTo(Kind.COMPLAINED);
    assertThat(feedback.addresses()).containsExactly("Mei.Lin@example.cn");
  }

  @Test
  void sendAndRejectCarryTheTimeOfTheMail() {
    assertThat(read("Send", "\"send\":{}").at()).isEqualTo(Instant.parse("2026-03-02T09:00:01Z"));
    assertThat(read("Reject", "\"reject\":{\"reason\":\"Bad content\"}").reason())
        .isEqualTo("Bad content");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Open", "Click"})
  void kindsThatMoveNothingAreAcknowledged(String kind) {
    assertThat(SesEvent.read("{\"eventType\":\"" + kind + "\"," + MAIL + "}")).isEmpty();
  }

  @Test
  void aTypeThatNobodyKnowsFailsUnderItsName() {
    assertThatThrownBy(() -> SesEvent.read("{\"eventType\":\"Novelty <1>\"," + MAIL + "}"))
        .isInstanceOfSatisfying(
            UnknownTypeException.class, e -> assertThat(e.type()).isEqualTo("Novelty ???"));
  }

  @Test
  void aMailWithoutOurTagsIsNotOurs() {
    assertThat(
            SesEvent.read(
                "{\"eventType\":\"Delivery\",\"mail\":{\"messageId\":\"m\",\"tags\":{\"lead\":[\"L1\"]}}}"))
        .isEmpty();
  }

  @Test
  void theGreetingOfATopicIsAcknowledged() {
    assertThat(SesEvent.read("Successfully validated SNS topic for Amazon SES event publishing."))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "{}",
        "[]",
        "{\"notificationType\":\"Bounce\"}",
        "{\"eventType\":\"Delivery\"}",
        "{\"eventType\":\"Delivery\",MAIL}",
        "{\"eventType\":\"Bounce\",MAIL}",
        "{\"eventType\":\"Delivery\",\"delivery\":{},MAIL}",
        "{\"eventType\":\"Delivery\",\"delivery\":{\"timestamp\":\"soon\"},MAIL}",
        "{\"eventType\":\"Delivery\",\"mail\":\"none\"}"
      })
  void anythingElseIsPoison(String body) {
    assertThatThrownBy(() -> SesEvent.read(body.replace("MAIL", MAIL)))
        .isInstanceOf(MessageFormatException.class);
  }

  private static MailFeedback read(String type, String part) {
    return SesEvent.read("{\"eventType\":\"" + type + "\"," + MAIL + "," + part + "}")
        .orElseThrow();
  }
}
