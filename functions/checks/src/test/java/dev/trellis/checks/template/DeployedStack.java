package dev.trellis.checks.template;

import module java.base;

import dev.trellis.aws.ClientSettings;
import dev.trellis.aws.Environment;
import dev.trellis.checks.localstack.Sam;
import dev.trellis.checks.ports.Emulators;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/**
 * A stack as it stands where it was deployed.
 *
 * @param url where AWS's services answer
 */
record DeployedStack(String url, Stack stack, List<StackResourceSummary> resources) {

  /** A function may have to start first. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Deploys the stack of a stage by the operator's command. */
  static DeployedStack deploy(String url, String stage) {
    var said = Sam.deploy(url, stage);
    if (!said.isDone()) {
      throw new AssertionError("sam deploy: " + said.output());
    }
    var name = "trellis-" + stage;
    var client = client(url, CloudFormationClient.builder());
    return new DeployedStack(
        url,
        client.describeStacks(request -> request.stackName(name)).stacks().getFirst(),
        client.listStackResourcesPaginator(request -> request.stackName(name)).stream()
            .flatMap(page -> page.stackResourceSummaries().stream())
            .toList());
  }

  /** A client of one of the services that it is made of. */
  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return client(url, builder);
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      String url, B builder) {
    return Emulators.at(
        url,
        Map.of(),
        "THIS",
        environment -> ClientSettings.build(builder, "THIS", environment, PATIENCE));
  }

  /** Does something as a function whose variables these are. */
  <T> T as(Map<String, String> variables, String service, Function<Environment, T> work) {
    return Emulators.at(url, variables, service, work);
  }

  Map<String, String> outputs() {
    return stack.outputs().stream()
        .collect(Collectors.toMap(Output::outputKey, Output::outputValue));
  }

  /** What the template calls by this name. */
  String physical(String id) {
    return resources.stream()
        .filter(resource -> resource.logicalResourceId().equals(id))
        .map(StackResourceSummary::physicalResourceId)
        .findFirst()
        .orElseThrow(() -> new AssertionError("the stack has no " + id));
  }

  Set<String> ids() {
    return resources.stream()
        .map(StackResourceSummary::logicalResourceId)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
