package dev.trellis.core.playbook;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.text.Wording;

/**
 * A lifecycle stage (R53–R55). Stages are listed from the first to the last; a lead is at the last
 * one whose condition holds.
 */
public record Stage(
    String id, Wording name, String team, Wording kpi, Wording sop, Condition when) {}
