package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.profile.Behaviour;

/** What points were given for: enough to find the events in the log again (R88). */
public sealed interface Evidence {

  /** What it is about; the same at every instant, so that two explanations can be compared. */
  String subject();

  /** In words, with counts. */
  @Override
  String toString();

  /** A behaviour on one day (UTC). */
  record Did(LocalDate day, Behaviour behaviour, int count, long seconds) implements Evidence {
    @Override
    public String subject() {
      return behaviour.name().toLowerCase(Locale.ROOT) + " " + day;
    }

    @Override
    public String toString() {
      return day + " ×" + count;
    }
  }

  /** Reads of one content. */
  record Read(String content, int count, long seconds) implements Evidence {
    @Override
    public String subject() {
      return content;
    }

    @Override
    public String toString() {
      return content + " ×" + count;
    }
  }

  /** Something that is known about the person. */
  record Meets(Condition condition) implements Evidence {
    @Override
    public String subject() {
      return condition.toString();
    }

    @Override
    public String toString() {
      return condition.toString();
    }
  }

  /** All signs of one key behaviour. */
  record Series(String key, List<Evidence> signs) implements Evidence {
    public Series {
      signs = List.copyOf(signs);
    }

    @Override
    public String subject() {
      return key;
    }

    @Override
    public String toString() {
      return signs.stream()
          .map(s -> s instanceof Did did ? did.subject() + " ×" + did.count() : s.toString())
          .collect(Collectors.joining(", "));
    }
  }

  /** The evidence of one lead, in a score of several (R21). */
  record Member(String lead, Evidence of) implements Evidence {
    @Override
    public String subject() {
      return lead + ": " + of.subject();
    }

    @Override
    public String toString() {
      return lead + ": " + of;
    }
  }
}
