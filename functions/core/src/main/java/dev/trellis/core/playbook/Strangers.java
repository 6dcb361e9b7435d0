package dev.trellis.core.playbook;

import java.time.Period;

/**
 * What people get of whom nobody has shown that they read at the address they typed, and when those
 * are forgotten who typed none.
 *
 * @param mailbox most mails a day to one mailbox that nobody has shown to read at, and most that
 *     one network may ask for there
 * @param network most such mails an hour that one network may ask for
 * @param again how often a day one network may ask for the same content at one address again
 * @param scans as many scans or clicks of one network at one code or link within an hour are leads
 *     of their own; the rest is counted
 * @param forgotten for how long visitors are kept who left no detail and do not come back
 */
public record Strangers(int mailbox, int network, int again, int scans, Period forgotten) {

  /** What holds where a playbook says nothing. */
  public static final Strangers DEFAULT = new Strangers(10, 1000, 2, 20, Period.ofDays(90));
}
