package dev.trellis.core.port;

import java.time.Instant;

/** A word of a person who may say it, and when they said it. */
public record Said(String actor, Instant at) {}
