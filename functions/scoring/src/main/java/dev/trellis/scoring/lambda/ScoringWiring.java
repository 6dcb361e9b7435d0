package dev.trellis.scoring.lambda;

import dev.trellis.aws.Environment;
import dev.trellis.aws.dynamodb.DynamoDbAccountStore;
import dev.trellis.aws.dynamodb.DynamoDbClients;
import dev.trellis.aws.dynamodb.DynamoDbLeadStore;
import dev.trellis.aws.sqs.SqsClients;
import dev.trellis.aws.sqs.SqsQueue;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.playbook.PlaybookReader;
import dev.trellis.scoring.Announce;
import dev.trellis.scoring.AssignCompany;
import dev.trellis.scoring.ScoreLead;

/** Builds what {@link ScoringHandler} needs. */
record ScoringWiring(ScoreLead score, AssignCompany assign, Announce announce) {

  static ScoringWiring fromEnvironment() {
    var environment = Environment.current();
    var leadsTable = environment.need("LEADS_TABLE");
    var identitiesTable = environment.need("IDENTITIES_TABLE");
    var accountsTable = environment.need("ACCOUNTS_TABLE");
    var profileUpdates = environment.need("PROFILE_UPDATES_QUEUE");
    var journeySignals = environment.need("JOURNEY_SIGNALS_QUEUE");
    var dictionaries = PlaybookReader.read(environment.playbook()).dictionaries();
    var sqs = SqsClients.create(environment);
    var dynamoDb = DynamoDbClients.create(environment);
    var leads = new DynamoDbLeadStore(dynamoDb, leadsTable, identitiesTable);
    return new ScoringWiring(
        new ScoreLead(leads, environment.clock()),
        new AssignCompany(new DynamoDbAccountStore(dynamoDb, accountsTable), dictionaries),
        new Announce(
            new SqsQueue<ProfileUpdated>(sqs, profileUpdates),
            new SqsQueue<JourneySignal>(sqs, journeySignals)));
  }
}
