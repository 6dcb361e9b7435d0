package dev.trellis.local.template;

import module java.base;

/** Follows configuration set → event destination → topic → subscription → queue. */
final class MailEventsReader {

  private final Intrinsics intrinsics;

  MailEventsReader(Intrinsics intrinsics) {
    this.intrinsics = intrinsics;
  }

  List<MailEvents> read(List<Resource> resources) {
    var found = new ArrayList<MailEvents>();
    for (var resource : resources) {
      if (resource.is("AWS::SES::ConfigurationSetEventDestination")) {
        read(resource, resources, found);
      }
    }
    return found;
  }

  private void read(Resource resource, List<Resource> resources, List<MailEvents> found) {
    var id = resource.id();
    var said = TemplateReader.map(id, intrinsics.resolve(id, resource.properties()));
    var destination = TemplateReader.map(id, said.get("EventDestination"));
    var topic = destination.get("SnsDestination");
    if (!"true".equals(destination.get("Enabled")) || topic == null) {
      throw new TemplateException(
          id,
          "is no enabled destination at a topic",
          "Use Enabled: true with an SnsDestination; others do nothing on this machine");
    }
    var types = new HashSet<String>();
    ((List<?>) destination.get("MatchingEventTypes")).forEach(t -> types.add((String) t));
    var arn = (String) TemplateReader.map(id, topic).get("TopicARN");
    int before = found.size();
    for (var other : resources) {
      if (other.is("AWS::SNS::Subscription")
          && arn.equals(intrinsics.text(other.id(), other.property("TopicArn")))) {
        found.add(new MailEvents((String) said.get("ConfigurationSetName"), types, queueOf(other)));
      }
    }
    if (found.size() == before) {
      throw new TemplateException(
          id, "reports to a topic that nobody subscribed to", "Add an AWS::SNS::Subscription");
    }
  }

  private String queueOf(Resource subscription) {
    var id = subscription.id();
    var said = TemplateReader.map(id, intrinsics.resolve(id, subscription.properties()));
    if (!"sqs".equals(said.get("Protocol")) || !"true".equals(said.get("RawMessageDelivery"))) {
      throw new TemplateException(
          id,
          "is no raw delivery to a queue",
          "Use Protocol: sqs with RawMessageDelivery: true; others do nothing on this machine");
    }
    var endpoint = (String) said.get("Endpoint");
    return endpoint.substring(endpoint.lastIndexOf(':') + 1);
  }
}
