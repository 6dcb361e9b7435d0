package dev.trellis.aws.ses;

import dev.trellis.aws.ClientSettings;
import dev.trellis.aws.Environment;
import java.time.Duration;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.ses.SesClient;

/** Builds the SES client. */
public final class SesClients {

  private static final Duration ANSWER = Duration.ofSeconds(10);

  private SesClients() {}

  /** A client that never retries: SES does not recognise a repeated send, it mails twice. */
  public static SesClient create(Environment environment) {
    return create(environment, ANSWER);
  }

  static SesClient create(Environment environment, Duration answer) {
    var builder =
        SesClient.builder()
            .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()));
    return ClientSettings.behindGate(
        SesClient.class, ClientSettings.build(builder, "SES", environment, answer));
  }
}
