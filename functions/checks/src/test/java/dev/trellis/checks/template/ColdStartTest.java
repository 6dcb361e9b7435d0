package dev.trellis.checks.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import module java.base;

import com.sun.net.httpserver.HttpServer;
import dev.trellis.aws.Environment;
import dev.trellis.checks.template.Template.Resource;
import dev.trellis.core.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A function starts with the variables that the template gives it, and with none of them less. */
class ColdStartTest {

  private static HttpServer secretsManager;
  private final Template template;

  ColdStartTest() throws IOException {
    template = Template.read();
  }

  /** A cold start asks for secrets; one that is to send mail asks for the way and its pace, too. */
  @BeforeAll
  static void serveTheSecret() throws IOException {
    var partner = "whsec_" + "A".repeat(32);
    var secret =
        Map.of(
            "signing",
            "s".repeat(48),
            "links",
            "l".repeat(48),
            "events",
            partner,
            "crm.stand-in",
            partner);
    var answer =
        Json.write(Map.of("SecretString", Json.write(secret))).getBytes(StandardCharsets.UTF_8);
    secretsManager =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secretsManager.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    secretsManager.start();
  }

  @AfterAll
  static void stop() {
    secretsManager.stop(0);
  }

  @TestFactory
  Stream<DynamicTest> startsWithTheVariablesOfTheTemplate() {
    return template.all("AWS::Serverless::Function").stream()
        .map(function ->
            dynamicTest(
                function.id(), () -> assertThat(start(function, settings(function))).isNotNull()));
  }

  @TestFactory
  Stream<DynamicTest> refusesToStartWithoutEachOfThem() {
    return template.all("AWS::Serverless::Function").stream()
        .flatMap(function ->
            FunctionsTest.variables(function).keySet().stream()
                .map(name ->
                    dynamicTest(
                        function.id() + " without " + name, () -> refusesToStart(function, name))));
  }

  private void refusesToStart(Resource function, String name) {
    var settings = settings(function);
    settings.remove(name);
    assertThatThrownBy(() -> start(function, settings)).hasMessage(name + " must be set");
  }

  /** The template's variables, and those that Lambda itself sets. */
  private Map<String, String> settings(Resource function) {
    var settings = new HashMap<String, String>();
    FunctionsTest.variables(function).keySet().forEach(name -> settings.put(name, value(name)));
    settings.put("AWS_REGION", "eu-central-1");
    settings.put("AWS_ACCESS_KEY_ID", "none");
    settings.put("AWS_SECRET_ACCESS_KEY", "none");
    var port = secretsManager.getAddress().getPort();
    for (var service : List.of("SECRETS_MANAGER", "DYNAMODB", "SES")) {
      settings.put("AWS_ENDPOINT_URL_" + service, "http://127.0.0.1:" + port);
    }
    return settings;
  }

  private String value(String name) {
    return switch (name) {
      case "PLAYBOOK" -> template.root().resolve("functions/playbook/target/layer").toString();
      case "PUBLIC_URL", "CRM_URL" -> "https://example.com";
      case "SENDER_DOMAIN" -> "trellis.example";
      case "MAIL_CONCURRENCY",
          "MAIL_SHARE_PERCENT",
          "BOUNCE_LIMIT_PERCENT",
          "COMPLAINT_LIMIT_PERCENT" ->
          "2";
      default -> name.endsWith("_QUEUE") ? "https://sqs.example.com/" + name : name;
    };
  }

  private static Object start(Resource function, Map<String, String> settings) {
    return Environment.where(settings, Clock.systemUTC(), () -> construct(function));
  }

  private static Object construct(Resource function) {
    try {
      return Class.forName(FunctionsTest.handler(function)).getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
