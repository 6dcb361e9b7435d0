package dev.trellis.core.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of stage or pool. {@code fromStage} and {@code from} are null on the first placement.
 */
public record Move(
    String id,
    Instant at,
    @Nullable String fromStage,
    @Nullable String from,
    String stage,
    String pool,
    List<Reason> because) {}
