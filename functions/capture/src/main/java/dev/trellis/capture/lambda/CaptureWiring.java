package dev.trellis.capture.lambda;

import dev.trellis.aws.Environment;
import dev.trellis.aws.secrets.SecretsManagerSecrets;
import dev.trellis.aws.sqs.SqsClients;
import dev.trellis.aws.sqs.SqsQueue;
import dev.trellis.capture.FrontDoor;
import dev.trellis.capture.Routes;
import dev.trellis.core.event.LeadEvent;

/** Builds capture from its variables: the only place that reads them. */
final class CaptureWiring {

  private CaptureWiring() {}

  static FrontDoor fromEnvironment(Environment environment) {
    var queue = environment.need("LEAD_EVENTS_QUEUE");
    var publicUrl = environment.need("PUBLIC_URL");
    return Routes.frontDoor(
        environment.policy(),
        SecretsManagerSecrets.load(environment),
        publicUrl,
        environment.clock(),
        new SqsQueue<LeadEvent>(SqsClients.create(environment), queue));
  }
}
