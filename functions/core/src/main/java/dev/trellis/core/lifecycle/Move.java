package dev.trellis.core.lifecycle;

import java.time.Instant;
import java.util.List;

/**
 * A change of stage or pool. {@code fromStage} and {@code from} are null on the first placement.
 */
public record Move(
    String id,
    Instant at,
    String fromStage,
    String from,
    String stage,
    String pool,
    List<Reason> because) {}
