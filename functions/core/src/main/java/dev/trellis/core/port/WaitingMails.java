package dev.trellis.core.port;

import java.time.Instant;
import java.util.List;

/**
 * The mails that wait until the account may send them, in the order in which they may go, and what
 * keeps them back. What they are stands in the ledger.
 */
public interface WaitingMails {

  Brake brake();

  /** Writes a brake if the one it follows still stands there; false if it does not. */
  boolean save(Brake brake);

  /** Puts a mail into the line; putting it there again changes nothing. */
  void add(Waiting mail);

  /** The first of those that may go by now; the cost follows how many are asked for. */
  List<Waiting> first(int most, Instant now);

  void remove(List<Waiting> mails);

  /** How many wait, for people: the cost follows their number. */
  int count();

  /**
   * One mail.
   *
   * @param from when it may be tried
   * @param since when it began to wait for the account
   */
  record Waiting(String lead, String sendId, Instant from, Instant since) {

    /** One that begins to wait when it may be tried. */
    public Waiting(String lead, String sendId, Instant from) {
      this(lead, sendId, from, from);
    }
  }
}
