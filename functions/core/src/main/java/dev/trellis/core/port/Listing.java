package dev.trellis.core.port;

import module java.base;

import org.jspecify.annotations.Nullable;

/**
 * Several sorted strands read as one list, a chunk at a time, not further than a page may cost.
 * Where a page ended is the place of the last entry that was looked at: entries that come or go
 * meanwhile make no other be missed or shown twice.
 *
 * @param key the place of an entry, which no other has
 * @param strands the parts of the list
 */
public record Listing<E>(Function<E, String> key, boolean descending, List<Strand<E>> strands) {

  /** So many entries are looked at for one page, and so many chunks read. */
  public static final int MOST_LOOKED = 500;

  private static final int MOST_CHUNKS = 10;

  /** Comes after what a place may end in. */
  private static final String BEHIND = "~";

  /** As stores sort text: not as Java does, where rare characters are pairs of others. */
  private static final Comparator<byte[]> IN_BYTES = Arrays::compareUnsigned;

  /** One part of the list. */
  @FunctionalInterface
  public interface Strand<E> {
    /** The entries that come after a place, which none need have; all if it is null. */
    Chunk<E> after(@Nullable String place);
  }

  /**
   * The first of what was asked for.
   *
   * @param hasMore false if these are all
   */
  public record Chunk<E>(List<E> entries, boolean hasMore) {}

  /**
   * A page.
   *
   * @param looked how many entries were looked at to find these
   * @param next where to go on, which says nothing to people; null at the end
   */
  public record Page<E>(List<E> entries, int looked, @Nullable String next) {

    public Page {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Reads a page.
   *
   * @param after {@link Page#next} of the one before, or null
   * @throws IllegalArgumentException if it is none
   */
  public Page<E> page(@Nullable String after, int most, Predicate<E> wanted) {
    var last = after == null ? null : place(after);
    var start = last;
    var reads = strands.stream().map(strand -> new Reading(strand, start)).toList();
    var found = new ArrayList<E>();
    int looked = 0;
    while (found.size() < most && looked < MOST_LOOKED && fill(reads)) {
      var next = first(reads);
      if (next.isEmpty()) {
        break;
      }
      var entry = next.get().ahead.removeFirst();
      last = key.apply(entry);
      looked++;
      if (wanted.test(entry)) {
        found.add(entry);
      }
    }
    var isEnd = reads.stream().allMatch(Reading::isOver);
    return new Page<>(found, looked, isEnd || last == null ? null : text(last));
  }

  // Which entry is next can be told only if one of each strand is known.
  private boolean fill(List<Reading> reads) {
    for (var reading : reads) {
      if (reading.ahead.isEmpty() && reading.hasMore) {
        if (reads.stream().mapToInt(r -> r.chunks).sum() == MOST_CHUNKS) {
          return false;
        }
        reading.read();
      }
    }
    return true;
  }

  private Optional<Reading> first(List<Reading> reads) {
    var byPlace =
        Comparator.comparing((Reading r) -> bytes(key.apply(r.ahead.getFirst())), IN_BYTES);
    return reads.stream()
        .filter(r -> !r.ahead.isEmpty())
        .min(descending ? byPlace.reversed() : byPlace);
  }

  private final class Reading {

    private final Strand<E> strand;
    private final Deque<E> ahead = new ArrayDeque<>();
    private @Nullable String place;
    private boolean hasMore = true;
    private int chunks;

    Reading(Strand<E> strand, @Nullable String place) {
      this.strand = strand;
      this.place = place;
    }

    void read() {
      var chunk = strand.after(place);
      chunks++;
      ahead.addAll(chunk.entries());
      hasMore = chunk.hasMore();
      place = ahead.isEmpty() ? place : key.apply(ahead.getLast());
    }

    boolean isOver() {
      return ahead.isEmpty() && !hasMore;
    }
  }

  /** Where a page begins that shows what comes after the entry of this place. */
  public static String after(String place) {
    return text(place);
  }

  /** Where a page begins that shows the entry of this place first, in a list that descends. */
  public static String at(String place) {
    return text(place + BEHIND);
  }

  private static String text(String place) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(place));
  }

  private static byte[] bytes(String place) {
    return place.getBytes(StandardCharsets.UTF_8);
  }

  private static String place(String text) {
    try {
      var place = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      if (text(place).equals(text)) {
        return place;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no page ended there", e);
    }
    throw new IllegalArgumentException("no page ended there");
  }
}
