package dev.trellis.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.local.template.MailEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.ConfigurationSetDoesNotExistException;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SesException;

class SesEndpointTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final byte[] RAW =
      "From: a@trellis.example\r\nSubject: Gr\u00fc\u00dfe\r\n\r\nHello + bye & = %\r\n"
          .getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  private final List<Map<String, Object>> published = new ArrayList<>();
  private MailArchive archive;
  private SesEndpoint endpoint;
  private SesClient client;

  @BeforeEach
  void start() throws IOException {
    archive = new MailArchive(folder);
    var wire = new MailEvents("Set", Set.of("send", "delivery", "bounce", "complaint"), "Feedback");
    endpoint =
        SesEndpoint.start(
            archive,
            Clock.fixed(NOW, ZoneOffset.UTC),
            List.of(wire),
            (queue, body) -> {
              assertThat(queue).isEqualTo("Feedback");
              published.add(Json.parse(body));
            });
    client =
        SesClient.builder()
            .region(Region.of("ap-southeast-1"))
            .endpointOverride(URI.create(endpoint.url()))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    endpoint.close();
  }

  @Test
  void keepsTheMessageByteForByte() {
    var id = send("li@example.cn", "Set");

    var mail = archive.all().getFirst();
    assertThat(archive.raw(mail)).isEqualTo(RAW);
    assertThat(mail.messageId()).isEqualTo(id);
    assertThat(mail.to()).containsExactly("li@example.cn");
    assertThat(mail.at()).isEqualTo(NOW);
  }

  @Test
  void findsAfterARestartWhatItKept() throws IOException {
    send("li@example.cn", "Set");
    send("wang@example.cn", "Set");

    var again = new MailArchive(folder).all();
    assertThat(again).isEqualTo(archive.all());
    assertThat(again).extracting(KeptMail::number).containsExactly(1, 2);
  }

  @Test
  void reportsSendAndDeliveryWithTheTagsOfTheSender() {
    var id = send("li@example.cn", "Set");

    assertThat(published).extracting(e -> e.get("eventType")).containsExactly("Send", "Delivery");
    for (var event : published) {
      var mail = (Map<?, ?>) event.get("mail");
      assertThat(mail.get("messageId")).isEqualTo(id);
      assertThat(((Map<?, ?>) mail.get("tags")).get("sendId")).isEqualTo(List.of("send-1"));
    }
  }

  @Test
  void bouncesAndComplainsForTheSimulatorsAddresses() {
    send("bounce@simulator.amazonses.com", "Set");
    send("complaint@simulator.amazonses.com", "Set");

    assertThat(published)
        .extracting(e -> e.get("eventType"))
        .containsExactly("Send", "Bounce", "Send", "Delivery", "Complaint");
  }

  @Test
  void refusesAConfigurationSetThatTheTemplateDoesNotHave() {
    assertThatThrownBy(() -> send("li@example.cn", "Other"))
        .isInstanceOf(ConfigurationSetDoesNotExistException.class);
    assertThat(archive.all()).isEmpty();
  }

  @Test
  void tellsWhatTheAccountMaySendAndWhatCameBack() {
    send("bounce@simulator.amazonses.com", "Set");
    send("complaint@simulator.amazonses.com", "Set");
    send("li@example.cn", "Set");

    assertThat(client.getSendQuota().sentLast24Hours()).isEqualTo(3);
    assertThat(client.getSendQuota().maxSendRate()).isEqualTo(10_000);
    assertThat(client.getSendStatistics().sendDataPoints())
        .singleElement()
        .satisfies(quarter -> {
          assertThat(quarter.timestamp()).isEqualTo(NOW);
          assertThat(quarter.deliveryAttempts()).isEqualTo(3);
          assertThat(quarter.bounces()).isEqualTo(1);
          assertThat(quarter.complaints()).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "no-quota, Throttling, Daily message quota exceeded",
    "paused, AccountSendingPausedException, disabled",
    "sandbox, MessageRejected, li@example.cn",
    "unverified, MessageRejected, a@trellis.example",
    "refusing, MessageRejected, Bad content"
  })
  void onABadDayItRefusesAsSesDoes(String day, String code, String words) {
    endpoint.begin(SesDay.of(day));
    assertThatThrownBy(() -> send("li@example.cn", "Set"))
        .isInstanceOfSatisfying(
            SesException.class,
            refusal -> {
              assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(refusal.awsErrorDetails().errorMessage()).contains(words);
            });
    assertThat(archive.all()).isEmpty();

    endpoint.begin(SesDay.GOOD);
    send("li@example.cn", "Set");
    assertThat(archive.all()).hasSize(1);
  }

  private String send(String to, String configurationSet) {
    return client
        .sendRawEmail(r ->
            r.source("a@trellis.example")
                .destinations(to)
                .configurationSetName(configurationSet)
                .tags(MessageTag.builder().name("sendId").value("send-1").build())
                .rawMessage(m -> m.data(SdkBytes.fromByteArray(RAW))))
        .messageId();
  }
}
