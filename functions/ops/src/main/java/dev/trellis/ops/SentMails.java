package dev.trellis.ops;

import module java.base;

import dev.trellis.core.journey.Why;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;

/** Mails of which the log says that they were sent, when the ledger has lost them. */
final class SentMails {

  private static final Why WHY = new Why(0, null, null, null, null, null, null);

  // By itself, or quoted within other JSON.
  private static final Pattern LINE = Pattern.compile("[{][^{}]*\\bsendId\\b[^{}]*[}]");
  private static final String FIELD = "\\b%s[\\\\\":]+([^\\\\\",}]+)";

  private SentMails() {}

  /** What these lines of the log tell of; others are passed over. */
  static Stream<Entry> in(Stream<String> lines) {
    return lines
        .flatMap(line -> LINE.matcher(line).results())
        .map(MatchResult::group)
        .filter(line -> State.SENT.name().equals(field(line, "state")))
        .map(SentMails::entry);
  }

  private static Entry entry(String line) {
    var due =
        new MailDue(
            field(line, "sendId"),
            field(line, "lead"),
            field(line, "journey"),
            field(line, "step"),
            field(line, "mail"),
            field(line, "content"),
            WHY,
            null,
            Instant.parse(field(line, "at")));
    var internal = Boolean.parseBoolean(field(line, "internal"));
    return Entry.of(due, State.SENT, null, null, internal, due.at());
  }

  private static String field(String line, String name) {
    var found = Pattern.compile(FIELD.formatted(name)).matcher(line);
    return found.find() ? found.group(1) : null;
  }
}
