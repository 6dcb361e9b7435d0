package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.message.SampleMail;
import dev.trellis.core.port.Mailer.SendResult;
import dev.trellis.nurture.mail.SampleLetters;

/**
 * Sends a mail of the playbook to one of our own people as a test, through the way out of all
 * mails. Nothing is written down, so nobody's history, caps or figures know of it; what cannot go
 * now does not go later, when nobody waits for it any more.
 */
public final class SendSample {

  private final DispatchMail mails;
  private final SampleLetters samples;

  public SendSample(DispatchMail mails) {
    this.mails = mails;
    this.samples = mails.writer.samples(mails.playbook);
  }

  /**
   * Sends it once.
   *
   * @param again true if this message was delivered before
   * @return why it did not go; empty if it did
   */
  public Optional<String> send(SampleMail asked, boolean again) {
    if (again) {
      return Optional.of("it may have gone before");
    }
    var mail = mails.playbook.mails().get(asked.mail());
    if (mail == null) {
      return Optional.of("not in the playbook any more");
    }
    var hindrance = mails.sending.hindrance(false);
    if (hindrance.isPresent()) {
      return Optional.of(hindrance.get().key());
    }
    return switch (mails.sending.send(samples.test(asked, mail, mails.now()).outgoing())) {
      case SendResult.Accepted _ -> Optional.empty();
      case SendResult.TryAgain held -> Optional.of(held.why().key());
      case SendResult.Refused(String reason) -> Optional.of(reason);
      case SendResult.Unknown(String reason) -> Optional.of(reason);
    };
  }
}
