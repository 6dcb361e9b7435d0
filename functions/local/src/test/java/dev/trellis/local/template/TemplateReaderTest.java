package dev.trellis.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateReaderTest {

  private static final Path TEMPLATE = Path.of("src/test/resources/template.yaml");
  private static final String QUEUES = "http://127.0.0.1:9324/000000000000/";

  @TempDir private Path folder;

  private final Template template = read(TEMPLATE);

  @Test
  void resolvesVariablesToThisMachine() {
    var variables = function("PageFunction").variables();

    assertThat(variables)
        .containsEntry("GREETING", "hello from ap-southeast-1, ${not} this")
        .containsEntry("WORK_QUEUE", QUEUES + "WorkQueue")
        .containsEntry("PUBLIC_URL", "http://localhost:8080")
        .containsEntry("LEADS_TABLE", "LeadsTable")
        .containsEntry("JOINED", "a-hello")
        .containsEntry("CHOSEN", "relaxed")
        .containsEntry("ARN", "arn:aws:sqs:ap-southeast-1:000000000000:WorkQueue");
    assertThat(variables.get("SECRET")).endsWith(":secret:Secret");
  }

  @Test
  void putsTheLayersFolderInPlaceOfOpt() {
    var layer = TEMPLATE.resolveSibling("layer").toAbsolutePath();

    assertThat(function("PageFunction").variables()).containsEntry("PLAYBOOK", layer.toString());
    assertThat(template.layer()).contains(layer);
  }

  @Test
  void addsGlobalsUnlessTheFunctionSaysOtherwise() {
    assertThat(function("WorkFunction").variables())
        .isEqualTo(Map.of("EVERYWHERE", "yes", "GREETING", "global"));
    assertThat(function("PageFunction").timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(function("WorkFunction").timeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void findsRoutesQueuesAndTicks() {
    assertThat(function("PageFunction").routes())
        .containsExactly(new LambdaFunction.Route("GET", "/p/{page}"));
    assertThat(function("WorkFunction").queueSources())
        .containsExactly(new LambdaFunction.QueueSource("WorkQueue", 5, true, 3));
    assertThat(function("WorkFunction").mostInstances()).isEqualTo(3);
    assertThat(function("PageFunction").reserved()).hasValue(7);
    assertThat(function("PageFunction").mostInstances()).isEqualTo(7);
    assertThat(function("WorkFunction").ticks())
        .containsExactly(new LambdaFunction.Tick("Minute", "aws.scheduler", null));
    assertThat(function("PageFunction").handler()).isEqualTo("dev.trellis.local.run.EchoHandler");
  }

  @Test
  void findsQueuesWithTheirDeadLettersAndLeavesOutWhatItsConditionForbids() {
    assertThat(template.queues())
        .extracting(Queue::name)
        .containsExactly("WorkQueue", "WorkDeadLetters", "FeedbackQueue");
    assertThat(template.workQueues()).containsExactly("WorkQueue", "FeedbackQueue");
    assertThat(template.queues().getFirst().redrive().orElseThrow().maxReceiveCount()).isEqualTo(2);
  }

  @Test
  void findsTablesWithKeysIndexesAndExpiry() {
    assertThat(template.table("LeadsTable"))
        .isEqualTo(
            new Table(
                "LeadsTable",
                "LeadsTable",
                Map.of("lead", "S", "item", "S", "pool", "S"),
                new Table.Key("lead", "item"),
                List.of(
                    new Table.Index(
                        "byPool", new Table.Key("pool", null), "INCLUDE", List.of("item"))),
                "expiresAt"));
  }

  @Test
  void followsMailEventsFromConfigurationSetToQueue() {
    var wire = template.mailEvents().getFirst();

    assertThat(template.mailEvents()).hasSize(1);
    assertThat(wire.configurationSet()).isEqualTo("ConfigurationSet");
    assertThat(wire.types()).containsExactlyInAnyOrder("send", "delivery", "bounce");
    assertThat(wire.queue()).isEqualTo("FeedbackQueue");
  }

  @Test
  void understandsTheTemplateThatIsDeployed() {
    var deployed = read(Path.of("../../infra/template.yaml"));

    assertThat(deployed.functions()).hasSizeGreaterThanOrEqualTo(11);
    assertThat(deployed.mailEvents()).isNotEmpty();
    assertThat(deployed.layer()).isPresent();
  }

  @Test
  void stopsAtAnUnknownTypeWithItsLogicalId() {
    refuses(
        "Bucket: { Type: 'AWS::S3::Bucket' }",
        "Bucket is of type AWS::S3::Bucket, which does not run on this machine");
  }

  @Test
  void stopsAtAPropertyThatWouldBeLost() {
    refuses(
        "Jobs: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } }",
        "Jobs has FifoQueue, which does nothing on this machine");
  }

  @Test
  void stopsAtAnEventThatWouldBeLost() {
    refuses(
        """
        Files:
          Type: AWS::Serverless::Function
          Properties:
            Handler: a.B
            Events: { Upload: { Type: S3, Properties: {} } }\
        """,
        "Files.Events.Upload is of type S3");
  }

  @Test
  void stopsAtAFilterWhichWouldDeleteMessages() {
    refuses(
        """
        Files:
          Type: AWS::Serverless::Function
          Properties:
            Handler: a.B
            Events: { Q: { Type: SQS, Properties: { Queue: "a:b", FilterCriteria: {} } } }\
        """,
        "Files.Events.Q has FilterCriteria");
  }

  @Test
  void stopsAtAReferenceToNothing() {
    refuses(
        """
        Files:
          Type: AWS::Serverless::Function
          Properties: { Handler: a.B, Environment: { Variables: { X: !Ref Missing } } }\
        """,
        "Files.X refers to Missing, which is neither a parameter nor a resource");
  }

  @Test
  void stopsAtAFunctionItDoesNotKnow() {
    refuses(
        """
        Files:
          Type: AWS::Serverless::Function
          Properties: { Handler: a.B, Environment: { Variables: { X: !Base64 abc } } }\
        """,
        "Files.X uses !Base64");
  }

  @Test
  void stopsAtOptWithoutALayer() {
    refuses(
        """
        Files:
          Type: AWS::Serverless::Function
          Properties: { Handler: a.B, Environment: { Variables: { PLAYBOOK: /opt } } }\
        """,
        "Files looks for PLAYBOOK in /opt without a layer");
  }

  @Test
  void stopsAtAParameterValueThatIsNotAllowed() {
    assertThatThrownBy(() ->
            new TemplateReader(surroundings(Map.of("Stage", "test", "PublicUrl", "x")))
                .read(TEMPLATE))
        .hasMessageContaining("Stage must not be test")
        .hasMessageContaining("[dev, prod]");
  }

  @Test
  void stopsAtAParameterWithoutAValue() {
    assertThatThrownBy(
            () -> new TemplateReader(surroundings(Map.of("Stage", "dev"))).read(TEMPLATE))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("PublicUrl is a parameter without a default");
  }

  @Test
  void saysInWhichLineTheYamlIsBroken() {
    refusesText("Resources:\n  A: [}\n", "template.yaml:2 is not YAML");
  }

  private void refuses(String resource, String message) {
    refusesText("Resources:\n" + resource.indent(2), message);
  }

  private void refusesText(String text, String message) {
    assertThatThrownBy(() -> read(Files.writeString(folder.resolve("template.yaml"), text)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(message);
  }

  private LambdaFunction function(String id) {
    return template.functions().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  private static Template read(Path file) {
    var parameters =
        Map.of(
            "Stage", "dev",
            "PublicUrl", "http://localhost:8080",
            "CrmUrl", "http://localhost:8080/crm",
            "SenderDomain", "trellis.example");
    return new TemplateReader(surroundings(parameters)).read(file);
  }

  private static Surroundings surroundings(Map<String, String> parameters) {
    return new Surroundings("http://127.0.0.1:9324", parameters, Optional.empty());
  }
}
