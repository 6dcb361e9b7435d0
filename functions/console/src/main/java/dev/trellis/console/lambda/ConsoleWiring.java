package dev.trellis.console.lambda;

import module java.base;

import dev.trellis.aws.Environment;
import dev.trellis.aws.dynamodb.DynamoDbAccountStore;
import dev.trellis.aws.dynamodb.DynamoDbCards;
import dev.trellis.aws.dynamodb.DynamoDbClients;
import dev.trellis.aws.dynamodb.DynamoDbGroups;
import dev.trellis.aws.dynamodb.DynamoDbJourneyPauses;
import dev.trellis.aws.dynamodb.DynamoDbLeadFiles;
import dev.trellis.aws.dynamodb.DynamoDbLeadStore;
import dev.trellis.aws.dynamodb.DynamoDbLetterRuns;
import dev.trellis.aws.dynamodb.DynamoDbMembers;
import dev.trellis.aws.dynamodb.DynamoDbPersonalItems;
import dev.trellis.aws.dynamodb.DynamoDbQuarantine;
import dev.trellis.aws.dynamodb.DynamoDbRollouts;
import dev.trellis.aws.dynamodb.DynamoDbSessions;
import dev.trellis.aws.lambda.Log;
import dev.trellis.aws.secrets.DeployedSecrets;
import dev.trellis.aws.sqs.SqsClients;
import dev.trellis.aws.sqs.SqsText;
import dev.trellis.console.Console;
import dev.trellis.console.ConsoleDoor;
import dev.trellis.console.desk.ExportLead;
import dev.trellis.console.desk.GroupDesk;
import dev.trellis.console.desk.IdentityDesk;
import dev.trellis.console.desk.LetterDesk;
import dev.trellis.console.desk.SalesDesk;
import dev.trellis.console.desk.SteerDesk;
import dev.trellis.console.desk.SweepDesk;
import dev.trellis.console.signin.OpenIdIssuer;
import dev.trellis.console.signin.SignIn;
import dev.trellis.console.view.AudienceView;
import dev.trellis.console.view.LeadSearch;
import dev.trellis.console.view.Leads;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.port.RolloutDesk;
import dev.trellis.playbook.PlaybookLayer;

/** Builds the console from its variables: the only place that reads them. */
final class ConsoleWiring {

  private ConsoleWiring() {}

  static ConsoleDoor fromEnvironment(Environment environment) {
    var leadsTable = environment.need("LEADS_TABLE");
    var identitiesTable = environment.need("IDENTITIES_TABLE");
    var accountsTable = environment.need("ACCOUNTS_TABLE");
    var quarantineTable = environment.need("QUARANTINE_TABLE");
    var groupsTable = environment.need("GROUPS_TABLE");
    var timersTable = environment.need("TIMERS_TABLE");
    var sessionsTable = environment.need("SESSIONS_TABLE");
    var publicUrl = environment.need("PUBLIC_URL");
    var events = new SqsText(SqsClients.create(environment), environment.need("LEAD_EVENTS_QUEUE"));
    var playbook = environment.policy();
    var clock = environment.clock();
    var secrets = new DeployedSecrets(environment);
    var signIn = secrets.signIn();
    var keys = new IdentityKeys(secrets.identities());
    var client = DynamoDbClients.create(environment);

    var files = new DynamoDbLeadFiles(client, leadsTable);
    var people = new DynamoDbLeadStore(client, leadsTable, identitiesTable, keys);
    var items = new DynamoDbPersonalItems(client, leadsTable, identitiesTable, keys);
    var accounts = new DynamoDbAccountStore(client, accountsTable);
    var quarantine = new DynamoDbQuarantine(client, quarantineTable, leadsTable, clock);
    var export = new ExportLead(files, people, items, accounts);
    var leads = new Leads(files, playbook, clock);
    var groups = new DynamoDbGroups(client, groupsTable);
    var console =
        new Console(
            leads,
            new LeadSearch(new DynamoDbCards(client, leadsTable), people, playbook),
            new AudienceView(new DynamoDbMembers(client, leadsTable), groups, playbook),
            new GroupDesk(
                groups, playbook, environment.playbook().resolve(PlaybookLayer.SOURCE), clock),
            accounts,
            quarantine,
            new IdentityDesk(export, quarantine, events, clock),
            new SalesDesk(playbook, people, events, clock),
            new SweepDesk(new RolloutDesk(new DynamoDbRollouts(client, timersTable), clock)),
            new SteerDesk(leads, new DynamoDbJourneyPauses(client, timersTable), events),
            new LetterDesk(new DynamoDbLetterRuns(client, timersTable), playbook, clock));
    return new ConsoleDoor(
        new SignIn(
            new OpenIdIssuer(() -> OpenIdIssuer.Client.of(signIn.get()), clock),
            new DynamoDbSessions(client, sessionsTable),
            request -> publicUrl.replace("{host}", request.header("host").orElse("")),
            clock),
        console.entrances(),
        reason -> Log.warn("nobody was signed in", "reason", reason));
  }
}
