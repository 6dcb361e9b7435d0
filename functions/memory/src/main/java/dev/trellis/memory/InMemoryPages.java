package dev.trellis.memory;

import module java.base;

import dev.trellis.core.port.Listing;

/** Pages of a list that is all in memory. */
final class InMemoryPages {

  private InMemoryPages() {}

  /** A key that sorts by time. */
  static String place(Instant at, String id) {
    return "%015d#%s".formatted(at.toEpochMilli(), id);
  }

  /** A page in the order of its keys. */
  static <E> Listing.Page<E> page(List<E> all, Function<E, String> key, String after, int most) {
    return page(all, key, false, after, most);
  }

  /** The same, perhaps the last first. */
  static <E> Listing.Page<E> page(
      List<E> all, Function<E, String> key, boolean descending, String after, int most) {
    var order = descending ? Comparator.<String>reverseOrder() : Comparator.<String>naturalOrder();
    var sorted = all.stream().sorted(Comparator.comparing(key, order)).toList();
    Listing.Strand<E> strand =
        place ->
            new Listing.Chunk<>(
                sorted.stream()
                    .filter(e -> place == null || order.compare(key.apply(e), place) > 0)
                    .toList(),
                false);
    return new Listing<>(key, descending, List.of(strand)).page(after, most, _ -> true);
  }
}
