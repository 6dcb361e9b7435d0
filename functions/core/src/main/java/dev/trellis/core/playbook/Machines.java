package dev.trellis.core.playbook;

import java.util.List;

/** Programs that follow links and open pages for safety's sake, and are no readers. */
public record Machines(List<Agent> agents) {

  public static final Machines EMPTY = new Machines(List.of());

  /**
   * One of them.
   *
   * @param marks texts of which its User-Agent holds one, in lower case
   */
  public record Agent(String id, List<String> marks) {}
}
