package dev.trellis.crm.lambda;

import dev.trellis.aws.Environment;
import dev.trellis.aws.dynamodb.DynamoDbClients;
import dev.trellis.aws.dynamodb.DynamoDbHandoffLedger;
import dev.trellis.aws.lambda.Log;
import dev.trellis.aws.secrets.DeployedSecrets;
import dev.trellis.aws.sqs.BatchedQueue;
import dev.trellis.aws.sqs.SqsClients;
import dev.trellis.aws.sqs.SqsQueue;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.crm.HandOffLead;
import dev.trellis.crm.HttpCrm;
import dev.trellis.crm.ReceiveWebhook;
import dev.trellis.crm.TellErasure;
import java.net.URI;
import java.util.function.Supplier;

/** Builds what the handlers of this room need; each asks for its own variables only. */
final class CrmWiring {

  private CrmWiring() {}

  static ReceiveWebhook receiveFromEnvironment() {
    var environment = Environment.current();
    var leadEvents = environment.need("LEAD_EVENTS_QUEUE");
    var playbook = environment.policy();
    return new ReceiveWebhook(
        playbook,
        new DeployedSecrets(environment).partners(),
        new SqsQueue<>(SqsClients.create(environment), leadEvents),
        environment.clock());
  }

  /**
   * @param atEnd sends what the records of one batch had to send
   */
  record HandOffs(HandOffLead handOff, TellErasure erasures, Runnable atEnd) {}

  static HandOffs handOffFromEnvironment() {
    var environment = Environment.current();
    var leadsTable = environment.need("LEADS_TABLE");
    var leadEvents = environment.need("LEAD_EVENTS_QUEUE");
    var address = URI.create(environment.need("CRM_URL"));
    var console = environment.need("PUBLIC_URL") + "/console";
    var playbook = environment.policy();
    var partner = "crm." + playbook.handOffTo();
    var secrets = new DeployedSecrets(environment).partners();
    Supplier<String> secret = () -> secrets.webhook(partner).orElseThrow(() -> missing(partner));
    var events =
        new BatchedQueue<LeadEvent>(new SqsQueue<>(SqsClients.create(environment), leadEvents));
    var ledger = new DynamoDbHandoffLedger(DynamoDbClients.create(environment), leadsTable);
    var crm = new HttpCrm(address, secret);
    return new HandOffs(
        new HandOffLead(ledger, crm, events, playbook, console, environment.clock()),
        new TellErasure(ledger, crm, environment.clock()),
        events::sendAll);
  }

  // A new stack shares nothing with anybody yet, and starts all the same.
  private static IllegalStateException missing(String partner) {
    Log.warn("the secret of partners lacks one", "name", partner);
    return new IllegalStateException("a secret must hold \"" + partner + "\"");
  }
}
