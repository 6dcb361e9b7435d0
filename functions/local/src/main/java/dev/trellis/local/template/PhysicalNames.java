package dev.trellis.local.template;

import java.util.Map;

/**
 * What {@code Ref} and {@code GetAtt} of a resource are on this machine: logical ids serve as
 * names.
 */
final class PhysicalNames {

  /** Stands for {@code AWS::NoValue}. */
  static final Object NO_VALUE = new Object();

  private final Map<String, Resource> resources;
  private final Surroundings surroundings;
  private Intrinsics intrinsics;

  PhysicalNames(Map<String, Resource> resources, Surroundings surroundings) {
    this.resources = resources;
    this.surroundings = surroundings;
  }

  void resolveWith(Intrinsics intrinsics) {
    this.intrinsics = intrinsics;
  }

  Object ref(String where, String id) {
    return switch (id) {
      case "AWS::NoValue" -> NO_VALUE;
      case "AWS::Region" -> Surroundings.REGION;
      case "AWS::AccountId" -> Surroundings.ACCOUNT;
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      case "AWS::StackName" -> "trellis-local";
      default -> refOf(find(where, id));
    };
  }

  private String refOf(Resource resource) {
    return switch (resource.type()) {
      case "AWS::SQS::Queue" -> surroundings.queueUrl(name(resource));
      case "AWS::SNS::Topic" -> Surroundings.arn("sns", name(resource));
      case "AWS::SecretsManager::Secret" ->
          Surroundings.arn("secretsmanager", "secret:" + name(resource));
      default -> name(resource);
    };
  }

  String attribute(String where, String id, String attribute) {
    var resource = find(where, id);
    return switch (resource.type() + "." + attribute) {
      case "AWS::SQS::Queue.Arn" -> Surroundings.arn("sqs", name(resource));
      case "AWS::SQS::Queue.QueueUrl",
          "AWS::SNS::Topic.TopicArn",
          "AWS::SecretsManager::Secret.Id" ->
          refOf(resource);
      case "AWS::SQS::Queue.QueueName", "AWS::SNS::Topic.TopicName" -> name(resource);
      case "AWS::DynamoDB::Table.Arn" -> Surroundings.arn("dynamodb", "table/" + name(resource));
      case "AWS::Serverless::Function.Arn" -> Surroundings.arn("lambda", "function:" + id);
      default ->
          throw new TemplateException(
              where,
              "asks for " + id + "." + attribute + ", which does not exist on this machine",
              "Pass it as a parameter, or teach PhysicalNames the attribute");
    };
  }

  /** The name the template gives, or else the logical id. */
  String name(Resource resource) {
    var property =
        switch (resource.type()) {
          case "AWS::SQS::Queue" -> "QueueName";
          case "AWS::DynamoDB::Table" -> "TableName";
          case "AWS::SNS::Topic" -> "TopicName";
          default -> "Name";
        };
    var given = resource.property(property);
    return given == null ? resource.id() : intrinsics.text(resource.id(), given);
  }

  private Resource find(String where, String id) {
    var resource = resources.get(id);
    if (resource == null) {
      throw new TemplateException(
          where,
          "refers to " + id + ", which is neither a parameter nor a resource",
          "Check the spelling, or add it to the template");
    }
    return resource;
  }
}
