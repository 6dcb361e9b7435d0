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

  @Override
  public String toString() {
    return id;
  }
}
