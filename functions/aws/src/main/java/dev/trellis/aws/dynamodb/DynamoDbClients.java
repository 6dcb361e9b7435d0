package dev.trellis.aws.dynamodb;

import dev.trellis.aws.ClientSettings;
import dev.trellis.aws.Environment;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Builds the DynamoDB client. */
public final class DynamoDbClients {

  private static final ScopedValue<DynamoDbClient> LENT = ScopedValue.newInstance();

  private DynamoDbClients() {}

  public static DynamoDbClient create(Environment environment) {
    return ClientSettings.behindGate(
        DynamoDbClient.class,
        LENT.isBound()
            ? LENT.get()
            : ClientSettings.build(DynamoDbClient.builder(), "DYNAMODB", environment));
  }

  /** Does something, such as constructing handlers, that gets this client instead of a new one. */
  public static <T> T lending(DynamoDbClient client, Supplier<T> work) {
    return ScopedValue.where(LENT, client).call(work::get);
  }
}
