package dev.trellis.playbook;

import module java.base;

import dev.trellis.playbook.bind.Grammar;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.yaml.Yaml;

/** {@code approvals.yaml} (R47). */
@Says("Which version of what MQL and SQL mean marketing and sales have both approved.")
record ApprovalsFile(
    @Says("One entry for each version; the highest is in force, the former are kept.")
        List<Entry> approvals)
    implements Grammar {

  @Also("{\"required\": [\"definition\", \"version\", \"digest\", \"marketing\", \"sales\"]}")
  record Entry(
      Yaml at,
      @Says("The stage in stages.yaml whose \"when\" is meant.") @Words({"mql", "sql"})
          String definition,
      @Says("Raised with every change of the criteria.") @Whole(least = 1) int version,
      @Says("Stands for the criteria; the start says which to write.") @Like("[0-9a-f]{12}")
          String digest,
      @Says("Marketing's approval.") Optional<Approval> marketing,
      @Says("Sales' approval.") Optional<Approval> sales) {

    /** The approval of {@code marketing} or {@code sales}, if it has given any. */
    Optional<Approval> of(String party) {
      return party.equals("sales") ? sales : marketing;
    }
  }

  record Approval(
      Yaml at, @Says("The role that approved.") String by, @Says("The day.") LocalDate on) {}
}
