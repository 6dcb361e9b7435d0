package dev.trellis.local.emulator;

import module java.base;

import com.sun.net.httpserver.HttpExchange;
import dev.trellis.core.json.Json;
import dev.trellis.local.emulator.HttpListener.Answer;

/** The part of Secrets Manager (JSON 1.1) that gives out a secret. */
public final class SecretsEndpoint implements Closeable {

  private static final String JSON = "application/x-amz-json-1.1";

  private final UnaryOperator<String> secrets;
  private final List<String> names;
  private final HttpListener server;

  private SecretsEndpoint(UnaryOperator<String> secrets, List<String> names) throws IOException {
    this.secrets = secrets;
    this.names = names;
    this.server = HttpListener.start(this::answer);
  }

  /**
   * @param secrets gives the text of each
   * @param names of the template's secrets
   */
  public static SecretsEndpoint start(UnaryOperator<String> secrets, List<String> names)
      throws IOException {
    return new SecretsEndpoint(secrets, names);
  }

  public String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }

  private Answer answer(HttpExchange exchange, byte[] body) {
    if (!"secretsmanager.GetSecretValue"
        .equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
      return error("InvalidRequestException", "only GetSecretValue is answered on this machine");
    }
    var id = String.valueOf(Json.parse(new String(body, StandardCharsets.UTF_8)).get("SecretId"));
    var name = id.substring(id.lastIndexOf(':') + 1);
    return names.contains(name)
        ? new Answer(
            200,
            JSON,
            Json.compose(Map.of("ARN", id, "Name", name, "SecretString", secrets.apply(name))))
        : error("ResourceNotFoundException", "no such secret");
  }

  private static Answer error(String type, String message) {
    return new Answer(400, JSON, Json.compose(Map.of("__type", type, "message", message)));
  }
}
