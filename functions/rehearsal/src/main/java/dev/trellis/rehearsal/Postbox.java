package dev.trellis.rehearsal;

import module java.base;

import dev.trellis.core.port.Mailer;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.nurture.MailFeedback;
import dev.trellis.nurture.MailFeedback.Kind;

/** Takes every mail, sends none, and reports as SES does that it was sent and delivered. */
public final class Postbox implements Mailer {

  private final Clock clock;
  private final MessageQueue<MailFeedback> feedback;
  private final Consumer<Sent> taken;

  Postbox(Clock clock, MessageQueue<MailFeedback> feedback, Consumer<Sent> taken) {
    this.clock = clock;
    this.feedback = feedback;
    this.taken = taken;
  }

  /** A mail that would have been sent. */
  public record Sent(Instant at, String sendId, String lead, String to) {}

  @Override
  public SendResult send(OutgoingMail mail) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var sent = new Sent(now, mail.tags().get("sendId"), mail.tags().get("lead"), mail.to());
    taken.accept(sent);
    feedback.send(List.of(about(sent, Kind.SENT), about(sent, Kind.DELIVERED)));
    return new SendResult.Accepted(messageId(sent));
  }

  private static MailFeedback about(Sent sent, Kind kind) {
    return new MailFeedback(
        sent.sendId(), sent.lead(), messageId(sent), sent.at(), kind, List.of(sent.to()), null);
  }

  private static String messageId(Sent sent) {
    return "rehearsed-" + sent.sendId();
  }
}
