package dev.trellis.core.journey;

import module java.base;

/**
 * How people go through a journey, as counts that can be added up: who waits at each step now, how
 * journeys ended, and how often each way was taken and each mail was asked for or skipped.
 *
 * @param counts by what is counted; none is zero
 */
public record Flow(SortedMap<String, Long> counts) {

  public static final Flow NONE = new Flow(new TreeMap<>());

  private static final String ENDED = "ended:";

  /** Of a few hundred steps no two have the same by more than a chance in ten million. */
  private static final int CODE_BYTES = 5;

  private enum Kind {
    WAITING('w'),
    THEN('t'),
    OTHERWISE('o'),
    SENT('m'),
    SKIPPED('s');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    // Ids of steps are long, and all counts of a journey lie in one place.
    String of(String step) {
      var number = new BigInteger(1, Arrays.copyOf(sha256(step), CODE_BYTES));
      return letter + number.toString(Character.MAX_RADIX);
    }

    private static byte[] sha256(String step) {
      try {
        var digest = MessageDigest.getInstance("SHA-256");
        return digest.digest(step.getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java runtime has SHA-256", e);
      }
    }
  }

  public Flow {
    var some = new TreeMap<>(counts);
    some.values().removeIf(n -> n == 0);
    counts = Collections.unmodifiableSortedMap(some);
  }

  /** Where one enrollment stands. */
  public static Flow at(Enrollment enrollment) {
    return one(
        enrollment.active()
            ? enrollment.step() == null ? "" : Kind.WAITING.of(enrollment.step())
            : ENDED + enrollment.outcome());
  }

  /** The ways that were taken, and the mails that came of them. */
  static Flow through(Advance advance) {
    var flow = NONE;
    for (var way : advance.ways()) {
      flow = flow.plus(one((way.isThen() ? Kind.THEN : Kind.OTHERWISE).of(way.step().id())));
    }
    for (var effect : advance.effects()) {
      flow =
          flow.plus(
              switch (effect) {
                case Effect.Send send -> one(Kind.SENT.of(send.step()));
                case Effect.Skip skip -> one(Kind.SKIPPED.of(skip.step()));
                default -> NONE;
              });
    }
    return flow;
  }

  private static Flow one(String what) {
    return what.isEmpty() ? NONE : new Flow(new TreeMap<>(Map.of(what, 1L)));
  }

  public Flow plus(Flow other) {
    return sum(other, 1);
  }

  public Flow minus(Flow other) {
    return sum(other, -1);
  }

  private Flow sum(Flow other, long sign) {
    var sum = new TreeMap<>(counts);
    other.counts.forEach((what, n) -> sum.merge(what, sign * n, Long::sum));
    return new Flow(sum);
  }

  /** How many wait at a step now; never less than none. */
  public long waiting(String step) {
    return count(Kind.WAITING.of(step));
  }

  /** How many are under way. */
  public long active() {
    return counts.entrySet().stream()
        .filter(count -> count.getKey().charAt(0) == Kind.WAITING.letter)
        .mapToLong(count -> Math.max(0, count.getValue()))
        .sum();
  }

  /** How often a step's condition held, or what it waited for came: of a read, that it was read. */
  public long then(String step) {
    return count(Kind.THEN.of(step));
  }

  /** How often it did not. */
  public long otherwise(String step) {
    return count(Kind.OTHERWISE.of(step));
  }

  /** How often a step asked for its mail. */
  public long sent(String step) {
    return count(Kind.SENT.of(step));
  }

  /** How often a step had nothing to send. */
  public long skipped(String step) {
    return count(Kind.SKIPPED.of(step));
  }

  /** How many ended, by outcome. */
  public SortedMap<String, Long> ended() {
    var ended = new TreeMap<String, Long>();
    counts
        .tailMap(ENDED)
        .forEach((what, n) -> {
          if (what.startsWith(ENDED) && n > 0) {
            ended.put(what.substring(ENDED.length()), n);
          }
        });
    return ended;
  }

  /** What names a step where its people are listed. */
  public static String mark(String step) {
    return Kind.WAITING.of(step);
  }

  private long count(String what) {
    return Math.max(0, counts.getOrDefault(what, 0L));
  }
}
