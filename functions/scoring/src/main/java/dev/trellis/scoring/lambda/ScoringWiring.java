package dev.trellis.scoring.lambda;

import dev.trellis.aws.Environment;
import dev.trellis.aws.dynamodb.DynamoDbAccountStore;
import dev.trellis.aws.dynamodb.DynamoDbClients;
import dev.trellis.aws.dynamodb.DynamoDbHandoffLedger;
import dev.trellis.aws.dynamodb.DynamoDbLeadStore;
import dev.trellis.aws.dynamodb.DynamoDbPersonalItems;
import dev.trellis.aws.dynamodb.DynamoDbQuarantine;
import dev.trellis.aws.dynamodb.DynamoDbRegrouping;
import dev.trellis.aws.dynamodb.DynamoDbSweeps;
import dev.trellis.aws.secrets.DeployedSecrets;
import dev.trellis.aws.sqs.SqsClients;
import dev.trellis.aws.sqs.SqsQueue;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.message.ErasureDue;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.scoring.Announce;
import dev.trellis.scoring.AssignCompany;
import dev.trellis.scoring.EraseLead;
import dev.trellis.scoring.JudgeCompanies;
import dev.trellis.scoring.Mentions;
import dev.trellis.scoring.RekeyIdentities;
import dev.trellis.scoring.ScoreLead;
import dev.trellis.scoring.SeparateLead;
import dev.trellis.scoring.TakeEvent;
import dev.trellis.scoring.TellCrm;
import java.time.Duration;

/** Builds what the handlers of this room need; each asks for its own variables only. */
record ScoringWiring(TakeEvent take, AssignCompany assign, Announce announce) {

  /** A lead each ten milliseconds at most. */
  private static final Duration PACE = Duration.ofMillis(10);

  static RekeyIdentities rekeyFromEnvironment() {
    var environment = Environment.current();
    environment.need("SECRET"); // by name, before anything is built
    var leads = environment.need("LEADS_TABLE");
    var identities = environment.need("IDENTITIES_TABLE");
    var timers = environment.need("TIMERS_TABLE");
    var keys = new IdentityKeys(new DeployedSecrets(environment).identities());
    var client = DynamoDbClients.create(environment);
    return new RekeyIdentities(
        new DynamoDbLeadStore(client, leads, identities, keys),
        new DynamoDbSweeps(client, leads, timers),
        keys,
        PACE);
  }

  static ScoringWiring fromEnvironment() {
    var environment = Environment.current();
    environment.need("SECRET"); // by name, before anything is built
    var leadsTable = environment.need("LEADS_TABLE");
    var identitiesTable = environment.need("IDENTITIES_TABLE");
    var accountsTable = environment.need("ACCOUNTS_TABLE");
    var quarantineTable = environment.need("QUARANTINE_TABLE");
    var profileUpdates = environment.need("PROFILE_UPDATES_QUEUE");
    var leadEvents = environment.need("LEAD_EVENTS_QUEUE");
    var journeySignals = environment.need("JOURNEY_SIGNALS_QUEUE");
    var handoffs = environment.need("HANDOFFS_QUEUE");
    var playbook = environment.policy();
    var mentions = new Mentions(playbook.company().country());
    var clock = environment.clock();
    var keys = new IdentityKeys(new DeployedSecrets(environment).identities());
    var sqs = SqsClients.create(environment);
    var client = DynamoDbClients.create(environment);
    var leads = new DynamoDbLeadStore(client, leadsTable, identitiesTable, keys);
    var regrouping = new DynamoDbRegrouping(client, leadsTable, identitiesTable, keys);
    var items = new DynamoDbPersonalItems(client, leadsTable, identitiesTable, keys);
    var accounts = new DynamoDbAccountStore(client, accountsTable);
    var quarantine = new DynamoDbQuarantine(client, quarantineTable, leadsTable, clock);
    var crm =
        new TellCrm(
            new DynamoDbHandoffLedger(client, leadsTable),
            new SqsQueue<ErasureDue>(sqs, handoffs),
            playbook.handOffTo());
    // Reads ahead; whoever separates and erases must see what stands there now.
    var score =
        new ScoreLead(
            new DynamoDbLeadStore(client, leadsTable, identitiesTable, keys), clock, playbook);
    return new ScoringWiring(
        new TakeEvent(
            score,
            new SeparateLead(leads, regrouping, clock),
            new EraseLead(leads, items, accounts, quarantine, mentions, crm, clock),
            new JudgeCompanies(score, accounts),
            quarantine,
            clock),
        new AssignCompany(accounts, playbook.dictionaries()),
        new Announce(
            new SqsQueue<ProfileUpdated>(sqs, profileUpdates),
            new SqsQueue<JourneySignal>(sqs, journeySignals),
            new SqsQueue<LeadEvent>(sqs, leadEvents)));
  }
}
