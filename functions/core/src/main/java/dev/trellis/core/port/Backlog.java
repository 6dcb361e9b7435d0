package dev.trellis.core.port;

/** How much a queue holds that nobody has dealt with yet, as its senders see it. */
public interface Backlog {

  /** About how many messages wait or are being dealt with. */
  int messages();
}
