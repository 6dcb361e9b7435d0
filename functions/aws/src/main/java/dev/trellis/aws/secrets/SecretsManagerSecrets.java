package dev.trellis.aws.secrets;

import dev.trellis.aws.ClientSettings;
import dev.trellis.aws.Environment;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.Secrets;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** All secrets of the installation, read once from one JSON object in Secrets Manager. */
public final class SecretsManagerSecrets implements Secrets {

  private static final String SIGNING = "signing";
  private static final int SHORTEST_KEY = 32;

  private final Map<String, Object> values;

  private SecretsManagerSecrets(Map<String, Object> values) {
    this.values = values;
  }

  /** Reads the secret that the variable {@code SECRET} names. */
  public static SecretsManagerSecrets load(Environment environment) {
    var id = environment.need("SECRET");
    try (var client =
        ClientSettings.build(SecretsManagerClient.builder(), "SECRETS_MANAGER", environment)) {
      return parse(client.getSecretValue(request -> request.secretId(id)).secretString());
    }
  }

  /**
   * Reads the secret's text.
   *
   * @throws IllegalStateException if it holds no signing key of at least 32 characters
   */
  static SecretsManagerSecrets parse(String json) {
    var values = Json.parse(json);
    if (!(values.get(SIGNING) instanceof String key) || key.length() < SHORTEST_KEY) {
      throw new IllegalStateException(
          "the secret's \"signing\" must have at least " + SHORTEST_KEY + " characters");
    }
    return new SecretsManagerSecrets(values);
  }

  @Override
  public String signing() {
    return (String) values.get(SIGNING);
  }

  @Override
  public Optional<String> webhook(String partner) {
    return partner.equals(SIGNING)
        ? Optional.empty()
        : Optional.ofNullable(values.get(partner)).map(Object::toString);
  }
}
