package dev.trellis.local.emulator;

import module java.base;

import dev.trellis.local.emulator.HttpListener.Answer;
import dev.trellis.local.template.MailEvents;

/**
 * The part of SES (version 1, query protocol) that sends raw messages and tells of the account:
 * keeps each message and reports what became of it to the queues that the template wires; on a bad
 * day it refuses as SES does.
 */
public final class SesEndpoint implements Closeable {

  private static final String NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";

  /** So fast that this machine itself is the limit. */
  private static final double AT_WILL = 10_000;

  private final MailArchive archive;
  private final Clock clock;
  private final List<MailEvents> wiring;
  private final BiConsumer<String, String> queues;
  private final HttpListener server;
  private final RandomGenerator chance = new SplittableRandom(1);
  private volatile SesDay day = SesDay.GOOD;
  private volatile double perSecond = AT_WILL;

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

  /** How it treats the account now. */
  public SesDay day() {
    return day;
  }

  /** From now on it treats the account so. */
  public void begin(SesDay day) {
    this.day = day;
  }

  /** From now on it says that the account may send so many a second. */
  public void allow(double perSecond) {
    this.perSecond = perSecond;
  }

  @Override
  public void close() {
    server.close();
  }

  private Answer answer(byte[] body) throws IOException {
    var form = FormBody.parse(new String(body, StandardCharsets.UTF_8));
    var action = form.getOrDefault("Action", "");
    return switch (action) {
      case "SendRawEmail" -> send(form);
      case "GetSendQuota" -> answer(action, counts().quota(day, perSecond));
      case "GetSendStatistics" -> answer(action, counts().statistics());
      default ->
          error(
              "InvalidAction",
              "this machine answers SendRawEmail, GetSendQuota and GetSendStatistics");
    };
  }

  private SesCounts counts() {
    return new SesCounts(archive.all(), clock.instant());
  }

  private Answer send(Map<String, String> form) throws IOException {
    var set = form.getOrDefault("ConfigurationSetName", "");
    if (!set.isEmpty() && wiring.stream().noneMatch(w -> w.configurationSet().equals(set))) {
      return error("ConfigurationSetDoesNotExist", "no such configuration set: " + set);
    }
    var from = form.getOrDefault("Source", "");
    var to = members(form, "Destinations.member.%d");
    var refusal = day.refuses(from, to, chance);
    if (refusal.isPresent()) {
      return error(refusal.get().code(), refusal.get().message());
    }
    var mail =
        archive.keep(
            clock.instant(),
            from,
            to,
            set,
            tags(form),
            Base64.getMimeDecoder().decode(form.getOrDefault("RawMessage.Data", "")));
    report(mail);
    return answer("SendRawEmail", "<MessageId>%s</MessageId>".formatted(mail.messageId()));
  }

  private static Answer answer(String action, String result) {
    return new Answer(
        200,
        "text/xml",
        """
        <%1$sResponse xmlns="%2$s"><%1$sResult>%3$s</%1$sResult>\
        <ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></%1$sResponse>\
        """
            .formatted(action, NAMESPACE, result));
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
