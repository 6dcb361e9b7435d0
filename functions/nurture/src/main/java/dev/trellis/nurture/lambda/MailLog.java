package dev.trellis.nurture.lambda;

import dev.trellis.aws.lambda.Log;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;

/** One line per mail: what the ledger says of it. */
final class MailLog {

  private MailLog() {}

  static void entry(String what, Entry entry) {
    String[] facts = {
      "lead", entry.lead(),
      "sendId", entry.sendId(),
      "state", entry.state().name(),
      "reason", entry.reason()
    };
    if (entry.state() == State.UNKNOWN) {
      Log.warn(what, facts);
    } else {
      Log.info(what, facts);
    }
  }
}
