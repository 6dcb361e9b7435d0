package dev.trellis.checks.figures;

import module java.base;

import dev.trellis.aws.dynamodb.DynamoDbTimers;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.Timers;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.local.emulator.Credentials;
import dev.trellis.local.emulator.HttpListener;
import dev.trellis.local.emulator.LocalSecrets;
import dev.trellis.local.emulator.MailArchive;
import dev.trellis.local.emulator.Ports;
import dev.trellis.local.emulator.SecretsEndpoint;
import dev.trellis.local.emulator.SesEndpoint;
import dev.trellis.local.emulator.SqsEmulator;
import dev.trellis.local.run.Activity;
import dev.trellis.local.run.RunningFunction;
import dev.trellis.local.template.LambdaFunction.QueueSource;
import dev.trellis.local.template.Surroundings;
import dev.trellis.local.template.Template;
import dev.trellis.local.template.TemplateReader;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * What the template deploys, on emulators, with nobody polling: messages move when a test says so,
 * room by room and in batches as large as the template allows, so that every run does the same.
 */
final class Installation implements AutoCloseable {

  private static final Path TEMPLATE = Path.of("../../infra/template.yaml");
  private static final String PUBLIC_URL = "https://trellis.example";
  private static final int MOST_WRITES = 25;

  private final Deque<Closeable> parts = new ArrayDeque<>();
  private final Template template;
  private final SqsEmulator sqs;
  private final DynamoDbServer dynamoDb;
  private final LocalSecrets secrets;
  private final Map<String, RunningFunction> functions = new LinkedHashMap<>();

  Installation(Path folder, Clock clock) throws IOException {
    int sqsPort = Ports.free();
    var crm = closeLater(HttpListener.bind(0));
    crm.serve(StandInCrm::take);
    var parameters =
        Map.of(
            "Stage",
            "dev",
            "PublicUrl",
            PUBLIC_URL,
            "CrmUrl",
            crm.url(),
            "SenderDomain",
            "trellis.example");
    template =
        new TemplateReader(new Surroundings(SqsEmulator.url(sqsPort), parameters, Optional.empty()))
            .read(TEMPLATE);
    sqs = closeLater(SqsEmulator.start(folder.resolve("queues"), sqsPort));
    sqs.create(template.queues());
    dynamoDb = closeLater(DynamoDbServer.start(template.tables()));
    secrets = new LocalSecrets(folder.resolve("secrets.json"));
    var secretsManager = closeLater(SecretsEndpoint.start(secrets::json, template.secrets()));
    var mails = new MailArchive(folder.resolve("mails"));
    var ses = closeLater(SesEndpoint.start(mails, clock, template.mailEvents(), sqs::send));
    var common =
        Map.of(
            "AWS_REGION", Surroundings.REGION,
            "AWS_ACCESS_KEY_ID", Credentials.KEY_ID,
            "AWS_SECRET_ACCESS_KEY", Credentials.KEY,
            "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.url(),
            "AWS_ENDPOINT_URL_SQS", sqs.url(),
            "AWS_ENDPOINT_URL_SES", ses.url(),
            "AWS_ENDPOINT_URL_SECRETS_MANAGER", secretsManager.url());
    for (var function : template.functions()) {
      functions.put(
          function.id(),
          RunningFunction.start(function, common, Supplier::get, clock, new Activity()));
    }
  }

  private <T extends Closeable> T closeLater(T part) {
    parts.push(part);
    return part;
  }

  /** Everything in a table. */
  List<Map<String, AttributeValue>> items(String table) {
    return dynamoDb
        .client()
        .scanPaginator(scan -> scan.tableName(template.table(table).name()).consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  /** Puts items into a table, by no function. */
  void write(String table, List<Map<String, AttributeValue>> items) {
    var name = template.table(table).name();
    for (int from = 0; from < items.size(); from += MOST_WRITES) {
      var some =
          items.subList(from, Math.min(from + MOST_WRITES, items.size())).stream()
              .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
              .toList();
      dynamoDb.client().batchWriteItem(write -> write.requestItems(Map.of(name, some)));
    }
  }

  /** Puts a message into a queue, by no function. */
  void send(String queue, String body) {
    sqs.send(queue, body);
  }

  Timers timers() {
    return new DynamoDbTimers(dynamoDb.client(), template.table("TimersTable").name());
  }

  KeyRing links() {
    return secrets.links();
  }

  /** Calls a function with one event, and counts. */
  Map<String, Object> invoke(String function, Map<String, Object> event, Meter meter)
      throws Exception {
    var answer = new byte[1][];
    meter.during(() ->
        answer[0] =
            functions.get(function).invoke(Json.compose(event).getBytes(StandardCharsets.UTF_8)));
    var text = new String(answer[0], StandardCharsets.UTF_8);
    return text.isBlank() || text.equals("null") ? Map.of() : Json.parse(text);
  }

  /** Lets these functions work until their queues are empty: what each of them used. */
  Map<String, Usage> drain(Set<String> wanted) throws Exception {
    var used = new TreeMap<String, Usage>();
    for (var before = -1; before != used.values().stream().mapToInt(Usage::batches).sum(); ) {
      before = used.values().stream().mapToInt(Usage::batches).sum();
      for (var function : functions.values()) {
        var id = function.function().id();
        for (var source : function.function().queueSources()) {
          if (wanted.contains(id)) {
            used.merge(id, drain(id, source), Usage::plus);
          }
        }
      }
    }
    used.values().removeIf(usage -> usage.batches() == 0);
    return used;
  }

  private Usage drain(String function, QueueSource source) throws Exception {
    var usage = Usage.NONE;
    for (var batch = receive(source); !batch.isEmpty(); batch = receive(source)) {
      var meter = new Meter();
      var records = batch.stream().map(Installation::record).toList();
      var answer = invoke(function, Map.of("Records", records), meter);
      if (answer.get("batchItemFailures") instanceof List<?> failures && !failures.isEmpty()) {
        throw new IllegalStateException(function + " failed on " + failures.size() + " messages");
      }
      delete(source, batch);
      usage = usage.plus(meter.usage(batch.size(), 1));
    }
    return usage;
  }

  private List<Message> receive(QueueSource source) {
    return sqs.client()
        .receiveMessage(r ->
            r.queueUrl(sqs.queueUrl(source.queue()))
                .maxNumberOfMessages(source.batchSize())
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private void delete(QueueSource source, List<Message> batch) {
    var entries =
        batch.stream()
            .map(m ->
                DeleteMessageBatchRequestEntry.builder()
                    .id(m.messageId())
                    .receiptHandle(m.receiptHandle())
                    .build())
            .toList();
    sqs.client().deleteMessageBatch(r -> r.queueUrl(sqs.queueUrl(source.queue())).entries(entries));
  }

  private static Map<String, Object> record(Message message) {
    return Map.of(
        "messageId", message.messageId(),
        "body", message.body(),
        "attributes", message.attributesAsStrings(),
        "eventSource", "aws:sqs");
  }

  @Override
  public void close() throws IOException {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }
}
