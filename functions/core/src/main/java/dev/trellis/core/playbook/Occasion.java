package dev.trellis.core.playbook;

import dev.trellis.core.text.Wording;
import java.time.LocalDate;

/** An event that we sponsor or hold: a summit, a webinar, a training. */
public record Occasion(String id, Wording name, Wording place, LocalDate date) {}
