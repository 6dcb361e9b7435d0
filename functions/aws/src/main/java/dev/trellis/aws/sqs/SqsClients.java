package dev.trellis.aws.sqs;

import dev.trellis.aws.ClientSettings;
import dev.trellis.aws.Environment;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Builds the SQS client. */
public final class SqsClients {

  private static final ScopedValue<SqsClient> LENT = ScopedValue.newInstance();

  private SqsClients() {}

  public static SqsClient create(Environment environment) {
    return ClientSettings.behindGate(
        SqsClient.class,
        LENT.isBound()
            ? LENT.get()
            : ClientSettings.build(SqsClient.builder(), "SQS", environment));
  }

  /** Does something, such as constructing handlers, that gets this client instead of a new one. */
  public static <T> T lending(SqsClient client, Supplier<T> work) {
    return ScopedValue.where(LENT, client).call(work::get);
  }
}
