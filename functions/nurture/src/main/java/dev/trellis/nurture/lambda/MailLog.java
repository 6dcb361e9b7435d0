package dev.trellis.nurture.lambda;

import dev.trellis.aws.lambda.Log;
import dev.trellis.aws.lambda.Metrics;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.message.SampleMail;
import dev.trellis.core.port.Brake;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Mailer.SendResult.TryAgain;
import dev.trellis.nurture.DispatchMail.Dispatched;
import dev.trellis.nurture.SendingDesk;
import java.util.Optional;

/** One line per mail: what the ledger says of it; and one when mails begin to be kept back. */
final class MailLog {

  /** What alarms look for in the log. */
  static final String REFUSED = "mail refused";

  static final String STOPPED = "sending stopped";

  private MailLog() {}

  /** What became of a mail; what the ledger said before is counted and warned of no more. */
  static void dispatched(MailDue due, Dispatched result) {
    var entry = result.entry();
    var isNews = result.isNews();
    if (isNews && entry.refused()) {
      Log.warn(REFUSED, facts(entry));
    } else if (isNews && entry.state() == State.UNKNOWN) {
      Log.warn("dispatched", facts(entry));
    } else {
      Log.info("dispatched", facts(entry));
    }
    if (isNews && entry.state() == State.SENT) {
      if (due.wokeUp()) {
        Metrics.done("Mailed", due.at());
      } else {
        Metrics.done("Mailed");
      }
    }
  }

  /** Whether a test went; the mailbox is nobody's business. */
  static void sample(SampleMail asked, Optional<String> whyNot) {
    Log.info("test", "mail", asked.mail(), "not sent", whyNot.orElse(null));
  }

  /** What SES told of a mail. */
  static void feedback(Entry entry) {
    if (entry.refused()) {
      Log.warn(REFUSED, facts(entry));
    } else {
      Log.info("feedback", facts(entry));
    }
  }

  static void notTaken(TryAgain answer) {
    Log.info("not taken", "reason", answer.why().key(), "said", answer.reason());
  }

  /** How mails wait, for alarms: once a minute, as long as any does. */
  static void waiting(SendingDesk.Wait wait) {
    Metrics.count("MailsWaiting", wait.mails());
    Metrics.lasts("MailsWaitingSeconds", wait.longest());
    Metrics.count("SendingStopped", wait.isStopped() ? 1 : 0);
  }

  static void stopped(Brake brake) {
    Log.warn(STOPPED, "reason", brake.why() == null ? null : brake.why().key());
  }

  // Enough to know again, from the log alone, what was sent (a restore reads it).
  private static String[] facts(Entry entry) {
    return new String[] {
      "lead", entry.lead(),
      "sendId", entry.sendId(),
      "state", entry.state().name(),
      "reason", entry.reason(),
      "at", entry.at().toString(),
      "journey", entry.journey(),
      "step", entry.step(),
      "mail", entry.mail(),
      "content", entry.content(),
      "internal", Boolean.toString(entry.internal())
    };
  }
}
