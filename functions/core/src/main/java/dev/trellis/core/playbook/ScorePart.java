package dev.trellis.core.playbook;

/** What the headline score is made of (R88). */
public enum ScorePart {
  FIT,
  ROLE,
  INTEREST,
  ACTIVITY,
  KEYS
}
