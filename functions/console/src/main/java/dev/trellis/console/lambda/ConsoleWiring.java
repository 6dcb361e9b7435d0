package dev.trellis.console.lambda;

import module java.base;

import dev.trellis.aws.Environment;
import dev.trellis.aws.dynamodb.DynamoDbAccountStore;
import dev.trellis.aws.dynamodb.DynamoDbAudit;
import dev.trellis.aws.dynamodb.DynamoDbCards;
import dev.trellis.aws.dynamodb.DynamoDbClients;
import dev.trellis.aws.dynamodb.DynamoDbFlows;
import dev.trellis.aws.dynamodb.DynamoDbGroups;
import dev.trellis.aws.dynamodb.DynamoDbLeadFiles;
import dev.trellis.aws.dynamodb.DynamoDbLeadStore;
import dev.trellis.aws.dynamodb.DynamoDbLetterRuns;
import dev.trellis.aws.dynamodb.DynamoDbMailLedger;
import dev.trellis.aws.dynamodb.DynamoDbMembers;
import dev.trellis.aws.dynamodb.DynamoDbPersonalItems;
import dev.trellis.aws.dynamodb.DynamoDbQuarantine;
import dev.trellis.aws.dynamodb.DynamoDbSessions;
import dev.trellis.aws.dynamodb.DynamoDbSteering;
import dev.trellis.aws.dynamodb.DynamoDbSuppressions;
import dev.trellis.aws.dynamodb.DynamoDbTimers;
import dev.trellis.aws.dynamodb.DynamoDbWaitingMails;
import dev.trellis.aws.lambda.Log;
import dev.trellis.aws.secrets.DeployedSecrets;
import dev.trellis.aws.sqs.QueueAges;
import dev.trellis.aws.sqs.SqsClients;
import dev.trellis.aws.sqs.SqsText;
import dev.trellis.aws.sqs.SqsWorkQueues;
import dev.trellis.console.Console;
import dev.trellis.console.ConsoleDoor;
import dev.trellis.console.Watch;
import dev.trellis.console.desk.ExportLead;
import dev.trellis.console.desk.GroupDesk;
import dev.trellis.console.desk.IdentityDesk;
import dev.trellis.console.desk.LetterDesk;
import dev.trellis.console.desk.MailDesk;
import dev.trellis.console.desk.QuarantineDesk;
import dev.trellis.console.desk.SalesDesk;
import dev.trellis.console.desk.SteerDesk;
import dev.trellis.console.desk.SweepDesk;
import dev.trellis.console.policy.PlaybookView;
import dev.trellis.console.signin.OpenIdIssuer;
import dev.trellis.console.signin.SignIn;
import dev.trellis.console.view.AudienceView;
import dev.trellis.console.view.JourneyBoard;
import dev.trellis.console.view.LeadSearch;
import dev.trellis.console.view.Leads;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.port.sweep.RolloutDesk;
import dev.trellis.playbook.PlaybookLayer;

/** Builds the console from its variables: the only place that reads them. */
final class ConsoleWiring {

  private static final List<String> QUEUES =
      List.of(
          "lead-events",
          "profile-updates",
          "journey-signals",
          "mails",
          "handoffs",
          "mail-feedback");

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
    var suppressionsTable = environment.need("SUPPRESSIONS_TABLE");
    var auditTable = environment.need("AUDIT_TABLE");
    var sqs = SqsClients.create(environment);
    var events = new SqsText(sqs, environment.need("LEAD_EVENTS_QUEUE"));
    var orders = new SqsText(sqs, environment.need("MAIL_FEEDBACK_QUEUE"));
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
    var watch =
        new Watch(
            playbook,
            new MailDesk(
                new DynamoDbMailLedger(client, leadsTable, suppressionsTable),
                new DynamoDbSuppressions(client, suppressionsTable),
                new SuppressionKeys(secrets.suppressions()),
                people,
                orders,
                new SqsText(sqs, environment.need("MAILS_QUEUE")),
                events,
                clock),
            new QuarantineDesk(quarantine, events, clock),
            new SqsWorkQueues(sqs, queues(environment), QueueAges.of(environment)),
            new DynamoDbWaitingMails(client, timersTable),
            new DynamoDbTimers(client, timersTable),
            new DynamoDbAudit(client, auditTable),
            clock);
    var leads = new Leads(files, playbook, clock);
    var groups = new DynamoDbGroups(client, groupsTable);
    var source = environment.playbook().resolve(PlaybookLayer.SOURCE);
    var audiences = new AudienceView(new DynamoDbMembers(client, leadsTable), groups, playbook);
    var console =
        new Console(
            leads,
            new LeadSearch(
                new DynamoDbCards(client, leadsTable), audiences, people, playbook, clock),
            audiences,
            new GroupDesk(groups, playbook, source, clock),
            accounts,
            new IdentityDesk(export, quarantine, events, clock),
            new SalesDesk(playbook, people, events, clock),
            new SweepDesk(new RolloutDesk(new DynamoDbSteering(client, timersTable), clock)),
            new SteerDesk(leads, new DynamoDbSteering(client, timersTable), events),
            new JourneyBoard(
                playbook,
                audiences,
                new DynamoDbSteering(client, timersTable),
                new DynamoDbFlows(client, leadsTable),
                new DynamoDbCards(client, leadsTable)),
            new LetterDesk(new DynamoDbLetterRuns(client, timersTable), playbook, clock),
            new PlaybookView(playbook, source, environment.playbook(), publicUrl),
            watch);
    return new ConsoleDoor(
        new SignIn(
            new OpenIdIssuer(() -> OpenIdIssuer.Client.of(signIn.get()), clock),
            new DynamoDbSessions(client, sessionsTable),
            request -> publicUrl.replace("{host}", request.header("host").orElse("")),
            clock),
        console.entrances(),
        reason -> Log.warn("nobody was signed in", "reason", reason));
  }

  private static SortedMap<String, SqsWorkQueues.Urls> queues(Environment environment) {
    var queues = new TreeMap<String, SqsWorkQueues.Urls>();
    for (var name : QUEUES) {
      var variable = name.toUpperCase(Locale.ROOT).replace('-', '_');
      queues.put(
          name,
          new SqsWorkQueues.Urls(
              environment.need(variable + "_QUEUE"), environment.need(variable + "_DEAD_LETTERS")));
    }
    return queues;
  }
}
