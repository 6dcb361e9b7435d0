package dev.trellis.core.portrait;

import java.time.Instant;
import java.util.List;

/**
 * A tag on a person, with how often it was triggered and by what (R40, R82).
 *
 * @param count reads of contents that carry it, plus one if the person said so
 * @param evidence content ids, and {@code declared}
 */
public record Tag(String id, int count, Instant first, Instant last, List<String> evidence) {}
