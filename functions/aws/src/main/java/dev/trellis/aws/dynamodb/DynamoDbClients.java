package dev.trellis.aws.dynamodb;

import dev.trellis.aws.ClientSettings;
import dev.trellis.aws.Environment;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Builds the DynamoDB client. */
public final class DynamoDbClients {

  private DynamoDbClients() {}

  public static DynamoDbClient create(Environment environment) {
    return ClientSettings.build(DynamoDbClient.builder(), "DYNAMODB", environment);
  }
}
