package dev.trellis.core.condition;

import module java.base;

import dev.trellis.core.json.Json;

/**
 * A condition as data: it can be tested, asked what is missing, and asked when time alone may
 * change its answer.
 */
public sealed interface Condition extends Json.FormerText {

  /** What conditions are asked about: named values, seen at an instant. */
  interface Subject {
    Value value(String field);

    Instant now();
  }

  /**
   * Reads what {@code toString} says, as it stands in older items.
   *
   * @throws IllegalArgumentException if it is no condition
   */
  static Condition parse(String text) {
    return ConditionWords.read(text)
        .orElseThrow(() -> new IllegalArgumentException("not the text of a condition"));
  }

  boolean holds(Subject subject);

  /** The conditions that would have to be met as well; none if this one holds (R61). */
  default List<Condition> unmet(Subject subject) {
    return holds(subject) ? List.of() : List.of(this);
  }

  /** The part of it that a subject meets of which it holds: of alternatives only those (R50). */
  default Condition met(Subject subject) {
    return this;
  }

  /** What is {@link #unmet}, in words that a machine can compare. */
  default List<String> missing(Subject subject) {
    return unmet(subject).stream().map(Condition::toString).distinct().toList();
  }

  /** Future instants, not necessarily sorted, of which the earliest flip of the answer is one. */
  default Stream<Instant> flips(Subject subject) {
    var all = new ArrayList<Instant>();
    flips(subject, all::add);
    return all.stream();
  }

  /** The same, told one by one. */
  void flips(Subject subject, Consumer<Instant> told);

  /** Every test of a field in it. */
  default Stream<Leaf> leaves() {
    return switch (this) {
      case All all -> all.parts().stream().flatMap(Condition::leaves);
      case Any any -> any.parts().stream().flatMap(Condition::leaves);
      case Not not -> not.part().leaves();
      case Leaf leaf -> Stream.of(leaf);
    };
  }

  /** The same with other names for its fields and words, as for a {@code $variable}. */
  default Condition renamed(UnaryOperator<String> names) {
    return switch (this) {
      case All all -> new All(all.parts().stream().map(p -> p.renamed(names)).toList());
      case Any any -> new Any(any.parts().stream().map(p -> p.renamed(names)).toList());
      case Not not -> new Not(not.part().renamed(names));
      case Leaf(String field, In in) ->
          new Leaf(names.apply(field), new In(in.words().stream().map(names).toList()));
      case Leaf(String field, Test test) -> new Leaf(names.apply(field), test);
    };
  }

  /** The earliest future instant at which time alone may change the answer. */
  default Optional<Instant> mayFlipAt(Subject subject) {
    return flips(subject).min(Comparator.naturalOrder());
  }

  /** All of them hold; with none, always. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Subject subject) {
      for (var part : parts) {
        if (!part.holds(subject)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public List<Condition> unmet(Subject subject) {
      return parts.stream().flatMap(p -> p.unmet(subject).stream()).distinct().toList();
    }

    // A part that time does not bring about keeps all of them from holding.
    @Override
    public void flips(Subject subject, Consumer<Instant> told) {
      var all = new ArrayList<Instant>();
      for (var part : parts) {
        int before = all.size();
        part.flips(subject, all::add);
        if (all.size() == before && !part.holds(subject)) {
          return;
        }
      }
      all.forEach(told);
    }

    @Override
    public Condition met(Subject subject) {
      return new All(parts.stream().map(p -> p.met(subject)).toList());
    }

    @Override
    public String toString() {
      return parts.stream().map(Condition::toString).collect(Collectors.joining(" and "));
    }
  }

  /** At least one holds. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Subject subject) {
      for (var part : parts) {
        if (part.holds(subject)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void flips(Subject subject, Consumer<Instant> told) {
      parts.forEach(p -> p.flips(subject, told));
    }

    @Override
    public Condition met(Subject subject) {
      return new Any(
          parts.stream().filter(p -> p.holds(subject)).map(p -> p.met(subject)).toList());
    }

    @Override
    public String toString() {
      return parts.stream().map(Condition::toString).collect(Collectors.joining(" or ", "(", ")"));
    }
  }

  /** The part does not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public boolean holds(Subject subject) {
      return !part.holds(subject);
    }

    @Override
    public void flips(Subject subject, Consumer<Instant> told) {
      part.flips(subject, told);
    }

    @Override
    public String toString() {
      return "not " + part;
    }
  }

  /** A test of one field. */
  record Leaf(String field, Test test) implements Condition {
    @Override
    public boolean holds(Subject subject) {
      return test.holds(subject.value(field), subject.now());
    }

    @Override
    public void flips(Subject subject, Consumer<Instant> told) {
      test.flips(subject.value(field), subject.now()).forEach(told);
    }

    @Override
    public String toString() {
      return field + " " + test;
    }
  }

  /** What a leaf asks of a value. An unknown value passes nothing but {@code known: false}. */
  sealed interface Test {

    boolean holds(Value value, Instant now);

    default Stream<Instant> flips(Value value, Instant now) {
      return value instanceof Value.Words w && !w.changing().equals(Value.NEVER)
          ? w.changing().at(Set.of()).filter(now::isBefore)
          : Stream.empty();
    }
  }

  /** The value is known at all, or is not. */
  record Known(boolean known) implements Test {
    @Override
    public boolean holds(Value value, Instant now) {
      return known == value.isKnown();
    }

    @Override
    public String toString() {
      return known ? "known" : "unknown";
    }
  }

  /** One of the value's words is one of these. */
  record In(Set<String> words) implements Test {
    public In {
      words = Collections.unmodifiableSortedSet(new TreeSet<>(words));
    }

    public In(Collection<String> words) {
      this((Set<String>) new TreeSet<>(words));
    }

    @Override
    public boolean holds(Value value, Instant now) {
      return value instanceof Value.Words w && !Collections.disjoint(words, w.words());
    }

    @Override
    public Stream<Instant> flips(Value value, Instant now) {
      return value instanceof Value.Words w && !w.changing().equals(Value.NEVER)
          ? w.changing().at(words).filter(now::isBefore)
          : Stream.empty();
    }

    @Override
    public String toString() {
      return words.size() == 1 ? "is " + words.iterator().next() : "in " + String.join("|", words);
    }
  }

  /** The moment lies ahead, by no more than a period. */
  record Within(Period period) implements Test {
    @Override
    public boolean holds(Value value, Instant now) {
      return value instanceof Value.Moment(Instant at, Days days)
          && now.isBefore(at)
          && !now.isBefore(days.after(at, period.negated()));
    }

    @Override
    public Stream<Instant> flips(Value value, Instant now) {
      return value instanceof Value.Moment(Instant at, Days days)
          ? Stream.of(days.after(at, period.negated()), at).filter(now::isBefore)
          : Stream.empty();
    }

    @Override
    public String toString() {
      return "within " + period;
    }
  }

  /** The moment has passed, by at least a period. */
  record OlderThan(Period period) implements Test {
    @Override
    public boolean holds(Value value, Instant now) {
      return value instanceof Value.Moment(Instant at, Days days)
          && !now.isBefore(days.after(at, period));
    }

    @Override
    public Stream<Instant> flips(Value value, Instant now) {
      return value instanceof Value.Moment(Instant at, Days days)
          ? Stream.of(days.after(at, period)).filter(now::isBefore)
          : Stream.empty();
    }

    @Override
    public String toString() {
      return "older than " + period;
    }
  }

  /** The score has at least this many whole points; it may sink below as time passes. */
  record AtLeast(long points) implements Test {
    public AtLeast {
      if (points <= 0) {
        throw new IllegalArgumentException("atLeast needs a number above 0");
      }
    }

    @Override
    public boolean holds(Value value, Instant now) {
      return value instanceof Value.Amount(var amount) && amount.at(now) >= points * 1000;
    }

    @Override
    public Stream<Instant> flips(Value value, Instant now) {
      return Waning.endOf(at -> holds(value, at), now).stream();
    }

    @Override
    public String toString() {
      return "at least " + points;
    }
  }

  /**
   * Whatever is true. A method, since two threads that made a constant of a subtype could wait for
   * each other.
   */
  static Condition always() {
    return new All(List.of());
  }
}
