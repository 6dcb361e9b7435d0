package dev.trellis.local.template;

import module java.base;

/**
 * Reads a SAM template and resolves it to this machine. Whatever would be lost in silence stops the
 * start instead, with the logical id and what to do.
 */
public final class TemplateReader {

  /** They protect, watch or permit; nothing on this machine depends on them. */
  private static final Set<String> WITHOUT_EFFECT_HERE =
      Set.of(
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::CompositeAlarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::Cognito::UserPool",
          "AWS::Cognito::UserPoolClient",
          "AWS::Cognito::UserPoolDomain",
          "AWS::Cognito::UserPoolGroup",
          "AWS::IAM::ManagedPolicy",
          "AWS::IAM::Policy",
          "AWS::IAM::Role",
          "AWS::KMS::Alias",
          "AWS::KMS::Key",
          "AWS::Lambda::Permission",
          "AWS::Logs::LogGroup",
          "AWS::Logs::MetricFilter",
          "AWS::SES::EmailIdentity",
          "AWS::SNS::TopicPolicy",
          "AWS::SQS::QueuePolicy");

  private static final Set<String> RUN_HERE =
      Set.of(
          "AWS::DynamoDB::Table",
          "AWS::SES::ConfigurationSet",
          "AWS::SES::ConfigurationSetEventDestination",
          "AWS::SNS::Subscription",
          "AWS::SNS::Topic",
          "AWS::SQS::Queue",
          "AWS::SecretsManager::Secret",
          "AWS::Serverless::Function",
          "AWS::Serverless::HttpApi",
          "AWS::Serverless::LayerVersion");

  private final Surroundings surroundings;

  public TemplateReader(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Reads a template.
   *
   * @throws TemplateException if anything in it would not work here
   */
  public Template read(Path file) {
    return read(TemplateYaml.read(file), file.toAbsolutePath().getParent());
  }

  private Template read(Map<String, Object> document, Path folder) {
    var all = resources(document);
    var names = new PhysicalNames(all, surroundings);
    var parameters =
        new Parameters(section(document, "Parameters")).values(surroundings.parameters());
    var intrinsics = new Intrinsics(parameters, section(document, "Conditions"), names);
    names.resolveWith(intrinsics);
    var resources = inForce(document, all, intrinsics);

    var layers = new LinkedHashMap<String, Path>();
    for (var layer : of(resources, "AWS::Serverless::LayerVersion")) {
      layers.put(layer.id(), layerFolder(layer, folder, intrinsics));
    }
    var functions = new FunctionReader(globals(document), intrinsics, layers);
    var storage = new StorageReader(intrinsics, names);
    return new Template(
        of(resources, "AWS::Serverless::Function").stream().map(functions::read).toList(),
        of(resources, "AWS::SQS::Queue").stream().map(storage::queue).toList(),
        of(resources, "AWS::DynamoDB::Table").stream().map(storage::table).toList(),
        new MailEventsReader(intrinsics).read(resources),
        of(resources, "AWS::SecretsManager::Secret").stream().map(names::name).toList(),
        layers.values().stream().findFirst());
  }

  private static Map<String, Resource> resources(Map<String, Object> document) {
    var resources = new LinkedHashMap<String, Resource>();
    section(document, "Resources")
        .forEach((id, entry) -> {
          var map = map(id, entry);
          var type = String.valueOf(map.get("Type"));
          if (!RUN_HERE.contains(type) && !WITHOUT_EFFECT_HERE.contains(type)) {
            throw new TemplateException(
                id,
                "is of type " + type + ", which does not run on this machine",
                "Use another type, or teach TemplateReader this one");
          }
          var properties = map.get("Properties");
          resources.put(
              id, new Resource(id, type, properties == null ? Map.of() : map(id, properties)));
        });
    return resources;
  }

  private static List<Resource> inForce(
      Map<String, Object> document, Map<String, Resource> all, Intrinsics intrinsics) {
    var entries = section(document, "Resources");
    var inForce = new ArrayList<Resource>();
    all.forEach((id, resource) -> {
      var condition = map(id, entries.get(id)).get("Condition");
      if (condition == null || intrinsics.condition(id, (String) condition)) {
        inForce.add(resource);
      }
    });
    return inForce;
  }

  private Path layerFolder(Resource layer, Path folder, Intrinsics intrinsics) {
    var content =
        surroundings
            .layer()
            .orElseGet(
                () -> folder.resolve(intrinsics.text(layer.id(), layer.property("ContentUri"))));
    if (!Files.isDirectory(content)) {
      throw new TemplateException(
          layer.id(), "has a ContentUri that is no folder: " + content, "Correct the path");
    }
    return content.toAbsolutePath().normalize();
  }

  private static Map<String, Object> globals(Map<String, Object> document) {
    var globals = section(document, "Globals");
    for (var section : globals.keySet()) {
      if (!section.equals("Function") && !section.equals("HttpApi")) {
        throw new TemplateException(
            "Globals",
            "has " + section + ", which is not read on this machine",
            "Say it at each resource, or teach TemplateReader to read it");
      }
    }
    return Optional.ofNullable(globals.get("Function"))
        .map(f -> map("Globals", f))
        .orElse(Map.of());
  }

  private static List<Resource> of(List<Resource> resources, String type) {
    return resources.stream().filter(r -> r.is(type)).toList();
  }

  private static Map<String, Object> section(Map<String, Object> document, String name) {
    var section = document.get(name);
    return section == null ? Map.of() : map(name, section);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(String where, Object tree) {
    if (tree instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new TemplateException(where, "is no mapping", "Write it as \"Key: value\" lines");
  }
}
