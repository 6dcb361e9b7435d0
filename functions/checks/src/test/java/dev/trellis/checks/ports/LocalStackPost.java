package dev.trellis.checks.ports;

import module java.base;
import module java.net.http;

import dev.trellis.aws.ses.SesClients;
import dev.trellis.aws.ses.SesMailer;
import dev.trellis.aws.ses.SesReputation;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.Mailer;
import dev.trellis.core.port.Reputation;
import software.amazon.awssdk.services.ses.SesClient;

/** LocalStack's SES, which tells what it was given. */
final class LocalStackPost implements MailerContract.Post {

  private static final String SET = "set";

  private final String url;
  private final SesClient client;

  LocalStackPost(String url) {
    this.url = url;
    this.client = Emulators.client("SES", url, SesClients::create);
    client.verifyDomainIdentity(request -> request.domain(MailerContract.SENDER_DOMAIN));
  }

  @Override
  public Mailer mailer() {
    return new SesMailer(client, SET, Clock.systemUTC());
  }

  @Override
  public Reputation reputation() {
    return new SesReputation(client, Clock.systemUTC());
  }

  @Override
  public Map<String, String> sent() {
    var request = HttpRequest.newBuilder(URI.create(url + "/_aws/ses")).build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = Json.parse(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
      return ((List<?>) answer.get("messages"))
          .stream()
              .map(message -> (Map<?, ?>) message)
              .collect(
                  Collectors.toMap(
                      message -> (String) message.get("Id"),
                      message -> (String) message.get("RawData")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
