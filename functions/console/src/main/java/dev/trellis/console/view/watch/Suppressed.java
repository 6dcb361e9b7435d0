package dev.trellis.console.view.watch;

import module java.base;

import dev.trellis.core.port.Suppressions.Reason;

/**
 * Whether an address gets no mail, and why.
 *
 * @param lead who has it, if we know
 * @param reason null if nothing keeps mail from it
 */
public record Suppressed(String address, String lead, Reason reason, Instant since) {

  /** On what grounds an admin releases an address that bounced. */
  public static final List<String> GROUNDS = List.of("works-again", "wrongly-returned");
}
