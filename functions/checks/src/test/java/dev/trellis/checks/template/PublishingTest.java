package dev.trellis.checks.template;

import static dev.trellis.checks.template.Template.list;
import static dev.trellis.checks.template.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.checks.template.Template.Call;
import dev.trellis.checks.template.Template.Resource;
import org.junit.jupiter.api.Test;

/** A new version takes over by and by, and leaves again when an alarm comes up. */
class PublishingTest {

  private static final Set<String> NOT_IN_A_VERSION =
      Set.of(
          "DeploymentPreference", "Events", "ReservedConcurrentExecutions", "VersionDescription");

  private final Template template;
  private final Map<String, Object> ofAll;

  PublishingTest() throws IOException {
    template = Template.read();
    ofAll = map(map(template.document().get("Globals")).get("Function"));
  }

  /** SAM lets routes, queues and schedules call the alias where there is one. */
  @Test
  void everyFunctionIsCalledByAnAlias() {
    assertThat(ofAll).containsEntry("AutoPublishAlias", "live");
    assertThat(template.all("AWS::Serverless::Function"))
        .allSatisfy(
            function -> assertThat(function.properties()).doesNotContainKey("AutoPublishAlias"));
  }

  /** Else the alias would stay at the version with the playbook of before. */
  @Test
  void aChangedPlaybookIsAVersionToo() {
    assertThat(template.all("AWS::Serverless::Function"))
        .allSatisfy(function ->
            assertThat(function.properties())
                .containsEntry("AutoPublishAliasAllProperties", "true"));
    assertThat(template.all("AWS::Serverless::LayerVersion"))
        .allSatisfy(layer ->
            assertThat(layer.properties())
                .containsEntry("PublishLambdaVersion", "true")
                .containsEntry("RetentionPolicy", "Retain"));
  }

  /**
   * SAM names a version by its code and properties before parameters are filled in. So its
   * description, which CloudFormation cannot change without another version, names each parameter
   * that the function's version holds; and no other, since Lambda makes no version of what has not
   * changed.
   */
  @Test
  void aChangedParameterIsAVersionToo() {
    assertThat(template.all("AWS::Serverless::Function"))
        .allSatisfy(function -> {
          var description = function.properties().get("VersionDescription");
          assertThat(parameters(description).sorted())
              .as(function.id())
              .contains("XRay")
              .containsExactlyElementsOf(inVersion(function));
          assertThat(parameters(description).mapToInt(this::longest).sum())
              .as("Lambda takes 256 characters")
              .isLessThanOrEqualTo(256);
        });
  }

  private TreeSet<String> inVersion(Resource function) {
    var versioned = new HashMap<>(ofAll);
    versioned.putAll(function.properties());
    versioned.put("Globals", ofAll.get("Environment"));
    versioned.keySet().removeAll(NOT_IN_A_VERSION);
    return parameters(versioned).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those that a value names, or that a condition of it does. */
  private Stream<String> parameters(Object value) {
    var declared = map(template.document().get("Parameters"));
    var conditions = map(template.document().get("Conditions"));
    return Template.inside(value)
        .filter(Call.class::isInstance)
        .flatMap(call -> ((Call) call).names())
        .flatMap(name ->
            declared.containsKey(name)
                ? Stream.of(name)
                : conditions.containsKey(name) ? parameters(conditions.get(name)) : Stream.of());
  }

  // With its name, and room for the longest number or word.
  private int longest(String parameter) {
    var length = map(map(template.document().get("Parameters")).get(parameter)).get("MaxLength");
    return parameter.length() + 2 + (length == null ? 8 : Integer.parseInt((String) length));
  }

  @Test
  void prodShiftsByAndByAndDevAtOnce() {
    assertThat(map(ofAll.get("DeploymentPreference")).get("Type"))
        .isEqualTo(
            new Call("If", List.of("ShiftsGradually", "Canary10Percent5Minutes", "AllAtOnce")));
    assertThat(map(template.document().get("Conditions")).get("ShiftsGradually"))
        .isEqualTo(
            new Call(
                "And",
                List.of(
                    new Call("Condition", "IsProd"),
                    new Call("Equals", List.of(new Call("Ref", "Shift"), "gradual")))));
  }

  /** And on none about another one, but for what all those behind the API answer. */
  @Test
  void everyFunctionThatIsCalledByItselfGoesBackOnAnAlarmAboutIt() {
    var ids = template.all("AWS::Serverless::Function").stream().map(Resource::id).toList();
    assertThat(template.all("AWS::Serverless::Function"))
        .filteredOn(function -> function.properties().containsKey("Events") && !isTick(function))
        .hasSizeGreaterThan(8)
        .allSatisfy(function -> {
          var alarms = alarms(function);
          assertThat(alarms)
              .as(function.id())
              .isNotEmpty()
              .allMatch(alarm -> alarm.type().equals("AWS::CloudWatch::Alarm"));
          assertThat(
                  alarms.stream()
                      .flatMap(alarm -> Template.inside(alarm.properties()))
                      .filter(Call.class::isInstance)
                      .flatMap(call -> ((Call) call).names())
                      .filter(ids::contains))
              .as("functions that its alarms are about")
              .containsOnly(function.id());
        });
  }

  /** A tick is called once a minute, so that a tenth of its calls in five minutes is none. */
  @Test
  void aTickChangesAtOnce() {
    assertThat(template.all("AWS::Serverless::Function"))
        .filteredOn(this::isTick)
        .hasSize(2)
        .allSatisfy(tick ->
            assertThat(tick.properties())
                .containsEntry("DeploymentPreference", Map.of("Type", "AllAtOnce")));
  }

  private boolean isTick(Resource function) {
    return template.events("ScheduleV2").stream()
        .anyMatch(event -> event.function().id().equals(function.id()));
  }

  /** CodeDeploy looks at ten alarms at most, and lets none in that is on before it begins. */
  @Test
  void whatIsWrongForOtherReasonsDoesNotKeepAVersionOut() {
    assertThat(template.all("AWS::Serverless::Function").stream().flatMap(f -> alarms(f).stream()))
        .extracting(Resource::id)
        .isNotEmpty()
        .noneMatch(id -> id.matches(".*(DeadLetters|Age|Rate|Quarantine|Warnings).*"));
  }

  @Test
  void whoeverMakesWhatAnotherReadsShiftsAfterIt() {
    assertThat(template.resource("PoolsTickFunction").body())
        .containsEntry("DependsOn", "PoolsFunctionAliaslive");
    assertThat(list(template.resource("NurtureDispatchFunction").body().get("DependsOn")))
        .isEqualTo(List.of("CaptureFunctionAliaslive", "NurturePreferencesFunctionAliaslive"));
  }

  /** What people call by hand is what the alias stands at, not what may be on its way. */
  @Test
  void peopleCallTheAliasToo() {
    assertThat(Template.inside(template.document().get("Outputs")))
        .contains(
            new Call("Ref", "ScoringRekeyFunction.Alias"),
            new Call("Ref", "NurtureTickFunction.Alias"));
  }

  private List<Resource> alarms(Resource function) {
    return Template.inside(map(function.properties().get("DeploymentPreference")))
        .filter(value -> value instanceof Call call && call.function().equals("Ref"))
        .flatMap(call -> ((Call) call).names())
        .filter(name -> !name.startsWith("AWS"))
        .map(template::resource)
        .toList();
  }
}
