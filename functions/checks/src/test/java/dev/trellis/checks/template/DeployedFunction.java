package dev.trellis.checks.template;

import module java.base;

/**
 * One function as the template deploys it.
 *
 * @param handler name of its class
 * @param variables names of those that it is given
 * @param memory in megabytes
 * @param options what Java is told
 */
public record DeployedFunction(
    String id, String handler, Path zip, Set<String> variables, int memory, String options) {

  private static final Set<String> POLLING =
      Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

  /** All functions of {@code infra/template.yaml}. */
  public static List<DeployedFunction> all() throws IOException {
    var template = Template.read();
    var folder = template.root().resolve("infra");
    return template.all("AWS::Serverless::Function").stream()
        .map(function ->
            new DeployedFunction(
                function.id(),
                FunctionsTest.handler(function),
                folder.resolve((String) function.properties().get("CodeUri")).normalize(),
                FunctionsTest.variables(function).keySet(),
                Integer.parseInt((String) template.ofFunction(function, "MemorySize")),
                template.javaOptions()))
        .toList();
  }

  /** The function that a handler class serves. */
  public static DeployedFunction of(Class<?> handler) throws IOException {
    return all().stream()
        .filter(function -> function.handler().equals(handler.getName()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the template has no " + handler.getName()));
  }

  /** What its role allows, with the variable that names what it is allowed on. */
  public Set<String> allowed() throws IOException {
    var template = Template.read();
    var function = template.resource(id);
    var names = new HashMap<String, String>();
    FunctionsTest.variables(function)
        .forEach((variable, value) -> {
          Template.inside(value)
              .filter(Template.Call.class::isInstance)
              .flatMap(call -> ((Template.Call) call).names())
              .forEach(name -> names.putIfAbsent(name, variable));
          template
              .resources()
              .filter(resource -> value.equals(resource.properties().get("Name")))
              .forEach(resource -> names.put(resource.id(), variable));
        });
    var consumed =
        template.events("SQS").stream()
            .filter(event -> event.function().id().equals(id))
            .map(Template.Event::queue)
            .toList();
    var allowed = new TreeSet<String>();
    var role =
        ((Template.Call) function.properties().get("Role")).names().findFirst().orElseThrow();
    Stream.concat(
            Template.inside(template.resource(role).properties().get("Policies")),
            template.all("AWS::IAM::Policy").stream()
                .filter(policy ->
                    Template.list(policy.properties().get("Roles"))
                        .contains(new Template.Call("Ref", role)))
                .flatMap(policy -> Template.inside(policy.properties())))
        .filter(value -> value instanceof Map<?, ?> map && map.containsKey("Action"))
        .map(Template::map)
        .forEach(statement -> {
          for (var action : Template.list(statement.get("Action"))) {
            if (((String) action).startsWith("ses:")) {
              allowed.add((String) action); // of an account and its domain
            }
            Template.inside(statement.get("Resource"))
                .filter(Template.Call.class::isInstance)
                .flatMap(call -> ((Template.Call) call).names())
                .filter(name -> !((String) action).startsWith("ses:"))
                .filter(names::containsKey)
                // Lambda polls, for the function.
                .filter(name -> !(POLLING.contains(action) && consumed.contains(name)))
                .forEach(name -> allowed.add(action + " " + names.get(name)));
          }
        });
    return allowed;
  }

  @Override
  public String toString() {
    return id;
  }
}
