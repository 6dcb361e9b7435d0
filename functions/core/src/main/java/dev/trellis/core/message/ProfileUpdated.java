package dev.trellis.core.message;

import java.time.Instant;

/** scoring → pools: a lead's profile has a new version; no personal data. */
public record ProfileUpdated(String lead, long profileVersion, String event, Instant at) {}
