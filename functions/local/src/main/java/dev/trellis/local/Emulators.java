package dev.trellis.local;

import module java.base;

import dev.trellis.aws.dynamodb.DynamoDbClients;
import dev.trellis.aws.sqs.SqsClients;
import dev.trellis.local.emulator.Credentials;
import dev.trellis.local.emulator.DynamoDbEmulator;
import dev.trellis.local.emulator.LocalSecrets;
import dev.trellis.local.emulator.MailArchive;
import dev.trellis.local.emulator.SecretsEndpoint;
import dev.trellis.local.emulator.SesEndpoint;
import dev.trellis.local.emulator.SqsEmulator;
import dev.trellis.local.template.Surroundings;
import dev.trellis.local.template.Template;
import dev.trellis.ops.aws.Stack;

/** What stands for AWS on this machine. */
record Emulators(
    DynamoDbEmulator dynamoDb,
    SqsEmulator sqs,
    LocalSecrets secrets,
    SecretsEndpoint secretsManager,
    MailArchive mails,
    SesEndpoint ses)
    implements AutoCloseable {

  private static final String SIGN_IN = "/sign-in";

  /**
   * Starts them; the two that take seconds side by side.
   *
   * @param signIn the secret that says who lets people into the console
   */
  static Emulators start(
      Template template, StateFolder state, int sqsPort, Clock clock, String signIn)
      throws IOException {
    var starting = CompletableFuture.supplyAsync(() -> sqs(template, state, sqsPort));
    var dynamoDb = DynamoDbEmulator.start(state.at("dynamodb"), template.tables());
    var sqs = started(starting);
    var secrets = new LocalSecrets(state.at("secrets.json"));
    var mails = new MailArchive(state.at("mails"));
    return new Emulators(
        dynamoDb,
        sqs,
        secrets,
        SecretsEndpoint.start(
            name -> name.endsWith(SIGN_IN) ? signIn : secrets.json(name), template.secrets()),
        mails,
        SesEndpoint.start(mails, clock, template.mailEvents(), sqs::send));
  }

  /** What a function must know to find them. */
  Map<String, String> variables() {
    return Map.of(
        "AWS_REGION",
        Surroundings.REGION,
        "AWS_ACCESS_KEY_ID",
        Credentials.KEY_ID,
        "AWS_SECRET_ACCESS_KEY",
        Credentials.KEY,
        "AWS_ENDPOINT_URL_SQS",
        sqs.url(),
        "AWS_ENDPOINT_URL_SES",
        ses.url(),
        "AWS_ENDPOINT_URL_SECRETS_MANAGER",
        secretsManager.url());
  }

  /** The same as an operator sees it. */
  Stack stack(Template template, Clock clock) {
    var called = new TreeMap<String, String>();
    template.tables().forEach(table -> called.put(table.id(), table.name()));
    template.queues().forEach(queue -> called.put(queue.id(), queue.name()));
    return new Stack(called, dynamoDb.client(), sqs.client(), secrets::identities, clock);
  }

  /** Does something, such as starting functions, whose clients ask the emulators without HTTP. */
  <T> T lend(Supplier<T> work) {
    return DynamoDbClients.lending(dynamoDb.client(), () -> SqsClients.lending(sqs.client(), work));
  }

  /** Leaves nothing on disk of what was erased. */
  void tidy() {
    try {
      sqs.tidy();
      dynamoDb.tidy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    ses.close();
    secretsManager.close();
    sqs.close();
    dynamoDb.close();
  }

  private static SqsEmulator started(CompletableFuture<SqsEmulator> starting) {
    try {
      return starting.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private static SqsEmulator sqs(Template template, StateFolder state, int port) {
    try {
      var sqs = SqsEmulator.start(state.at("queues"), port);
      sqs.create(template.queues());
      return sqs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
