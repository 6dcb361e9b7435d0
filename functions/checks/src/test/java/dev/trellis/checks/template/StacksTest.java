package dev.trellis.checks.template;

import static dev.trellis.checks.template.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.checks.template.Template.Call;
import dev.trellis.checks.template.Template.Resource;
import org.junit.jupiter.api.Test;

/** Two stacks stand side by side in one account, each deployed in one go. */
class StacksTest {

  /** Properties by which a resource of these types gets its physical name. */
  private static final Set<String> NAMES =
      Set.of(
          "AlarmName",
          "DashboardName",
          "FunctionName",
          "LayerName",
          "LogGroupName",
          "ManagedPolicyName",
          "Name",
          "QueueName",
          "RoleName",
          "TableName",
          "TopicName");

  /** What SAM appends to a function's id to call its alias. */
  private static final String ALIAS = "Aliaslive";

  private final Template template;

  StacksTest() throws IOException {
    template = Template.read();
  }

  @Test
  void noPhysicalNameIsFixed() {
    assertThat(fixedNames(template)).isEmpty();
    assertThat(template.all("AWS::Serverless::LayerVersion"))
        .as("SAM would call it by its logical id")
        .allSatisfy(layer -> assertThat(layer.properties()).containsKey("LayerName"));
    assertThat(template.events("ScheduleV2"))
        .as("SAM would call it by function and event")
        .allSatisfy(event -> assertThat(event.properties()).containsEntry("OmitName", "true"));
  }

  @Test
  void aFixedNameIsFound() {
    var fixed = "{ Resources: { Q: { Type: AWS::SQS::Queue, Properties: { QueueName: %s } } } }";
    var found = Template.parse(template.root(), fixed.formatted("leads"));
    var stage = Template.parse(template.root(), fixed.formatted("!Sub 'leads-${Stage}'"));
    var own = Template.parse(template.root(), fixed.formatted("!Sub '${AWS::StackName}-leads'"));
    assertThat(fixedNames(found)).containsExactly("Q.QueueName");
    assertThat(fixedNames(stage)).containsExactly("Q.QueueName");
    assertThat(fixedNames(own)).isEmpty();
  }

  /**
   * SAM writes the aliases of the functions of its routes into the API, so the API comes after
   * them, and each alias after its function and the alarms that may take it back.
   */
  @Test
  void noResourceNeedsItself() {
    var needs = new TreeMap<String, Set<String>>();
    template.resources().forEach(resource -> needs.put(resource.id(), needed(resource)));
    for (var function : template.all("AWS::Serverless::Function")) {
      var alias = names(map(function.properties().get("DeploymentPreference")));
      alias.add(function.id());
      needs.put(function.id() + ALIAS, alias);
    }
    template
        .events("HttpApi")
        .forEach(event -> needs.get(api(event.properties())).add(event.function().id() + ALIAS));
    assertThat(needs.get("NurtureDispatchFunction")).contains("Api", "CaptureFunctionAliaslive");
    assertThat(needs.get("Api")).contains("CaptureFunctionAliaslive");
    assertThat(needs.get("CaptureFunctionAliaslive")).contains("NotAnsweredAlarm");
    assertThat(needs.values().stream().flatMap(Set::stream).filter(each -> each.endsWith(ALIAS)))
        .as("those that SAM makes")
        .allMatch(needs::containsKey);
    for (var removed = true; removed; ) {
      removed = needs.values().removeIf(Set::isEmpty);
      needs.values().forEach(each -> each.retainAll(needs.keySet()));
    }
    assertThat(needs).as("what needs itself, and what needs that").isEmpty();
  }

  @Test
  void nobodyHasToSayWhereTheApiIs() {
    var parameter = map(map(template.document().get("Parameters")).get("PublicUrl"));
    assertThat(parameter).containsEntry("Default", "");
  }

  private static String api(Map<String, Object> route) {
    return ((Call) route.get("ApiId")).names().findFirst().orElseThrow();
  }

  private static List<String> fixedNames(Template template) {
    return template
        .resources()
        .flatMap(resource ->
            resource.properties().entrySet().stream()
                .filter(property -> NAMES.contains(property.getKey()))
                .filter(property -> isFixed(property.getValue(), template))
                .map(property -> resource.id() + "." + property.getKey()))
        .toList();
  }

  /** A filter's log group is another resource, by its name. */
  private static boolean isFixed(Object name, Template template) {
    return template.resources().noneMatch(other -> name.equals(new Call("Ref", other.id())))
        && !(name instanceof Call(var _, String text) && text.contains("${AWS::StackName}"));
  }

  private static Set<String> names(Object value) {
    return Template.inside(value)
        .filter(Call.class::isInstance)
        .flatMap(call -> ((Call) call).names())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  // A route becomes part of the API, what is shifted and taken back of the alias.
  private static Set<String> needed(Resource resource) {
    var properties = new HashMap<>(resource.properties());
    var events = new HashMap<>(map(properties.get("Events")));
    events.values().removeIf(event -> map(event).get("Type").equals("HttpApi"));
    properties.put("Events", events);
    properties.remove("DeploymentPreference");
    var names = names(properties);
    Template.list(resource.body().get("DependsOn")).forEach(name -> names.add((String) name));
    return names;
  }
}
