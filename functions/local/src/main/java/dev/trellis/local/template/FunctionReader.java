package dev.trellis.local.template;

import module java.base;

/** Reads functions, with what {@code Globals} says about all of them. */
final class FunctionReader {

  private static final String OPT = "/opt";
  private static final String DEFAULT_TIMEOUT_SECONDS = "3";
  private static final String MOST = "MaximumConcurrency";

  private final Map<String, Object> globals;
  private final Intrinsics intrinsics;
  private final Map<String, Path> layers;

  /**
   * @param layers folder per logical id
   */
  FunctionReader(Map<String, Object> globals, Intrinsics intrinsics, Map<String, Path> layers) {
    this.globals = globals;
    this.intrinsics = intrinsics;
    this.layers = layers;
  }

  LambdaFunction read(Resource resource) {
    var id = resource.id();
    var properties = merged(globals, resource.properties());
    Resource.only(
        id,
        properties,
        List.of(
            "Architectures",
            "AutoPublishAlias",
            "AutoPublishAliasAllProperties",
            "CodeUri",
            "DeploymentPreference",
            "Description",
            "Environment",
            "EventInvokeConfig",
            "Events",
            "FunctionName",
            "Handler",
            "Layers",
            "LoggingConfig",
            "MemorySize",
            "Policies",
            "ReservedConcurrentExecutions",
            "Role",
            "Runtime",
            "SnapStart",
            "Tags",
            "SnapStart",
            "Timeout",
            "Tracing",
            "VersionDescription"));
    if (!properties.containsKey("Handler")) {
      throw new TemplateException(id, "has no Handler", "Name the class of its handler");
    }
    var routes = new ArrayList<LambdaFunction.Route>();
    var queues = new ArrayList<LambdaFunction.QueueSource>();
    var ticks = new ArrayList<LambdaFunction.Tick>();
    entries(id, properties.get("Events"))
        .forEach((name, entry) -> {
          var event = TemplateReader.map(id, entry);
          var where = id + ".Events." + name;
          var said = TemplateReader.map(where, event.getOrDefault("Properties", Map.of()));
          switch (String.valueOf(event.get("Type"))) {
            case "HttpApi" -> routes.add(route(where, said));
            case "SQS" -> queues.add(queue(where, said));
            case "Schedule" -> ticks.add(tick(where, name, "aws.events", "Schedule", said));
            case "ScheduleV2" ->
                ticks.add(tick(where, name, "aws.scheduler", "ScheduleExpression", said));
            default ->
                throw new TemplateException(
                    where,
                    "is of type " + event.get("Type") + ", which does not run on this machine",
                    "Use HttpApi, SQS, Schedule or ScheduleV2, or teach FunctionReader this one");
          }
        });
    return new LambdaFunction(
        id,
        intrinsics.text(id, properties.get("Handler")).split("::")[0],
        variables(id, properties),
        Duration.ofSeconds(
            Long.parseLong(
                intrinsics.text(id, properties.getOrDefault("Timeout", DEFAULT_TIMEOUT_SECONDS)))),
        reserved(id, properties),
        routes,
        queues,
        ticks);
  }

  private LambdaFunction.Route route(String where, Map<String, Object> said) {
    Resource.only(
        where, said, List.of("ApiId", "Method", "Path", "PayloadFormatVersion", "TimeoutInMillis"));
    var format = intrinsics.text(where, said.getOrDefault("PayloadFormatVersion", "2.0"));
    if (!format.equals("2.0")) {
      throw new TemplateException(
          where, "asks for payload format " + format, "Remove PayloadFormatVersion: it is 2.0");
    }
    return new LambdaFunction.Route(
        intrinsics.text(where, need(where, said, "Method")).toUpperCase(Locale.ROOT),
        intrinsics.text(where, need(where, said, "Path")));
  }

  private LambdaFunction.QueueSource queue(String where, Map<String, Object> said) {
    Resource.only(
        where,
        said,
        List.of(
            "BatchSize",
            "Enabled",
            "FunctionResponseTypes",
            "MaximumBatchingWindowInSeconds",
            "Queue",
            "ScalingConfig"));
    var arn = intrinsics.text(where, need(where, said, "Queue"));
    return new LambdaFunction.QueueSource(
        arn.substring(arn.lastIndexOf(':') + 1),
        Integer.parseInt(intrinsics.text(where, said.getOrDefault("BatchSize", "10"))),
        said.get("FunctionResponseTypes") instanceof List<?> types
            && types.contains("ReportBatchItemFailures"),
        Integer.parseInt(
            intrinsics.text(
                where, entries(where, said.get("ScalingConfig")).getOrDefault(MOST, "1"))));
  }

  private OptionalInt reserved(String id, Map<String, Object> properties) {
    var reserved = intrinsics.resolve(id, properties.get("ReservedConcurrentExecutions"));
    return reserved instanceof String number
        ? OptionalInt.of(Integer.parseInt(number))
        : OptionalInt.empty();
  }

  private LambdaFunction.Tick tick(
      String where, String name, String source, String expression, Map<String, Object> said) {
    Resource.only(
        where,
        said,
        List.of(
            "Description",
            "Enabled",
            "FlexibleTimeWindow",
            "Input",
            "Name",
            "OmitName",
            "RetryPolicy",
            "RoleArn",
            "Role",
            expression,
            "ScheduleExpressionTimezone",
            "State"));
    var rate = intrinsics.text(where, need(where, said, expression));
    if (!rate.equals("rate(1 minute)")) {
      throw new TemplateException(
          where, "runs at " + rate + ", and here only at rate(1 minute)", "Use rate(1 minute)");
    }
    var input = said.get("Input");
    return new LambdaFunction.Tick(
        name, source, input == null ? null : intrinsics.text(where, input));
  }

  private TreeMap<String, String> variables(String id, Map<String, Object> properties) {
    var environment = entries(id, properties.get("Environment"));
    var variables = new TreeMap<String, String>();
    entries(id, environment.get("Variables"))
        .forEach((name, value) ->
            variables.put(
                name, localPath(id, name, intrinsics.text(id + "." + name, value), properties)));
    return variables;
  }

  // Lambda unpacks a layer at /opt; here its folder is used as it is.
  private String localPath(String id, String name, String value, Map<String, Object> properties) {
    if (!value.equals(OPT) && !value.startsWith(OPT + "/")) {
      return value;
    }
    var folder =
        properties.get("Layers") instanceof List<?> named
            ? named.stream()
                .map(layer -> layers.get(intrinsics.text(id, layer)))
                .filter(path -> path != null)
                .findFirst()
            : java.util.Optional.<Path>empty();
    return folder
        .map(path -> path + value.substring(OPT.length()))
        .orElseThrow(() ->
            new TemplateException(
                id, "looks for " + name + " in /opt without a layer", "Add Layers to it"));
  }

  private static Object need(String where, Map<String, Object> said, String name) {
    var value = said.get(name);
    if (value == null) {
      throw new TemplateException(where, "has no " + name, "Add it");
    }
    return value;
  }

  private static Map<String, Object> entries(String where, Object tree) {
    return tree == null ? Map.of() : TemplateReader.map(where, tree);
  }

  // SAM's rule: mappings are merged, lists added up, anything else of the function's own wins.
  private static Map<String, Object> merged(Map<String, Object> global, Map<String, Object> own) {
    var out = new LinkedHashMap<>(global);
    own.forEach((name, value) -> out.merge(name, value, FunctionReader::merged));
    return out;
  }

  private static Object merged(Object global, Object own) {
    if (global instanceof Map<?, ?> && own instanceof Map<?, ?>) {
      return merged(TemplateReader.map("Globals", global), TemplateReader.map("Globals", own));
    } else if (global instanceof List<?> first && own instanceof List<?> second) {
      var out = new ArrayList<Object>(first);
      out.addAll(second);
      return out;
    }
    return own;
  }
}
