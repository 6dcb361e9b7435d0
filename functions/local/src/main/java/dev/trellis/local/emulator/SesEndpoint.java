package dev.trellis.local.emulator;

import module java.base;

import dev.trellis.local.emulator.HttpListener.Answer;
import dev.trellis.local.template.MailEvents;

/**
 * The part of SES (version 1, query protocol) that sends raw messages: keeps each one and reports
 * what became of it to the queues that the template wires.
 */
public final class SesEndpoint implements Closeable {

  private static final String NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";

  private final MailArchive archive;
  private final Clock clock;
  private final List<MailEvents> wiring;
  private final BiConsumer<String, String> queues;
  private final HttpListener server;

  private SesEndpoint(
      MailArchive archive, Clock clock, List<MailEvents> wiring, BiConsumer<String, String> queues)
      throws IOException {
    this.archive = archive;
    this.clock = clock;
    this.wiring = wiring;
    this.queues = queues;
    this.server = HttpListener.start((_, body) -> answer(body));
  }

  /**
   * @param queues takes the name of a queue and a message for it
   */
  public static SesEndpoint start(
      MailArchive archive, Clock clock, List<MailEvents> wiring, BiConsumer<String, String> queues)
      throws IOException {
    return new SesEndpoint(archive, clock, wiring, queues);
  }

  public String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }

  private Answer answer(byte[] body) throws IOException {
    var form = FormBody.parse(new String(body, StandardCharsets.UTF_8));
    if (!"SendRawEmail".equals(form.get("Action"))) {
      return error("InvalidAction", "only SendRawEmail is answered on this machine");
    }
    var set = form.getOrDefault("ConfigurationSetName", "");
    if (!set.isEmpty() && wiring.stream().noneMatch(w -> w.configurationSet().equals(set))) {
      return error("ConfigurationSetDoesNotExist", "no such configuration set: " + set);
    }
    var mail =
        archive.keep(
            clock.instant(),
            form.getOrDefault("Source", ""),
            members(form, "Destinations.member.%d"),
            set,
            tags(form),
            Base64.getMimeDecoder().decode(form.getOrDefault("RawMessage.Data", "")));
    report(mail);
    return new Answer(
        200,
        "text/xml",
        """
        <SendRawEmailResponse xmlns="%s"><SendRawEmailResult><MessageId>%s</MessageId>\
        </SendRawEmailResult><ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata>\
        </SendRawEmailResponse>\
        """
            .formatted(NAMESPACE, mail.messageId(), mail.messageId()));
  }

  /**
   * Tells the queues what became of a mail: before the answer, so that whoever waits sees it
   * coming.
   */
  public void report(KeptMail mail) {
    for (var wire : wiring) {
      if (wire.configurationSet().equals(mail.configurationSet())) {
        for (var notice : SesNotices.of(mail)) {
          if (wire.types().contains(notice.type())) {
            queues.accept(wire.queue(), notice.json());
          }
        }
      }
    }
  }

  private static List<String> members(Map<String, String> form, String pattern) {
    var members = new ArrayList<String>();
    for (int i = 1; form.containsKey(pattern.formatted(i)); i++) {
      members.add(form.get(pattern.formatted(i)));
    }
    return members;
  }

  private static TreeMap<String, String> tags(Map<String, String> form) {
    var tags = new TreeMap<String, String>();
    var names = members(form, "Tags.member.%d.Name");
    var values = members(form, "Tags.member.%d.Value");
    for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
      tags.put(names.get(i), values.get(i));
    }
    return tags;
  }

  private static Answer error(String code, String message) {
    return new Answer(
        400,
        "text/xml",
        """
        <ErrorResponse xmlns="%s"><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message>\
        </Error><RequestId>local</RequestId></ErrorResponse>\
        """
            .formatted(NAMESPACE, code, message));
  }
}
