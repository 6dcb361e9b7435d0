package dev.trellis.capture.lambda;

import dev.trellis.aws.Environment;
import dev.trellis.aws.secrets.DeployedSecrets;
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
    environment.need("LINKS_SECRET"); // by name, before anything is built
    environment.need("PARTNERS_SECRET");
    environment.need("FORMER_SECRET");
    var secrets = new DeployedSecrets(environment);
    return Routes.frontDoor(
        environment.policy(),
        secrets.linksAndOlder(),
        secrets.partners(),
        publicUrl,
        environment.clock(),
        new SqsQueue<LeadEvent>(SqsClients.create(environment), queue));
  }
}
