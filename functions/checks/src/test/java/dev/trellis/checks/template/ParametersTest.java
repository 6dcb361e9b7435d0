package dev.trellis.checks.template;

import static dev.trellis.checks.template.Template.list;
import static dev.trellis.checks.template.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.checks.template.Template.Call;
import org.junit.jupiter.api.Test;

/** Parameters and conditions: each is used, and none can be given a value that makes no sense. */
class ParametersTest {

  private final Template template;
  private final Map<String, Object> parameters;
  private final Map<String, Object> conditions;

  ParametersTest() throws IOException {
    template = Template.read();
    parameters = map(template.document().get("Parameters"));
    conditions = map(template.document().get("Conditions"));
  }

  @Test
  void everyParameterAndConditionIsUsed() {
    assertThat(parameters).isNotEmpty();
    assertThat(used()).containsAll(parameters.keySet()).containsAll(conditions.keySet());
  }

  @Test
  void everyNameThatIsUsedExists() {
    var known =
        Stream.concat(
                template.resources().map(Template.Resource::id),
                Stream.concat(parameters.keySet().stream(), conditions.keySet().stream()))
            .collect(Collectors.toSet());
    assertThat(used().stream().filter(name -> !name.startsWith("AWS::")))
        .isNotEmpty()
        .allMatch(known::contains);
  }

  @Test
  void everyParameterIsDescribedAndBounded() {
    assertThat(parameters)
        .allSatisfy((name, parameter) -> {
          assertThat(map(parameter)).as(name).containsKey("Description");
          assertThat(map(parameter).keySet())
              .as(name)
              .containsAnyOf("AllowedValues", "AllowedPattern", "MinValue");
        });
  }

  @Test
  void everyConditionComparesWithAValueThatIsAllowed() {
    var comparisons =
        Template.inside(conditions)
            .filter(value -> value instanceof Call call && call.function().equals("Equals"))
            .map(value -> list(((Call) value).argument()))
            .toList();
    assertThat(comparisons)
        .isNotEmpty()
        .allSatisfy(sides -> {
          var name = ((Call) sides.get(0)).names().findFirst().orElseThrow();
          assertThat(isAllowed(map(parameters.get(name)), (String) sides.get(1)))
              .as("%s may be %s", name, sides.get(1))
              .isTrue();
        });
  }

  @Test
  void aPublicUrlEndsWithoutASlash() {
    var publicUrl = map(parameters.get("PublicUrl"));
    assertThat(isAllowed(publicUrl, "")).isTrue();
    assertThat(isAllowed(publicUrl, "https://leads.example.com")).isTrue();
    assertThat(isAllowed(publicUrl, "https://example.com/leads")).isTrue();
    assertThat(isAllowed(publicUrl, "https://leads.example.com/")).isFalse();
    assertThat(isAllowed(publicUrl, "https://leads.example.com?a=b")).isFalse();
    assertThat(isAllowed(publicUrl, "leads.example.com")).isFalse();
  }

  private static boolean isAllowed(Map<String, Object> parameter, String value) {
    var values = list(parameter.get("AllowedValues"));
    var pattern = (String) parameter.getOrDefault("AllowedPattern", ".*");
    return (values.isEmpty() || values.contains(value)) && Pattern.matches(pattern, value);
  }

  /** Every name that a call or a resource's condition mentions. */
  private Set<String> used() {
    var names = new TreeSet<String>();
    Template.inside(template.document())
        .filter(Call.class::isInstance)
        .forEach(call -> ((Call) call).names().forEach(names::add));
    template.resources().forEach(each -> names.addAll(conditionOf(each)));
    return names;
  }

  private static Set<String> conditionOf(Template.Resource resource) {
    var condition = resource.body().get("Condition");
    return condition == null ? Set.of() : Set.of((String) condition);
  }
}
