package dev.trellis.checks.ports;

import module java.base;

import dev.trellis.aws.ses.SesClients;
import dev.trellis.aws.ses.SesMailer;
import dev.trellis.aws.ses.SesReputation;
import dev.trellis.core.port.Mailer;
import dev.trellis.core.port.Reputation;
import dev.trellis.local.emulator.KeptMail;
import dev.trellis.local.emulator.MailArchive;
import dev.trellis.local.emulator.SesEndpoint;
import dev.trellis.local.template.MailEvents;
import software.amazon.awssdk.services.ses.SesClient;

/** Our own SES with an archive of its own. */
final class EmulatedPost implements MailerContract.Post, Closeable {

  private static final String SET = "Set";

  private final MailArchive archive;
  private final SesEndpoint endpoint;
  private final SesClient client;

  EmulatedPost(Path folder) throws IOException {
    archive = new MailArchive(folder);
    var wire = new MailEvents(SET, Set.of(), "Feedback");
    endpoint = SesEndpoint.start(archive, Clock.systemUTC(), List.of(wire), (_, _) -> {});
    client = Emulators.client("SES", endpoint.url(), SesClients::create);
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
    return archive.all().stream()
        .collect(
            Collectors.toMap(
                KeptMail::messageId,
                mail -> new String(archive.raw(mail), StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
