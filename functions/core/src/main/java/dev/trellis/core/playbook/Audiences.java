package dev.trellis.core.playbook;

import dev.trellis.core.lifecycle.Condition;
import java.util.List;

/** Saved conditions over leads, to invite or to write to by hand (R50, R51). */
public record Audiences(List<Audience> all) {

  public static final Audiences EMPTY = new Audiences(List.of());

  /** People who meet a condition. */
  public record Audience(String id, Wording name, Condition who) {}
}
