package dev.trellis.core.message;

import java.time.Instant;

/** journeys → crm: a lead is to be handed to sales, once per {@code handoffId}. */
public record HandoffDue(String handoffId, String lead, String journey, String step, Instant at) {}
