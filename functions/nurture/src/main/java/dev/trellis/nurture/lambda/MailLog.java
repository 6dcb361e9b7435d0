package dev.trellis.nurture.lambda;

import dev.trellis.aws.lambda.Log;
import dev.trellis.aws.lambda.Metrics;
import dev.trellis.core.port.Brake;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.nurture.DispatchMail;

/** One line per mail: what the ledger says of it; and one when mails begin to be kept back. */
final class MailLog {

  /** What alarms look for in the log. */
  static final String REFUSED = "mail refused";

  static final String STOPPED = "sending stopped";

  private MailLog() {}

  static void dispatched(Entry entry) {
    entry("dispatched", entry);
    if (entry.state() == State.SENT) {
      Metrics.done("Mailed");
    }
  }

  static void entry(String what, Entry entry) {
    if (DispatchMail.isRefused(entry)) {
      Log.warn(REFUSED, facts(entry));
    } else if (entry.state() == State.UNKNOWN) {
      Log.warn(what, facts(entry));
    } else {
      Log.info(what, facts(entry));
    }
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
