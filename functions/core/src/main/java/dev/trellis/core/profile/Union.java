package dev.trellis.core.profile;

import static java.util.Collections.emptySortedMap;
import static java.util.Collections.emptySortedSet;

import module java.base;

/** Joins of sorted sets and maps; an empty one costs nothing. */
final class Union {

  private static final Class<?> MAP = Collections.unmodifiableSortedMap(new TreeMap<>()).getClass();
  private static final Class<?> SET = Collections.unmodifiableSortedSet(new TreeSet<>()).getClass();

  private Union() {}

  static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  static <K, V> SortedMap<K, V> union(
      SortedMap<K, V> a, SortedMap<K, V> b, BinaryOperator<V> both) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    var out = new TreeMap<>(a);
    b.forEach((k, v) -> out.merge(k, v, both));
    return out;
  }

  static <T> SortedSet<T> union(SortedSet<T> a, SortedSet<T> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    var out = new TreeSet<>(a);
    out.addAll(b);
    return out;
  }

  static <K, V> SortedMap<K, V> frozen(SortedMap<K, V> map) {
    // What is frozen was copied then; most of a profile stays as it is.
    if (map.getClass() == MAP) {
      return map;
    }
    return map.isEmpty() ? emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  static <T> SortedSet<T> frozen(SortedSet<T> set) {
    if (set.getClass() == SET) {
      return set;
    }
    return set.isEmpty() ? emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }
}
