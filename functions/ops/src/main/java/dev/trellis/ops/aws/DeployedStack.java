package dev.trellis.ops.aws;

import module java.base;

import dev.trellis.aws.ClientSettings;
import dev.trellis.aws.Environment;
import dev.trellis.aws.dynamodb.DynamoDbClients;
import dev.trellis.aws.secrets.DeployedSecrets;
import dev.trellis.aws.sqs.SqsClients;
import dev.trellis.core.signing.KeyRing;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** A stack on AWS, asked from CloudFormation by its name. */
public final class DeployedStack {

  private DeployedStack() {}

  /**
   * The stack of this name in {@code AWS_REGION}, or empty if CloudFormation knows none.
   *
   * @throws IllegalStateException if no region is set
   */
  public static Optional<Stack> find(String name, Environment environment) {
    var resources = resources(name, environment);
    return resources.map(called ->
        new Stack(
            called,
            DynamoDbClients.create(environment),
            SqsClients.create(environment),
            () -> identities(called.get("Secret"), environment),
            environment.clock()));
  }

  private static Optional<Map<String, String>> resources(String name, Environment environment) {
    try (var client =
        ClientSettings.build(CloudFormationClient.builder(), "CLOUDFORMATION", environment)) {
      return Optional.of(
          client
              .listStackResourcesPaginator(list -> list.stackName(name))
              .stackResourceSummaries()
              .stream()
              .filter(resource -> resource.physicalResourceId() != null)
              .collect(
                  Collectors.toMap(
                      StackResourceSummary::logicalResourceId,
                      StackResourceSummary::physicalResourceId)));
    } catch (CloudFormationException e) {
      if (e.statusCode() == 400 && e.getMessage().contains("does not exist")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static KeyRing identities(String secret, Environment environment) {
    return new DeployedSecrets(environment.with("SECRET", secret)).identities();
  }
}
