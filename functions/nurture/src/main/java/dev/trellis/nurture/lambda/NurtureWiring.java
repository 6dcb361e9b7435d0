package dev.trellis.nurture.lambda;

import dev.trellis.aws.Environment;
import dev.trellis.aws.dynamodb.DynamoDbClients;
import dev.trellis.aws.dynamodb.DynamoDbEnrollmentStore;
import dev.trellis.aws.dynamodb.DynamoDbFlows;
import dev.trellis.aws.dynamodb.DynamoDbLetterRuns;
import dev.trellis.aws.dynamodb.DynamoDbMailLedger;
import dev.trellis.aws.dynamodb.DynamoDbMembers;
import dev.trellis.aws.dynamodb.DynamoDbSteering;
import dev.trellis.aws.dynamodb.DynamoDbSuppressions;
import dev.trellis.aws.dynamodb.DynamoDbTimers;
import dev.trellis.aws.dynamodb.DynamoDbWaitingMails;
import dev.trellis.aws.lambda.AtStart;
import dev.trellis.aws.lambda.Log;
import dev.trellis.aws.secrets.DeployedSecrets;
import dev.trellis.aws.ses.PacedMailer;
import dev.trellis.aws.ses.SesClients;
import dev.trellis.aws.ses.SesMailer;
import dev.trellis.aws.ses.SesReputation;
import dev.trellis.aws.sqs.BatchedQueue;
import dev.trellis.aws.sqs.SqsClients;
import dev.trellis.aws.sqs.SqsQueue;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.message.HandoffDue;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Suppressions;
import dev.trellis.core.port.Tick;
import dev.trellis.nurture.AdvanceJourneys;
import dev.trellis.nurture.CloseMailboxes;
import dev.trellis.nurture.ConfirmConsent;
import dev.trellis.nurture.DispatchMail;
import dev.trellis.nurture.EffectQueues;
import dev.trellis.nurture.FlowTally;
import dev.trellis.nurture.HeldUp;
import dev.trellis.nurture.LettersUnderWay;
import dev.trellis.nurture.ObeyOrder;
import dev.trellis.nurture.PausedJourneys;
import dev.trellis.nurture.Preferences;
import dev.trellis.nurture.RecordFeedback;
import dev.trellis.nurture.SendLetters;
import dev.trellis.nurture.Sending;
import dev.trellis.nurture.SendingDesk;
import dev.trellis.nurture.SettleMail;
import dev.trellis.nurture.WakeMails;
import dev.trellis.nurture.WatchReputation;
import dev.trellis.nurture.mail.ConfirmLinks;
import dev.trellis.nurture.mail.LetterWriter;
import dev.trellis.nurture.mail.UnsubscribeLinks;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Builds the use cases of nurture on AWS: the only place that reads variables. Each handler has a
 * factory of its own, so each asks only for what it needs.
 */
final class NurtureWiring {

  private final Environment environment;
  private final DeployedSecrets secrets;

  private NurtureWiring(Environment environment) {
    this.environment = environment;
    this.secrets = new DeployedSecrets(environment);
  }

  static NurtureWiring fromEnvironment() {
    return new NurtureWiring(Environment.current());
  }

  /**
   * @param atEnd sends what the records of one batch had to send
   */
  record Batched<T>(T useCase, Runnable atEnd) {}

  /**
   * What a signal about a lead may ask for.
   *
   * @param atEnd sends what the records of one batch had to send
   */
  record Journeys(AdvanceJourneys advance, CloseMailboxes close, Runnable atEnd) {}

  Journeys journeys() {
    environment.need("SECRET"); // by name, before anything is built
    var leads = environment.need("LEADS_TABLE");
    var timers = environment.need("TIMERS_TABLE");
    var events = environment.need("LEAD_EVENTS_QUEUE");
    var mails = environment.need("MAILS_QUEUE");
    var handoffs = environment.need("HANDOFFS_QUEUE");
    var suppressions = environment.need("SUPPRESSIONS_TABLE");
    var playbook = playbook();
    var dynamo = DynamoDbClients.create(environment);
    var sqs = SqsClients.create(environment);
    var mailsDue = new BatchedQueue<MailDue>(new SqsQueue<>(sqs, mails));
    var handoffsDue = new BatchedQueue<HandoffDue>(new SqsQueue<>(sqs, handoffs));
    var ends = new BatchedQueue<LeadEvent>(new SqsQueue<>(sqs, events));
    var store = new DynamoDbEnrollmentStore(dynamo, leads);
    var tally = new FlowTally(new DynamoDbFlows(dynamo, leads));
    return new Journeys(
        new AdvanceJourneys(
            store,
            new DynamoDbTimers(dynamo, timers),
            new EffectQueues(mailsDue, handoffsDue, ends),
            playbook,
            environment.clock(),
            new PausedJourneys(new DynamoDbSteering(dynamo, timers), environment.clock())::holds,
            letters(playbook, dynamo, timers),
            tally),
        new CloseMailboxes(
            store,
            new DynamoDbSuppressions(dynamo, suppressions),
            this::suppressionKeys,
            environment.clock()),
        () -> {
          mailsDue.sendAll();
          handoffsDue.sendAll();
          ends.sendAll();
          count(tally);
        });
  }

  // What was counted is done: nobody does it again for the sake of a figure.
  private static void count(FlowTally tally) {
    try {
      tally.add();
    } catch (RuntimeException e) {
      Log.warn("some steps of journeys are not counted", "reason", e.toString());
    }
  }

  /** What the schedule does, and a person who calls its function. */
  record Schedules(List<Tick<JourneySignal>> ticks, SendLetters letters, SendingDesk desk) {}

  Schedules ticks() {
    var leads = environment.need("LEADS_TABLE");
    var table = environment.need("TIMERS_TABLE");
    var queue = environment.need("JOURNEY_SIGNALS_QUEUE");
    var mails = environment.need("MAILS_QUEUE");
    var clock = environment.clock();
    var dynamo = DynamoDbClients.create(environment);
    var sqs = SqsClients.create(environment);
    var timers = new DynamoDbTimers(dynamo, table);
    var signals = new SqsQueue<JourneySignal>(sqs, queue);
    var line = new DynamoDbWaitingMails(dynamo, table);
    var wake = new WakeMails(line, timers, new SqsQueue<>(sqs, mails), clock);
    return new Schedules(
        List.of(
            AdvanceJourneys.tick(timers, signals, clock),
            HeldUp.tick(timers, signals, wake, clock)),
        new SendLetters(
            playbook(),
            new DynamoDbLetterRuns(dynamo, table),
            new DynamoDbMembers(dynamo, leads),
            new DynamoDbEnrollmentStore(dynamo, leads),
            signals,
            clock),
        new SendingDesk(line, timers, clock));
  }

  Batched<DispatchMail> dispatchMail() {
    environment.need("LINKS_SECRET"); // by name, before anything is built
    var configurationSet = environment.need("CONFIGURATION_SET");
    var senderDomain = environment.need("SENDER_DOMAIN");
    var instances = environment.need("MAIL_CONCURRENCY");
    var share = environment.need("MAIL_SHARE_PERCENT");
    var publicUrl = environment.need("PUBLIC_URL");
    var timers = environment.need("TIMERS_TABLE");
    var stores = mailStores();
    var playbook = playbook();
    var keys = suppressionKeys();
    SenderDomain.check(playbook.company().sender(), senderDomain);
    var events = new BatchedQueue<>(stores.events());
    var dynamo = DynamoDbClients.create(environment);
    var due = new DynamoDbTimers(dynamo, timers);
    var mailer =
        new SesMailer(SesClients.create(environment), configurationSet, environment.clock());
    var sending =
        new Sending(
            PacedMailer.of(mailer, Integer.parseInt(instances), Double.parseDouble(share)),
            new DynamoDbWaitingMails(dynamo, timers),
            due,
            environment.clock(),
            MailLog::stopped,
            MailLog::notTaken);
    AtStart.ask("brake", sending::look);
    return new Batched<>(
        new DispatchMail(
            stores.ledger(),
            playbook,
            new LetterWriter(secrets.links(), keys, publicUrl),
            keys,
            sending,
            events,
            due,
            letters(playbook, dynamo, timers),
            environment.clock()),
        events::sendAll);
  }

  /** What comes by the queue of feedback: what SES tells, and what a person decides. */
  record Feedback(RecordFeedback record, ObeyOrder orders) {}

  Batched<Feedback> feedback() {
    var timersTable = environment.need("TIMERS_TABLE");
    var bounces = environment.need("BOUNCE_LIMIT_PERCENT");
    var complaints = environment.need("COMPLAINT_LIMIT_PERCENT");
    var stores = mailStores();
    var clock = environment.clock();
    var dynamo = DynamoDbClients.create(environment);
    var line = new DynamoDbWaitingMails(dynamo, timersTable);
    var timers = new DynamoDbTimers(dynamo, timersTable);
    var watch =
        new WatchReputation(
            new SesReputation(SesClients.create(environment), clock),
            line,
            new WatchReputation.Limits(Double.parseDouble(bounces), Double.parseDouble(complaints)),
            clock,
            MailLog::stopped);
    var events = new BatchedQueue<>(stores.events());
    return new Batched<>(
        new Feedback(
            new RecordFeedback(
                stores.ledger(),
                stores.suppressions(),
                suppressionKeys(),
                events,
                watch::look,
                new DynamoDbLetterRuns(
                        DynamoDbClients.create(environment), environment.need("TIMERS_TABLE"))
                    ::countIfSent),
            new ObeyOrder(
                new SettleMail(stores.ledger(), line, timers, events, clock),
                new SendingDesk(line, timers, clock),
                stores.suppressions())),
        events::sendAll);
  }

  Preferences preferences() {
    environment.need("LINKS_SECRET");
    environment.need("FORMER_SECRET");
    var stores = mailStores();
    var playbook = playbook();
    var keys = suppressionKeys();
    return new Preferences(
        stores.ledger(),
        stores.suppressions(),
        keys,
        new UnsubscribeLinks(secrets.linksAndOlder(), keys),
        stores.events(),
        playbook,
        environment.clock(),
        failure -> Log.failure("shown without", failure));
  }

  ConfirmConsent confirmConsent() {
    var stores = mailStores();
    return new ConfirmConsent(
        stores.ledger(),
        stores.suppressions(),
        suppressionKeys(),
        new ConfirmLinks(secrets.linksAndOlder()),
        stores.events(),
        playbook(),
        environment.clock());
  }

  /** What everything about mail reads and writes. */
  private record MailStores(
      MailLedger ledger, Suppressions suppressions, MessageQueue<LeadEvent> events) {}

  private MailStores mailStores() {
    environment.need("SECRET"); // by name, before anything is built
    var leads = environment.need("LEADS_TABLE");
    var suppressions = environment.need("SUPPRESSIONS_TABLE");
    var events = environment.need("LEAD_EVENTS_QUEUE");
    var dynamo = DynamoDbClients.create(environment);
    var sqs = SqsClients.create(environment);
    return new MailStores(
        new DynamoDbMailLedger(dynamo, leads, suppressions),
        new DynamoDbSuppressions(dynamo, suppressions),
        new SqsQueue<>(sqs, events));
  }

  private LettersUnderWay letters(Playbook playbook, DynamoDbClient dynamo, String timers) {
    return new LettersUnderWay(
        playbook, new DynamoDbLetterRuns(dynamo, timers), environment.clock());
  }

  private Playbook playbook() {
    return environment.policy();
  }

  private SuppressionKeys suppressionKeys() {
    return new SuppressionKeys(secrets.suppressions());
  }
}
