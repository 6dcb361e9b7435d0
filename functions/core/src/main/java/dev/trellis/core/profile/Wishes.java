package dev.trellis.core.profile;

import module java.base;

import org.jspecify.annotations.Nullable;

/**
 * The yes and no to one question that was told by others than the person: a no counts from when its
 * source first told it, so the last word of each source may not be all there is to know. A source
 * that changes its mind without end leaves its {@link #MOST_WORDS} newest words, and of what it
 * told before only the first and the last yes and no: too little to let a no be forgotten. What
 * only repeated its last word when it was told ({@link Profile#repeats}) takes no place of what did
 * not. A join, as the profile is.
 *
 * @param own when the person last said yes where it was surely they; null if never
 * @param asked when they were first asked to confirm, if they never said yes; else null
 * @param told by source
 */
public record Wishes(
    @Nullable Instant own, @Nullable Instant asked, SortedMap<String, SortedSet<Word>> told) {

  static final Wishes NONE = new Wishes(null, null, Collections.emptySortedMap());

  // What people say anew each time they are spoken with, and what a mailbox reports.
  private static final String SPOKEN = "spoken";

  private static final String FILE = "file";

  private static final String BOUNCES = "bounces";

  /** As many bounces of one address are kept, the newest: no playbook asks for more. */
  public static final int MOST_BOUNCES = 20;

  /** As many words of one source are kept as they came. */
  static final int MOST_WORDS = 20;

  // Of more words than are kept: between these two times no there may have been another yes.
  private static final List<Boolean> BLURRED = List.of(true, false, false, true);

  /** As many words of one source are kept that only repeated the last one, the newest. */
  static final int MOST_REPEATS = 5;

  /**
   * A yes or a no, and when it was told; of both at one instant the no is the later one.
   *
   * @param repeats true if its source had said the same last, as far as was known then
   */
  public record Word(Instant at, boolean yes, boolean repeats) implements Comparable<Word> {

    private static final Comparator<Word> ORDER =
        Comparator.comparing(Word::at)
            .thenComparing(Word::yes, Comparator.reverseOrder())
            .thenComparing(Word::repeats);

    Word(Instant at, boolean yes) {
      this(at, yes, false);
    }

    @Override
    public int compareTo(Word other) {
      return ORDER.compare(this, other);
    }
  }

  public Wishes {
    var kept = new TreeMap<String, SortedSet<Word>>();
    told.forEach((source, words) ->
        kept.put(
            source,
            Collections.unmodifiableSortedSet(
                source.equals(BOUNCES) ? newest(words, MOST_BOUNCES) : thinned(words))));
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
  static Wishes ofRecord(Authority by, String name, Word word) {
    return of((by == Authority.IMPORT ? FILE : "record") + "/" + name, word);
  }

  /** Something that was said, and is said anew if it is told again. */
  static Wishes ofSpoken(Instant at, boolean yes) {
    return of(SPOKEN, new Word(at, yes));
  }

  /** Mail that came back, and may come through another time. */
  static Wishes ofBounce(Instant at) {
    return of(BOUNCES, new Word(at, false));
  }

  /** When mail came back. */
  SortedSet<Instant> bounces() {
    var instants = new TreeSet<Instant>();
    told.getOrDefault(BOUNCES, Collections.emptySortedSet())
        .forEach(bounce -> instants.add(bounce.at()));
    return instants;
  }

  private static Wishes of(String source, Word word) {
    return new Wishes(null, null, new TreeMap<>(Map.of(source, new TreeSet<>(List.of(word)))));
  }

  Wishes join(Wishes other) {
    var all = new TreeMap<String, SortedSet<Word>>(told);
    other.told.forEach((source, words) -> all.merge(source, words, Wishes::union));
    return new Wishes(
        either(own, other.own, (a, b) -> a.isAfter(b) ? a : b),
        either(asked, other.asked, Wishes::earlier),
        all);
  }

  /** True if these tell of one record, and it says what it said last before. */
  boolean isRepeatedBy(Wishes one) {
    return !one.told.isEmpty()
        && one.told.entrySet().stream()
            .allMatch(e ->
                isRecord(e.getKey())
                    && e.getValue().stream().allMatch(word -> isLast(e.getKey(), word)));
  }

  private boolean isLast(String source, Word word) {
    var before = told.getOrDefault(source, Collections.emptySortedSet()).headSet(word);
    return !before.isEmpty() && before.last().yes() == word.yes();
  }

  private static boolean isRecord(String source) {
    return !source.equals(SPOKEN) && !source.equals(BOUNCES);
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
            e.getValue().stream()
                .filter(Word::yes)
                .map(w -> new Wish(authority(e.getKey()), w.at())))
        .min(Wish.ORDER);
  }

  boolean tells(Authority by, Instant at) {
    return told.entrySet().stream()
        .anyMatch(e ->
            authority(e.getKey()) == by && e.getValue().stream().anyMatch(w -> w.at().equals(at)));
  }

  private static Stream<Wish> nos(String source, SortedSet<Word> words) {
    var nos = Stream.<Wish>builder();
    boolean saidNo = false;
    var blurred = blurred(words);
    for (var word : words) {
      if (!word.yes() && (!saidNo || source.equals(SPOKEN) || blurred.contains(word))) {
        nos.add(new Wish(authority(source), word.at()));
      }
      saidNo = !word.yes();
    }
    return nos.build();
  }

  private static Authority authority(String source) {
    return source.startsWith(FILE) ? Authority.IMPORT : Authority.SALES;
  }

  // Words that may or may not repeat the one before; a no is better heard twice than not at all.
  private static Set<Word> blurred(SortedSet<Word> words) {
    var said = List.copyOf(those(words, false));
    var older = said.subList(0, Math.max(0, said.size() - MOST_WORDS));
    return older.stream().map(Word::yes).toList().equals(BLURRED) ? Set.of(older.get(2)) : Set.of();
  }

  private static SortedSet<Word> thinned(SortedSet<Word> all) {
    var words = those(all, false);
    var kept = newest(words, MOST_WORDS);
    if (kept.size() < words.size()) {
      var older = words.headSet(kept.first());
      for (var yes : List.of(true, false)) {
        var alike = older.stream().filter(word -> word.yes() == yes).toList();
        if (!alike.isEmpty()) {
          kept.add(alike.getFirst());
          kept.add(alike.getLast());
        }
      }
    }
    kept.addAll(newest(those(all, true), MOST_REPEATS));
    return kept;
  }

  private static SortedSet<Word> those(SortedSet<Word> words, boolean repeats) {
    return words.stream()
        .filter(word -> word.repeats() == repeats)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeSet<Word> newest(SortedSet<Word> words, int most) {
    var newest = new TreeSet<>(words);
    while (newest.size() > most) {
      newest.pollFirst();
    }
    return newest;
  }

  private static SortedSet<Word> union(SortedSet<Word> a, SortedSet<Word> b) {
    var out = new TreeSet<>(a);
    out.addAll(b);
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
