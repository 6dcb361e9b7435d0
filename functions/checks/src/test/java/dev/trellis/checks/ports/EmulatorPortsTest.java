package dev.trellis.checks.ports;

import module java.base;

import dev.trellis.aws.secrets.DeployedSecrets;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import dev.trellis.local.emulator.LocalSecrets;
import dev.trellis.local.emulator.SecretsEndpoint;
import dev.trellis.local.state.StateFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Every contract on Amazon's DynamoDB Local, on ElasticMQ and on our own SES and secrets. */
class EmulatorPortsTest extends AwsPortsContract {

  private static final Map<String, String> NAMES =
      Map.of(
          "SECRET", "Secret",
          "LINKS_SECRET", "LinksSecret",
          "PARTNERS_SECRET", "PartnersSecret");
  private static final List<Closeable> OPEN = new CopyOnWriteArrayList<>();

  @TempDir private static Path folder;

  @AfterAll
  static void close() throws IOException {
    for (var endpoint : OPEN) {
      endpoint.close();
    }
  }

  @Override
  DynamoDbClient dynamoDb() {
    return Emulators.dynamoDb();
  }

  @Override
  SqsClient sqs() {
    return Emulators.sqs();
  }

  @Override
  MailerContract.Post newPost() {
    try {
      var post = new EmulatedPost(folder.resolve(Ids.random()));
      OPEN.add(post);
      return post;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  DeployedSecrets secrets(Map<String, Map<String, Object>> secrets) {
    var all = new HashMap<String, Object>();
    secrets.values().forEach(all::putAll);
    try {
      var file = folder.resolve(Ids.random());
      StateFile.write(file, Json.compose(all));
      var endpoint =
          SecretsEndpoint.start(new LocalSecrets(file)::json, List.copyOf(NAMES.values()));
      OPEN.add(endpoint);
      return Emulators.at(endpoint.url(), NAMES, "SECRETS_MANAGER", DeployedSecrets::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
