package dev.trellis.core.playbook;

import java.time.Instant;

/** What starts a journey. */
public sealed interface Trigger {

  /** Entering a pool (R91). */
  record Enters(String pool) implements Trigger {}

  /** Becoming a member of a group (R50). */
  record Joins(String group) implements Trigger {}

  /** Submitting a form. */
  record Submits(String form) implements Trigger {}

  /** The time has come at which sales wanted to call again. */
  record CallsBack() implements Trigger {}

  /** A step of another journey. */
  record Enrolled() implements Trigger {}

  /**
   * An hour, once a person said yes to whom the journey is for: whoever is in a group by then. Such
   * a journey is a letter, and sends one mail.
   *
   * @param expires nobody is sent it from then on
   * @param built true if people built the group, of which the playbook knows the id alone
   */
  record Letter(String group, Instant at, Instant expires, boolean built) implements Trigger {

    /** A letter to a group of the playbook. */
    public Letter(String group, Instant at, Instant expires) {
      this(group, at, expires, false);
    }
  }
}
