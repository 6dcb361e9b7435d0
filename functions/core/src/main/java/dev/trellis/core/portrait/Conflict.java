package dev.trellis.core.portrait;

import java.util.List;

/**
 * A field about which two sources disagree: both are kept, one is shown (R24).
 *
 * @param others what lower authorities and inferences say instead, strongest first
 */
public record Conflict(String field, Attribute shown, List<Attribute> others) {}
