package dev.trellis.checks.events;

import module java.base;

import dev.trellis.aws.dynamodb.DynamoDbLeadStore;
import dev.trellis.aws.dynamodb.DynamoDbMailLedger;
import dev.trellis.aws.dynamodb.DynamoDbQuarantine;
import dev.trellis.aws.dynamodb.DynamoDbSessions;
import dev.trellis.aws.dynamodb.DynamoDbSuppressions;
import dev.trellis.aws.dynamodb.DynamoDbTimers;
import dev.trellis.checks.ports.Emulators;
import dev.trellis.checks.ports.TestTables;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.Quarantine;
import dev.trellis.core.port.Sessions;
import dev.trellis.core.port.Suppressions;
import dev.trellis.core.port.Timers;
import dev.trellis.core.signing.KeyRing;
import software.amazon.awssdk.services.sqs.model.Message;

/** Empty tables and queues on the emulators; each is made when its variable is first asked for. */
final class Installation implements AutoCloseable {

  private static final Map<String, String> INDEXED =
      Map.of(
          "LEADS_TABLE", "LeadsTable",
          "ACCOUNTS_TABLE", "AccountsTable",
          "AUDIT_TABLE", "AuditTable");

  private static final Map<String, String[]> KEYS =
      Map.of(
          "LEADS_TABLE", new String[] {"lead", "item"},
          "IDENTITIES_TABLE", new String[] {"identity"},
          "ACCOUNTS_TABLE", new String[] {"account", "item"},
          "TIMERS_TABLE", new String[] {"bucket", "timer"},
          "SUPPRESSIONS_TABLE", new String[] {"address"},
          "SESSIONS_TABLE", new String[] {"session"},
          "AUDIT_TABLE", new String[] {"day", "at"},
          "GROUPS_TABLE", new String[] {"kind", "group"},
          "QUARANTINE_TABLE", new String[] {"message"});

  private final String name = "i" + Ids.random().replace('-', 'x');
  private final Map<String, String> values = new TreeMap<>();
  private final Outside outside;
  private final KeyRing ring;
  private final IdentityKeys keys;

  /**
   * @param signing the key that it signs with
   */
  Installation(String signing) throws IOException {
    this.outside = new Outside(signing);
    this.ring = KeyRing.of(signing);
    this.keys = new IdentityKeys(ring);
  }

  /** The variables of a function, and those that Lambda itself sets. */
  synchronized Map<String, String> variables(Set<String> names) {
    var variables = new HashMap<String, String>();
    variables.put("AWS_REGION", "eu-central-1");
    variables.put("AWS_ACCESS_KEY_ID", "test");
    variables.put("AWS_SECRET_ACCESS_KEY", "test");
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", Emulators.dynamoDbUrl());
    variables.put("AWS_ENDPOINT_URL_SQS", Emulators.sqsUrl());
    variables.put("AWS_ENDPOINT_URL_SES", outside.url());
    variables.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", outside.url());
    names.forEach(variable -> variables.put(variable, value(variable)));
    return variables;
  }

  LeadStore leads() {
    return new DynamoDbLeadStore(
        Emulators.dynamoDb(), value("LEADS_TABLE"), value("IDENTITIES_TABLE"), keys);
  }

  Timers timers() {
    return new DynamoDbTimers(Emulators.dynamoDb(), value("TIMERS_TABLE"));
  }

  MailLedger mails() {
    return new DynamoDbMailLedger(
        Emulators.dynamoDb(), value("LEADS_TABLE"), value("SUPPRESSIONS_TABLE"));
  }

  Suppressions suppressions() {
    return new DynamoDbSuppressions(Emulators.dynamoDb(), value("SUPPRESSIONS_TABLE"));
  }

  SuppressionKeys suppressionKeys() {
    return new SuppressionKeys(ring);
  }

  Quarantine quarantine(InstantSource clock) {
    return new DynamoDbQuarantine(
        Emulators.dynamoDb(), value("QUARANTINE_TABLE"), value("LEADS_TABLE"), clock);
  }

  /** A message that failed too often. */
  void fail(String variable, String body) {
    Emulators.sqs().sendMessage(send -> send.queueUrl(value(variable)).messageBody(body));
  }

  Sessions sessions() {
    return new DynamoDbSessions(Emulators.dynamoDb(), value("SESSIONS_TABLE"));
  }

  /** What was sent to each queue, and as SES and CRM what was sent outside. */
  synchronized Map<String, List<String>> sent() {
    var sent = new TreeMap<String, List<String>>();
    values.forEach((variable, value) -> {
      if (variable.endsWith("_QUEUE")) {
        sent.put(variable, drain(value));
      }
    });
    sent.put("SES", outside.mails());
    sent.put("CRM", outside.handoffs());
    sent.values().removeIf(List::isEmpty);
    return sent;
  }

  int secretsRead() {
    return outside.secretsRead();
  }

  @Override
  public void close() {
    outside.close();
  }

  private synchronized String value(String variable) {
    return values.computeIfAbsent(variable, this::make);
  }

  private String make(String variable) {
    return switch (variable) {
      case "PLAYBOOK" -> Path.of("..", "playbook", "target", "layer").toAbsolutePath().toString();
      case "PUBLIC_URL" -> "https://go.example.com";
      case "CRM_URL" -> outside.crmUrl();
      case "SECRET", "LINKS_SECRET", "PARTNERS_SECRET", "SIGN_IN_SECRET", "CONFIGURATION_SET" ->
          name + "-" + variable;
      case "FORMER_SECRET" -> "none";
      case "SENDER_DOMAIN" -> "trellis.example";
      case "MAIL_CONCURRENCY",
          "MAIL_SHARE_PERCENT",
          "BOUNCE_LIMIT_PERCENT",
          "COMPLAINT_LIMIT_PERCENT" ->
          "2";
      default ->
          variable.endsWith("_QUEUE") || variable.endsWith("_DEAD_LETTERS")
              ? queue(variable)
              : table(variable);
    };
  }

  private String queue(String variable) {
    return Emulators.sqs().createQueue(q -> q.queueName(name + "-" + variable)).queueUrl();
  }

  private String table(String variable) {
    if (!KEYS.containsKey(variable)) {
      throw new AssertionError("no value for the template's variable " + variable);
    }
    if (INDEXED.containsKey(variable)) {
      TestTables.createIndexed(Emulators.dynamoDb(), INDEXED.get(variable), name + "-" + variable);
    } else {
      TestTables.create(Emulators.dynamoDb(), name + "-" + variable, KEYS.get(variable));
    }
    return name + "-" + variable;
  }

  private static List<String> drain(String queue) {
    var all = new ArrayList<String>();
    List<String> some;
    do {
      some =
          Emulators.sqs()
              .receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10))
              .messages()
              .stream()
              .map(Message::body)
              .toList();
      all.addAll(some);
    } while (!some.isEmpty());
    return all;
  }
}
