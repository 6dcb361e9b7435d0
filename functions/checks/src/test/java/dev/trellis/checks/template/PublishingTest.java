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
  void aChangedPlaybookOrSettingIsAVersionToo() {
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

  @Test
  void everyFunctionThatIsCalledByItselfGoesBackOnAnAlarmAboutIt() {
    assertThat(template.all("AWS::Serverless::Function"))
        .filteredOn(function -> function.properties().containsKey("Events"))
        .hasSizeGreaterThan(10)
        .allSatisfy(function -> {
          var alarms = alarms(function);
          assertThat(alarms)
              .as(function.id())
              .isNotEmpty()
              .allMatch(alarm -> alarm.type().equals("AWS::CloudWatch::Alarm"));
          assertThat(alarms.stream().flatMap(alarm -> Template.inside(alarm.properties())))
              .as("an alarm about %s", function)
              .contains(new Call("Ref", function.id()));
        });
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
