package dev.trellis.checks.template;

import static dev.trellis.checks.template.Template.list;
import static dev.trellis.checks.template.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.checks.template.Template.Call;
import dev.trellis.checks.template.Template.Resource;
import org.junit.jupiter.api.Test;

/** Each function may call what it calls, on what it names, and nothing else. */
class PermissionsTest {

  private static final Set<String> CONSUMING =
      Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

  private static final Set<String> TAKING = Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage");

  private final Template template;

  PermissionsTest() throws IOException {
    template = Template.read();
  }

  @Test
  void everyActionIsOneVerbOfOneService() {
    assertThat(statements(template.resources()).flatMap(statement -> actions(statement).stream()))
        .hasSizeGreaterThan(30)
        .allMatch(action -> action.matches("[a-z]+:[A-Z][A-Za-z]+"));
  }

  /** What is told of or to an account as a whole, for which IAM has no resource. */
  private static final Set<String> OF_THE_ACCOUNT =
      Set.of(
          "cloudwatch:GetMetricData",
          "ses:GetSendQuota",
          "ses:GetSendStatistics",
          "xray:PutTelemetryRecords",
          "xray:PutTraceSegments");

  @Test
  void noResourceIsAPattern() {
    var resources =
        statements(template.resources())
            .filter(statement -> !OF_THE_ACCOUNT.containsAll(actions(statement)))
            .flatMap(statement -> Template.inside(statement.get("Resource")))
            .toList();
    assertThat(resources).hasSizeGreaterThan(30).doesNotContainNull();
    assertThat(resources.stream().filter(String.class::isInstance).map(String.class::cast))
        .noneMatch(text -> text.contains("*") || text.contains("?"));
  }

  @Test
  void noStatementAllowsAllBut() {
    assertThat(statements(template.resources()).map(Map::keySet))
        .isNotEmpty()
        .allSatisfy(
            keys -> assertThat(keys).doesNotContain("NotAction", "NotResource", "NotPrincipal"));
  }

  /** SAM's own role for a function may write any log and read any queue. */
  @Test
  void everyFunctionHasARoleOfItsOwnAndNoOtherPolicies() {
    var functions = template.all("AWS::Serverless::Function");
    assertThat(functions)
        .allSatisfy(function -> {
          assertThat(function.properties()).as(function.id()).doesNotContainKey("Policies");
          assertThat(role(function).id())
              .isEqualTo(function.id().replaceFirst("Function$", "Role"));
          assertThat(list(role(function).properties().get("ManagedPolicyArns")))
              .as(role(function).id())
              .isEqualTo(List.of(new Call("Ref", "WriteLogs")));
        });
    assertThat(template.all("AWS::IAM::Role")).hasSameSizeAs(functions);
  }

  /** A variable without permission fails at the first call; one without a variable is too much. */
  @Test
  void aFunctionMayUseExactlyTheResourcesItsVariablesNameAndTheQueueItConsumes() {
    assertThat(template.all("AWS::Serverless::Function"))
        .allSatisfy(function -> {
          var named =
              Stream.concat(
                  names(FunctionsTest.variables(function).values().stream()), queueOf(function));
          var granted =
              names(statements(Stream.of(role(function))).map(each -> each.get("Resource")));
          assertThat(resourcesAmong(granted))
              .as(function.id())
              .isNotEmpty()
              .isEqualTo(resourcesAmong(named));
        });
  }

  @Test
  void aFunctionConsumesOnlyTheQueueThatStartsItAndTheConsoleDeadLetters() {
    assertThat(template.all("AWS::Serverless::Function"))
        .allSatisfy(function -> {
          var consumed =
              statements(Stream.of(role(function)))
                  .filter(each -> actions(each).stream().anyMatch(TAKING::contains))
                  .toList();
          var queues = names(consumed.stream().map(each -> each.get("Resource")));
          var expected =
              function.id().equals("ConsoleFunction") ? deadLetters() : queueOf(function);
          assertThat(queues.map(name -> name.replace(".Arn", "")))
              .as(function.id())
              .containsExactlyInAnyOrderElementsOf(expected.toList());
          assertThat(consumed)
              .allSatisfy(statement ->
                  assertThat(actions(statement)).containsExactlyInAnyOrderElementsOf(CONSUMING));
        });
  }

  private Stream<String> deadLetters() {
    return template.all("AWS::SQS::Queue").stream()
        .map(Resource::id)
        .filter(id -> id.endsWith("DeadLetters"));
  }

  @Test
  void everyFunctionMayWriteTracesWhereTheyAreOn() {
    var policy = template.resource("WriteTraces");
    assertThat(policy.body()).containsEntry("Condition", "IsTraced");
    assertThat(list(policy.properties().get("Roles")).stream().map(role -> (Call) role))
        .extracting(role -> role.argument().toString())
        .containsExactlyInAnyOrderElementsOf(
            template.all("AWS::IAM::Role").stream().map(Resource::id).toList());
  }

  private Stream<String> queueOf(Resource function) {
    return template.events("SQS").stream()
        .filter(event -> event.function().id().equals(function.id()))
        .map(Template.Event::queue);
  }

  private Resource role(Resource function) {
    var role = (Call) function.properties().get("Role");
    assertThat(role).as(function.id()).isNotNull();
    return template.resource(role.names().findFirst().orElseThrow());
  }

  private TreeSet<String> resourcesAmong(Stream<String> names) {
    var resources = template.resources().map(Resource::id).collect(Collectors.toSet());
    resources.remove("Api"); // its address is written into mails, and nobody is called
    return names.filter(resources::contains).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> names(Stream<Object> values) {
    return values
        .flatMap(Template::inside)
        .filter(Call.class::isInstance)
        .flatMap(call -> ((Call) call).names());
  }

  private static List<String> actions(Map<String, Object> statement) {
    return list(statement.get("Action")).stream().map(String.class::cast).toList();
  }

  /** Every statement of every policy that allows something, except who may take on a role. */
  private static Stream<Map<String, Object>> statements(Stream<Resource> resources) {
    return resources
        .flatMap(resource ->
            resource.properties().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("AssumeRolePolicyDocument")))
        .flatMap(entry -> Template.inside(entry.getValue()))
        .filter(value -> value instanceof Map<?, ?> map && map.containsKey("Statement"))
        .flatMap(policy -> list(map(policy).get("Statement")).stream())
        .map(Template::map)
        .filter(statement -> "Allow".equals(statement.get("Effect")));
  }
}
