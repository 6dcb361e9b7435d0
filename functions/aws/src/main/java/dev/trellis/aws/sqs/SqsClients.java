package dev.trellis.aws.sqs;

import dev.trellis.aws.ClientSettings;
import dev.trellis.aws.Environment;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Builds the SQS client. */
public final class SqsClients {

  private SqsClients() {}

  public static SqsClient create(Environment environment) {
    return ClientSettings.build(SqsClient.builder(), "SQS", environment);
  }
}
