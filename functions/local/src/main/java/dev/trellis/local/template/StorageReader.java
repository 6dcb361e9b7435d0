package dev.trellis.local.template;

import module java.base;

/** Reads queues and tables. */
final class StorageReader {

  private static final List<String> QUEUE_ATTRIBUTES =
      List.of(
          "DelaySeconds",
          "MaximumMessageSize",
          "MessageRetentionPeriod",
          "ReceiveMessageWaitTimeSeconds",
          "VisibilityTimeout");

  private final Intrinsics intrinsics;
  private final PhysicalNames names;

  StorageReader(Intrinsics intrinsics, PhysicalNames names) {
    this.intrinsics = intrinsics;
    this.names = names;
  }

  Queue queue(Resource resource) {
    var known = new ArrayList<>(QUEUE_ATTRIBUTES);
    known.addAll(
        List.of(
            "KmsDataKeyReusePeriodSeconds",
            "KmsMasterKeyId",
            "QueueName",
            "RedriveAllowPolicy",
            "RedrivePolicy",
            "SqsManagedSseEnabled",
            "Tags"));
    resource.only(known.toArray(String[]::new));
    var id = resource.id();
    var attributes = new LinkedHashMap<String, String>();
    for (var name : QUEUE_ATTRIBUTES) {
      var value = resource.property(name);
      if (value != null) {
        attributes.put(name, intrinsics.text(id, value));
      }
    }
    return new Queue(
        id,
        names.name(resource),
        attributes,
        Optional.ofNullable(resource.property("RedrivePolicy")).map(p -> redrive(id, p)));
  }

  private Queue.Redrive redrive(String id, Object policy) {
    var said = map(id, policy);
    return new Queue.Redrive(
        (String) said.get("deadLetterTargetArn"),
        Integer.parseInt((String) said.get("maxReceiveCount")));
  }

  Table table(Resource resource) {
    resource.only(
        "AttributeDefinitions",
        "BillingMode",
        "ContributorInsightsSpecification",
        "DeletionProtectionEnabled",
        "GlobalSecondaryIndexes",
        "KeySchema",
        "OnDemandThroughput",
        "PointInTimeRecoverySpecification",
        "SSESpecification",
        "TableClass",
        "TableName",
        "Tags",
        "TimeToLiveSpecification");
    var id = resource.id();
    var attributes = new LinkedHashMap<String, String>();
    for (var attribute : list(id, resource.property("AttributeDefinitions"))) {
      attributes.put(
          (String) attribute.get("AttributeName"), (String) attribute.get("AttributeType"));
    }
    var indexes = new ArrayList<Table.Index>();
    for (var index : list(id, resource.property("GlobalSecondaryIndexes"))) {
      indexes.add(index(id, index));
    }
    var expiry = resource.property("TimeToLiveSpecification");
    return new Table(
        id,
        names.name(resource),
        attributes,
        key(id, resource.property("KeySchema")),
        indexes,
        expiry == null ? null : (String) map(id, expiry).get("AttributeName"));
  }

  private Table.Index index(String id, Map<String, Object> said) {
    var projection = map(id, said.get("Projection"));
    var included = new ArrayList<String>();
    if (projection.get("NonKeyAttributes") instanceof List<?> named) {
      named.forEach(name -> included.add((String) name));
    }
    return new Table.Index(
        (String) said.get("IndexName"),
        key(id, said.get("KeySchema")),
        (String) projection.get("ProjectionType"),
        included);
  }

  private Table.Key key(String id, Object schema) {
    String hash = null;
    String range = null;
    for (var part : list(id, schema)) {
      if ("HASH".equals(part.get("KeyType"))) {
        hash = (String) part.get("AttributeName");
      } else {
        range = (String) part.get("AttributeName");
      }
    }
    return new Table.Key(hash, range);
  }

  private Map<String, Object> map(String id, Object tree) {
    return TemplateReader.map(id, intrinsics.resolve(id, tree));
  }

  private List<Map<String, Object>> list(String id, Object tree) {
    return intrinsics.resolve(id, tree) instanceof List<?> list
        ? list.stream().map(item -> TemplateReader.map(id, item)).toList()
        : List.of();
  }
}
