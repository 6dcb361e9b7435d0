package dev.trellis.core.playbook;

import dev.trellis.core.lifecycle.Condition;
import java.util.List;

/** Which companies we look for and which we do not want (R30, R31). */
public record AccountRules(List<Exclusion> exclusions) {

  public static final AccountRules EMPTY = new AccountRules(List.of());

  /** Keeps a person out of MQL, by name and for a reason, as long as its condition holds. */
  public record Exclusion(String id, Wording name, Condition when) {}
}
