package dev.trellis.ops.aws;

import module java.base;

import dev.trellis.aws.dynamodb.DynamoDbAccountStore;
import dev.trellis.aws.dynamodb.DynamoDbAudit;
import dev.trellis.aws.dynamodb.DynamoDbEnrollmentStore;
import dev.trellis.aws.dynamodb.DynamoDbFlows;
import dev.trellis.aws.dynamodb.DynamoDbLeadFiles;
import dev.trellis.aws.dynamodb.DynamoDbLeadStore;
import dev.trellis.aws.dynamodb.DynamoDbMailLedger;
import dev.trellis.aws.dynamodb.DynamoDbPersonalItems;
import dev.trellis.aws.dynamodb.DynamoDbQuarantine;
import dev.trellis.aws.dynamodb.DynamoDbSteering;
import dev.trellis.aws.dynamodb.DynamoDbSweeps;
import dev.trellis.aws.dynamodb.DynamoDbTimers;
import dev.trellis.aws.dynamodb.DynamoDbWaitingMails;
import dev.trellis.aws.sqs.DeadLetters;
import dev.trellis.aws.sqs.SqsQueue;
import dev.trellis.aws.sqs.SqsWorkQueues;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.port.Audit;
import dev.trellis.core.port.JourneyPauses;
import dev.trellis.core.port.LeadFiles;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.PersonalItems;
import dev.trellis.core.port.Quarantine;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.WaitingMails;
import dev.trellis.core.port.WorkQueues;
import dev.trellis.core.port.sweep.Rollouts;
import dev.trellis.core.port.sweep.Sweeps;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.nurture.CancelJourney;
import dev.trellis.nurture.HoldMails;
import dev.trellis.nurture.SendingDesk;
import dev.trellis.nurture.SettleMail;
import dev.trellis.nurture.WakeMails;
import dev.trellis.scoring.RekeyIdentities;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * One stack with what operators do to it: the desks and use cases of the functions, on its tables
 * and queues.
 *
 * @param resources what each logical id of the template is called there
 * @param identities the keys of identities, read when they are needed
 */
public record Stack(
    Map<String, String> resources,
    DynamoDbClient dynamoDb,
    SqsClient sqs,
    Supplier<KeyRing> identities,
    Clock clock) {

  /** No stack at all, for whoever asks what could be done to one. */
  public static final Stack NONE = new Stack(Map.of(), null, null, null, Clock.systemUTC());

  private static final String QUEUE = "Queue";
  private static final String DEAD_LETTERS = "DeadLetters";

  /** As slow as the function that does the same. */
  private static final Duration PACE = Duration.ofMillis(10);

  /** The queues that have dead letters, such as {@code lead-events}. */
  public SortedSet<String> queues() {
    return resources.keySet().stream()
        .filter(id -> id.endsWith(DEAD_LETTERS))
        .map(id -> id.substring(0, id.length() - DEAD_LETTERS.length()))
        .map(id -> id.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The queues with their dead letters, as the console sees them. */
  public WorkQueues workQueues() {
    var urls = new TreeMap<String, SqsWorkQueues.Urls>();
    queues()
        .forEach(queue ->
            urls.put(
                queue,
                new SqsWorkQueues.Urls(
                    called(id(queue) + QUEUE), called(id(queue) + DEAD_LETTERS))));
    return new SqsWorkQueues(sqs, urls);
  }

  /** The dead letters of one of {@link #queues}. */
  public DeadLetters deadLetters(String queue) {
    return new DeadLetters(sqs, called(id(queue) + DEAD_LETTERS), called(id(queue) + QUEUE));
  }

  private static String id(String queue) {
    return Arrays.stream(queue.split("-"))
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining());
  }

  /** Messages that were refused. */
  public Quarantine quarantine() {
    return new DynamoDbQuarantine(dynamoDb, called("QuarantineTable"), leadsTable(), clock);
  }

  /** Sends a message as it is to {@code lead-events}. */
  public void leadEvent(String body) {
    sqs.sendMessage(send -> send.queueUrl(called("LeadEventsQueue")).messageBody(body));
  }

  /** Stops and resumes all mail. */
  public SendingDesk sending() {
    return new SendingDesk(line(), timers(), clock);
  }

  /** Settles mails of unknown fate. */
  public SettleMail settle() {
    return new SettleMail(ledger(), line(), timers(), queue("LeadEventsQueue"), clock);
  }

  /** Takes leads out of journeys. */
  public CancelJourney cancel() {
    return new CancelJourney(
        new DynamoDbEnrollmentStore(dynamoDb, leadsTable()),
        ledger(),
        new DynamoDbFlows(dynamoDb, leadsTable()),
        clock);
  }

  /** Brings identities under the newest key. */
  public RekeyIdentities rekey() {
    var keys = new IdentityKeys(identities.get());
    var leads = new DynamoDbLeadStore(dynamoDb, leadsTable(), called("IdentitiesTable"), keys);
    return new RekeyIdentities(leads, sweeps(), keys, PACE);
  }

  /** Lets mails that waited go. */
  public WakeMails wakeMails() {
    return new WakeMails(line(), timers(), this.<MailDue>queue("MailsQueue"), clock);
  }

  /** Which journeys stand still for all. */
  public JourneyPauses pauses() {
    return new DynamoDbSteering(dynamoDb, timersTable());
  }

  /** How far the playbook in force has reached everybody. */
  public Rollouts rollouts() {
    return new DynamoDbSteering(dynamoDb, timersTable());
  }

  /** Everybody who lives. */
  public Sweeps sweeps() {
    return new DynamoDbSweeps(dynamoDb, leadsTable(), timersTable());
  }

  /** All leads, absorbed and erased ones included. */
  public Sweeps everybody() {
    return DynamoDbSweeps.ofAll(dynamoDb, leadsTable(), timersTable());
  }

  /** Whoever is or was in a journey. */
  public Sweeps inJourney(String journey) {
    return DynamoDbSweeps.ofJourney(dynamoDb, leadsTable(), timersTable(), journey);
  }

  /** All that is stored about leads. */
  public LeadFiles leadFiles() {
    return new DynamoDbLeadFiles(dynamoDb, leadsTable());
  }

  public MailLedger ledger() {
    return new DynamoDbMailLedger(dynamoDb, leadsTable(), called("SuppressionsTable"));
  }

  public Timers timers() {
    return new DynamoDbTimers(dynamoDb, timersTable());
  }

  /** The queue with this logical id. */
  public <M> MessageQueue<M> queue(String id) {
    return new SqsQueue<>(sqs, called(id));
  }

  /** The journeys that anybody is or was in. Reads the whole table of leads. */
  public SortedSet<String> journeys() {
    return DynamoDbSweeps.journeys(dynamoDb, leadsTable());
  }

  /** Who did what. */
  public Audit audit() {
    return new DynamoDbAudit(dynamoDb, called("AuditTable"));
  }

  /** Companies. */
  public AccountStore accounts() {
    return new DynamoDbAccountStore(dynamoDb, called("AccountsTable"));
  }

  /** What is left of people who were erased. */
  public PersonalItems personalItems() {
    var keys = new IdentityKeys(identities.get());
    return new DynamoDbPersonalItems(dynamoDb, leadsTable(), called("IdentitiesTable"), keys);
  }

  /** Leads that were brought back. */
  public RestoredLeads restored() {
    return new RestoredLeads(dynamoDb, timersTable());
  }

  /** Keeps back what was asked for of leads that were brought back. */
  public HoldMails hold() {
    return new HoldMails(new DynamoDbEnrollmentStore(dynamoDb, leadsTable()), ledger(), clock);
  }

  /** The mails that wait. */
  public WaitingMails line() {
    return new DynamoDbWaitingMails(dynamoDb, timersTable());
  }

  private String leadsTable() {
    return called("LeadsTable");
  }

  private String timersTable() {
    return called("TimersTable");
  }

  /** What a resource is called, by its logical id. */
  public String called(String id) {
    var name = resources.get(id);
    if (name == null) {
      throw new IllegalStateException("the stack has no " + id);
    }
    return name;
  }
}
