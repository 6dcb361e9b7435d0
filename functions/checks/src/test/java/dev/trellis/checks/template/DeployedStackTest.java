package dev.trellis.checks.template;

import static dev.trellis.checks.template.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.aws.secrets.DeployedSecrets;
import dev.trellis.checks.localstack.LocalStack;
import dev.trellis.checks.localstack.Sam;
import dev.trellis.core.json.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The template as {@code sam deploy} brings it to LocalStack, and as it works there. */
@Tag("proof")
class DeployedStackTest {

  private static DeployedStack dev;

  private final Template template;

  DeployedStackTest() throws IOException {
    template = Template.read();
  }

  @BeforeAll
  static void deploy() {
    LocalStack.needed(Sam.obstacle());
    dev = DeployedStack.deploy(LocalStack.url(), "dev");
  }

  @Test
  void everythingOfTheTemplateIsThere() {
    assertThat(dev.stack().stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
    assertThat(dev.resources())
        .allSatisfy(
            resource -> assertThat(resource.resourceStatusAsString()).isEqualTo("CREATE_COMPLETE"));
    var unconditional =
        template
            .resources()
            .filter(resource -> !resource.body().containsKey("Condition"))
            .filter(resource -> !resource.type().equals("AWS::Serverless::LayerVersion"))
            .map(Template.Resource::id);
    assertThat(dev.ids()).containsAll(unconditional.toList());
    assertThat(dev.ids())
        .containsAll(
            template.all("AWS::Serverless::Function").stream()
                .map(function -> function.id() + "Aliaslive")
                .toList());
  }

  /** What this proof does not prove: of these, LocalStack keeps no more than the name. */
  @Test
  void noMoreThanThisIsTakenOnTrust() {
    assertThat(
            dev.resources().stream()
                .filter(resource ->
                    Objects.toString(resource.resourceStatusReason()).contains("not supported"))
                .map(StackResourceSummary::resourceType))
        .containsOnly(
            "AWS::ApiGatewayV2::Api",
            "AWS::ApiGatewayV2::Stage",
            "AWS::CloudWatch::Dashboard",
            "AWS::CodeDeploy::Application",
            "AWS::CodeDeploy::DeploymentGroup",
            "AWS::Logs::MetricFilter",
            "AWS::SES::ConfigurationSet",
            "AWS::SES::ConfigurationSetEventDestination");
  }

  @Test
  void outputsNameWhatIsThere() {
    assertThat(dev.outputs()).containsOnlyKeys(map(template.document().get("Outputs")).keySet());
    assertThat(dev.outputs())
        .containsEntry("LeadsTableName", dev.physical("LeadsTable"))
        .containsEntry("MailsQueueUrl", dev.physical("MailsQueue"))
        .containsEntry("AlarmTopicArn", dev.physical("AlarmTopic"));
  }

  @Test
  void tablesHaveTheirKeys() {
    var dynamoDb = dev.client(DynamoDbClient.builder());
    for (var resource : template.all("AWS::DynamoDB::Table")) {
      var name = dev.physical(resource.id());
      var table = dynamoDb.describeTable(request -> request.tableName(name)).table();
      assertThat(table.tableStatus()).isEqualTo(TableStatus.ACTIVE);
      assertThat(table.keySchema())
          .extracting(KeySchemaElement::attributeName)
          .containsExactlyElementsOf(
              Template.list(resource.properties().get("KeySchema")).stream()
                  .map(key -> (String) map(key).get("AttributeName"))
                  .toList());
    }
  }

  @Test
  void queuesAreEncryptedAndTakeNothingWithoutTls() {
    var sqs = dev.client(SqsClient.builder());
    for (var queue : template.all("AWS::SQS::Queue")) {
      var attributes =
          sqs.getQueueAttributes(request ->
                  request.queueUrl(dev.physical(queue.id())).attributeNames(QueueAttributeName.ALL))
              .attributes();
      assertThat(attributes).containsEntry(QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "true");
      assertThat(refusesPlainHttp(attributes.get(QueueAttributeName.POLICY)))
          .as(queue.id())
          .isTrue();
      assertThat(attributes.containsKey(QueueAttributeName.REDRIVE_POLICY))
          .as(queue.id())
          .isEqualTo(queue.id().endsWith("Queue"));
    }
  }

  @Test
  void topicsTakeNothingWithoutTls() {
    var sns = dev.client(SnsClient.builder());
    for (var topic : template.all("AWS::SNS::Topic")) {
      var attributes =
          sns.getTopicAttributes(request -> request.topicArn(dev.physical(topic.id())))
              .attributes();
      assertThat(refusesPlainHttp(attributes.get("Policy"))).as(topic.id()).isTrue();
    }
  }

  @Test
  void everyQueueHasOneConsumerByItsAlias() {
    var sources =
        dev.client(LambdaClient.builder()).listEventSourceMappings().eventSourceMappings().stream()
            .filter(source -> source.eventSourceArn().contains(":trellis-dev-"))
            .toList();
    assertThat(sources)
        .hasSameSizeAs(template.events("SQS"))
        .allSatisfy(source -> {
          assertThat(source.functionArn()).endsWith(":live");
          assertThat(source.functionResponseTypesAsStrings())
              .containsExactly("ReportBatchItemFailures");
          assertThat(source.scalingConfig().maximumConcurrency()).isGreaterThanOrEqualTo(2);
        });
    assertThat(sources)
        .extracting(EventSourceMappingConfiguration::eventSourceArn)
        .doesNotHaveDuplicates();
  }

  @Test
  void secretsAreMadeLongEnoughAndPartnersHaveNoneYet() {
    var variables =
        Map.of(
            "SECRET", dev.outputs().get("SecretName"),
            "LINKS_SECRET", dev.outputs().get("LinksSecretName"),
            "PARTNERS_SECRET", dev.outputs().get("PartnersSecretName"),
            "FORMER_SECRET", "none");
    var secrets = dev.as(variables, "SECRETS_MANAGER", DeployedSecrets::new);
    assertThat(secrets.links().keys()).singleElement().asString().hasSize(48);
    assertThat(secrets.identities().keys())
        .containsExactlyElementsOf(secrets.suppressions().keys().toList())
        .doesNotContainAnyElementsOf(secrets.links().keys().toList());
    assertThat(secrets.partners().webhook("events")).isEmpty();
  }

  /** From the front door's function by a queue to the next function and into a table. */
  @Test
  void aScanBecomesALead() throws Exception {
    var event = Files.readAllBytes(template.root().resolve("events/capture/scan.json"));
    var answer =
        dev.client(LambdaClient.builder())
            .invoke(request ->
                request
                    .functionName(dev.physical("CaptureFunctionAliaslive"))
                    .payload(SdkBytes.fromByteArray(event)));
    assertThat(answer.functionError()).as(answer.payload().asUtf8String()).isNull();
    assertThat(Json.parse(answer.payload().asUtf8String())).containsEntry("statusCode", 303);

    var leads = dev.client(DynamoDbClient.builder());
    assertThat(within(Duration.ofMinutes(2), () -> hasPlacement(leads))).isTrue();
  }

  private static boolean hasPlacement(DynamoDbClient leads) {
    return leads.scan(request -> request.tableName(dev.physical("LeadsTable"))).items().stream()
        .anyMatch(item -> item.get("item").s().equals("placement"));
  }

  private static boolean within(Duration limit, BooleanSupplier isSo) throws InterruptedException {
    for (var end = Instant.now().plus(limit); Instant.now().isBefore(end); Thread.sleep(500)) {
      if (isSo.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("unchecked")
  private static boolean refusesPlainHttp(String policy) {
    return ((List<Map<String, Object>>) Json.parse(policy).get("Statement"))
        .stream()
            .anyMatch(statement ->
                statement.get("Effect").equals("Deny")
                    && statement.toString().contains("aws:SecureTransport"));
  }
}
