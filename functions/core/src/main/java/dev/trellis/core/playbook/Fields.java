package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.playbook.Form.Option;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.profile.Field;
import dev.trellis.core.text.Wording;

/** The facts a company works with, by id: what they are called and where they belong (R25). */
public record Fields(Map<String, FieldDefinition> byId) {

  public static final Fields EMPTY = new Fields(Map.of());

  /** Only what somebody said or did is as sure as this. */
  public static final int CERTAIN = 100;

  /**
   * One fact.
   *
   * @param block of the profile that it belongs to
   * @param options answers with names; empty if anything may be said
   * @param countsFrom confidence percent from which an inferred value counts in conditions; below
   *     it the value is shown and moves nobody
   * @param derived how the value comes from what the person did when nobody tells it; may be null
   */
  public record FieldDefinition(
      String id,
      Wording name,
      Block block,
      Kind kind,
      List<Option> options,
      int countsFrom,
      Derived derived) {}

  /** The four blocks of a 360° profile. */
  public enum Block {
    CONTACT,
    COMPANY,
    LEAD,
    OPPORTUNITY
  }

  /** What a value looks like, and so what conditions may ask of it. */
  public enum Kind {
    /** One text, compared as a whole. */
    TEXT,
    /** One or several option ids, joined by commas. */
    CHOICE,
    /** A day or an instant, for {@code within} and {@code olderThan} (R43). */
    DATE,
    /** For {@code atLeast}. */
    NUMBER,
    /** A period counted from the day it was told, by the playbook's plans. */
    PLAN
  }

  /** A value computed from the activity ledger (R35). */
  public sealed interface Derived {

    Set<Behaviour> behaviours();

    /** How often the person did one of these. */
    record Count(Set<Behaviour> behaviours) implements Derived {}

    /** The first day on which the person did one of these. */
    record FirstDay(Set<Behaviour> behaviours) implements Derived {}
  }

  public Optional<FieldDefinition> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The kind of a fact; one that is not defined is a choice, as forms ask for them. */
  public Kind kind(String id) {
    return find(id)
        .map(FieldDefinition::kind)
        .orElse(id.equals(Field.PLAN) ? Kind.PLAN : Kind.CHOICE);
  }

  /** The confidence from which an inferred value counts; without a word on it, certainty only. */
  public int countsFrom(String id) {
    return find(id).map(FieldDefinition::countsFrom).orElse(CERTAIN);
  }
}
