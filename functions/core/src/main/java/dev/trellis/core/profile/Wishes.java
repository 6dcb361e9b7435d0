package dev.trellis.core.profile;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every yes and no to one question that was told by others than the person, as long as it may
 * matter: a no counts from when its source first told it, so the last word of each source may not
 * be all there is to know. What a source told before the person's own yes is settled by that yes,
 * but for its last word: to tell it again is nothing new. A join, as the profile is.
 *
 * @param own when the person last said yes where it was surely they; null if never
 * @param asked when they were first asked to confirm, if they never said yes; else null
 * @param told yes or no, by source and instant
 */
public record Wishes(
    @Nullable Instant own,
    @Nullable Instant asked,
    SortedMap<String, SortedMap<Instant, Boolean>> told) {

  static final Wishes NONE = new Wishes(null, null, Collections.emptySortedMap());

  // What people say anew each time they are spoken with, and what a mailbox reports.
  private static final String SPOKEN = "spoken";

  private static final String FILE = "file";

  private static final String BOUNCES = "bounces";

  /** As many bounces of one address are kept, the newest: no playbook asks for more. */
  public static final int MOST_BOUNCES = 20;

  public Wishes {
    var kept = new TreeMap<String, SortedMap<Instant, Boolean>>();
    for (var source : told.entrySet()) {
      var words = sinceLastBefore(own, source.getValue());
      kept.put(source.getKey(), source.getKey().equals(BOUNCES) ? newest(words) : words);
    }
    told = Collections.unmodifiableSortedMap(kept);
    asked = own == null ? asked : null;
  }

  static Wishes ofOwn(Instant at) {
    return new Wishes(at, null, Collections.emptySortedMap());
  }

  static Wishes ofAsked(Instant at) {
    return new Wishes(null, at, Collections.emptySortedMap());
  }

  /** A record that is kept elsewhere, and told again and again. */
  static Wishes ofRecord(Authority by, String name, Instant at, boolean yes) {
    return of((by == Authority.IMPORT ? FILE : "record") + "/" + name, at, yes);
  }

  /** Something that was said, and is said anew if it is told again. */
  static Wishes ofSpoken(Instant at, boolean yes) {
    return of(SPOKEN, at, yes);
  }

  /** Mail that came back, and may come through another time. */
  static Wishes ofBounce(Instant at) {
    return of(BOUNCES, at, false);
  }

  /** When mail came back. */
  SortedSet<Instant> bounces() {
    return new TreeSet<>(told.getOrDefault(BOUNCES, Collections.emptySortedMap()).keySet());
  }

  private static Wishes of(String source, Instant at, boolean yes) {
    return new Wishes(null, null, new TreeMap<>(Map.of(source, new TreeMap<>(Map.of(at, yes)))));
  }

  Wishes join(Wishes other) {
    var all = new TreeMap<String, SortedMap<Instant, Boolean>>(told);
    other.told.forEach((source, words) -> all.merge(source, words, Wishes::union));
    return new Wishes(
        either(own, other.own, (a, b) -> a.isAfter(b) ? a : b),
        either(asked, other.asked, Wishes::earlier),
        all);
  }

  /** The latest no that the person did not take back since. */
  Optional<Wish> no() {
    return told.entrySet().stream()
        .flatMap(e -> nos(e.getKey(), e.getValue()))
        .filter(no -> own == null || !no.at().isBefore(own))
        .max(Wish.ORDER);
  }

  /** The first yes that somebody else told. */
  Optional<Wish> firstYes() {
    return told.entrySet().stream()
        .flatMap(e ->
            e.getValue().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(w -> new Wish(authority(e.getKey()), w.getKey())))
        .min(Wish.ORDER);
  }

  boolean tells(Authority by, Instant at) {
    return told.entrySet().stream()
        .anyMatch(e -> authority(e.getKey()) == by && e.getValue().containsKey(at));
  }

  private static Stream<Wish> nos(String source, SortedMap<Instant, Boolean> words) {
    var nos = Stream.<Wish>builder();
    boolean saidNo = false;
    for (var word : words.entrySet()) {
      boolean no = !word.getValue();
      if (no && (!saidNo || source.equals(SPOKEN))) {
        nos.add(new Wish(authority(source), word.getKey()));
      }
      saidNo = no;
    }
    return nos.build();
  }

  private static Authority authority(String source) {
    return source.startsWith(FILE) ? Authority.IMPORT : Authority.SALES;
  }

  private static SortedMap<Instant, Boolean> sinceLastBefore(
      @Nullable Instant own, SortedMap<Instant, Boolean> words) {
    var before = own == null ? Collections.<Instant, Boolean>emptySortedMap() : words.headMap(own);
    return Collections.unmodifiableSortedMap(
        new TreeMap<>(before.isEmpty() ? words : words.tailMap(before.lastKey())));
  }

  private static SortedMap<Instant, Boolean> newest(SortedMap<Instant, Boolean> words) {
    var newest = new TreeMap<>(words);
    while (newest.size() > MOST_BOUNCES) {
      newest.pollFirstEntry();
    }
    return Collections.unmodifiableSortedMap(newest);
  }

  // Of a yes and a no of one source at one instant the no counts.
  private static SortedMap<Instant, Boolean> union(
      SortedMap<Instant, Boolean> a, SortedMap<Instant, Boolean> b) {
    var out = new TreeMap<>(a);
    b.forEach((at, yes) -> out.merge(at, yes, Boolean::logicalAnd));
    return out;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static @Nullable Instant either(
      @Nullable Instant a, @Nullable Instant b, BinaryOperator<Instant> both) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return both.apply(a, b);
  }
}
