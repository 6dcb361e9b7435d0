package dev.trellis.memory;

import module java.base;

import dev.trellis.core.port.Mailer;

/** Keeps the mails it is given and answers as it was told; without a script it accepts each. */
public final class RecordingMailer implements Mailer {

  private final List<OutgoingMail> asked = new ArrayList<>();
  private final Deque<SendResult> script = new ArrayDeque<>();
  private Quota quota = Quota.UNLIMITED;

  /** The next sends get these answers, one each. */
  public synchronized RecordingMailer answering(SendResult... results) {
    script.addAll(List.of(results));
    return this;
  }

  /** It says so if it is asked. */
  public synchronized RecordingMailer may(double perSecond, double left) {
    quota = new Quota(perSecond, left);
    return this;
  }

  @Override
  public synchronized Quota quota() {
    return quota;
  }

  @Override
  public synchronized SendResult send(OutgoingMail mail) {
    asked.add(mail);
    return script.isEmpty() ? new SendResult.Accepted("message-" + asked.size()) : script.poll();
  }

  /** Every mail it was asked to send, whatever it answered. */
  public synchronized List<OutgoingMail> asked() {
    return List.copyOf(asked);
  }
}
