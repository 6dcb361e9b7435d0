package dev.trellis.checks.ports;

import module java.base;

import dev.trellis.aws.ClientSettings;
import dev.trellis.aws.dynamodb.DynamoDbClients;
import dev.trellis.aws.secrets.DeployedSecrets;
import dev.trellis.aws.sqs.SqsClients;
import dev.trellis.checks.localstack.LocalStack;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Every contract on LocalStack: {@code mvn verify -Plocalstack} in Docker, {@code -Pproof} without.
 */
@Tag("localstack")
class LocalStackPortsTest extends AwsPortsContract {

  private static final String SECRETS = "SECRETS_MANAGER";

  private static String url;
  private static DynamoDbClient dynamoDb;
  private static SqsClient sqs;
  private static SecretsManagerClient vault;

  @BeforeAll
  static void start() {
    url = LocalStack.url();
    dynamoDb = Emulators.client("DYNAMODB", url, DynamoDbClients::create);
    sqs = Emulators.client("SQS", url, SqsClients::create);
    vault =
        Emulators.client(
            SECRETS,
            url,
            environment ->
                ClientSettings.build(SecretsManagerClient.builder(), SECRETS, environment));
    TestTables.create(dynamoDb);
  }

  @Override
  DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  @Override
  SqsClient sqs() {
    return sqs;
  }

  @Override
  MailerContract.Post newPost() {
    return new LocalStackPost(url);
  }

  @Override
  DeployedSecrets secrets(Map<String, Map<String, Object>> secrets) {
    var names = new HashMap<String, String>();
    secrets.forEach((variable, values) -> {
      var name = variable + "-" + Ids.random();
      vault.createSecret(secret -> secret.name(name).secretString(Json.compose(values)));
      names.put(variable, name);
    });
    return Emulators.at(url, names, SECRETS, DeployedSecrets::new);
  }
}
