package dev.trellis.core.port;

import module java.base;

import dev.trellis.core.identity.PersonName;
import dev.trellis.core.lifecycle.Card;
import org.jspecify.annotations.Nullable;

/**
 * Which leads a list shows; what is null, or no pool, asks for nothing. One of the questions is
 * answered by an index, the others by looking at the cards that it gives.
 *
 * @param pools paths of all pools that are meant
 * @param name how the name begins
 * @param company how the company's name begins
 * @param traits what else the card is to say
 * @param isOldestFirst true if a list that begins with the newest is to begin with the oldest
 */
public record CardQuery(
    SortedSet<String> pools,
    @Nullable String stage,
    @Nullable String heat,
    @Nullable String owner,
    @Nullable String source,
    @Nullable String name,
    @Nullable String company,
    Traits traits,
    boolean isOldestFirst) {

  /**
   * What no index answers.
   *
   * @param touchedFrom the first day on which the last touch may lie
   * @param touchedBefore the day before which it lies, if there was one at all
   * @param callBy the day on which, or before which, somebody is to be called again
   */
  public record Traits(
      @Nullable String tag,
      @Nullable String grade,
      @Nullable LocalDate touchedFrom,
      @Nullable LocalDate touchedBefore,
      @Nullable LocalDate callBy) {

    /** Anybody's. */
    public static final Traits ANY = new Traits(null, null, null, null, null);

    boolean holds(Card card) {
      var touch = card.lastTouch();
      return (tag == null || card.has(tag))
          && is(grade, card.grade())
          && (touchedFrom == null || (touch != null && !touch.isBefore(touchedFrom)))
          && (touchedBefore == null || touch == null || touch.isBefore(touchedBefore))
          && (callBy == null || (card.callback() != null && !card.callback().isAfter(callBy)));
    }
  }

  /** In the order in which a list comes of itself. */
  public CardQuery(
      SortedSet<String> pools,
      @Nullable String stage,
      @Nullable String heat,
      @Nullable String owner,
      @Nullable String source,
      @Nullable String name,
      @Nullable String company,
      Traits traits) {
    this(pools, stage, heat, owner, source, name, company, traits, false);
  }

  /** Without what no index answers. */
  public CardQuery(
      SortedSet<String> pools,
      @Nullable String stage,
      @Nullable String heat,
      @Nullable String owner,
      @Nullable String source,
      @Nullable String name,
      @Nullable String company) {
    this(pools, stage, heat, owner, source, name, company, Traits.ANY);
  }

  /** As many pools are read in order side by side; of more, everybody is looked through. */
  private static final int MOST_POOLS = 4;

  /** Everybody. */
  public static final CardQuery ALL =
      new CardQuery(Collections.emptySortedSet(), null, null, null, null, null, null);

  public CardQuery {
    pools = Collections.unmodifiableSortedSet(new TreeSet<>(pools));
    name = plain(name);
    company = plain(company);
  }

  private static @Nullable String plain(@Nullable String prefix) {
    return Optional.of(PersonName.plain(prefix)).filter(n -> !n.isEmpty()).orElse(null);
  }

  /** Everybody in these pools. */
  public static CardQuery in(Collection<String> pools) {
    return new CardQuery(new TreeSet<>(pools), null, null, null, null, null, null);
  }

  /** Everybody with that salesperson. */
  public static CardQuery of(String owner) {
    return new CardQuery(Collections.emptySortedSet(), null, null, owner, null, null, null);
  }

  /** Everybody whose name begins so. */
  public static CardQuery named(String prefix) {
    return new CardQuery(Collections.emptySortedSet(), null, null, null, null, prefix, null);
  }

  /** Everybody whose company's name begins so. */
  public static CardQuery at(String company) {
    return new CardQuery(Collections.emptySortedSet(), null, null, null, null, null, company);
  }

  /** The same with the oldest first, or not. */
  public CardQuery oldestFirst(boolean isOldestFirst) {
    return new CardQuery(pools, stage, heat, owner, source, name, company, traits, isOldestFirst);
  }

  /** True if the answer comes from the end of what it is in order of. */
  public boolean isDescending() {
    return order() != Order.NAME && order() != Order.COMPANY && !isOldestFirst;
  }

  /** What a list is in order of. */
  public enum Order {
    /** By name, A first. */
    NAME,
    /** By the company's name, A first. */
    COMPANY,
    /** Of one salesperson, by when they came into their pool, newest first. */
    OWNER,
    /** Of some pools, the same. */
    POOL,
    /** By when they were born, newest first. */
    BIRTH;

    /** What a card is sorted by; empty if it is not among those. */
    public Optional<String> key(Card card) {
      return switch (this) {
        case NAME -> card.plainName().map(name -> name + "#" + card.lead());
        case COMPANY -> card.plainCompany().map(company -> company + "#" + card.lead());
        case OWNER, POOL ->
            Optional.of("%011x#%s".formatted(card.since().toEpochMilli(), card.lead()));
        case BIRTH -> Optional.of(card.lead());
      };
    }
  }

  /** The order in which the answer comes. */
  public Order order() {
    if (name != null) {
      return Order.NAME;
    } else if (company != null) {
      return Order.COMPANY;
    } else if (owner != null) {
      return Order.OWNER;
    }
    return pools.isEmpty() || pools.size() > MOST_POOLS ? Order.BIRTH : Order.POOL;
  }

  /** True if this is one of those. */
  public boolean holds(Card card) {
    return (pools.isEmpty() || pools.contains(card.pool()))
        && is(stage, card.stage())
        && is(heat, card.heat())
        && is(owner, card.owner())
        && is(source, card.source())
        && begins(name, card.plainName())
        && begins(company, card.plainCompany())
        && traits.holds(card);
  }

  private static boolean begins(@Nullable String prefix, Optional<String> name) {
    return prefix == null || name.filter(n -> n.startsWith(prefix)).isPresent();
  }

  private static boolean is(@Nullable String wanted, @Nullable String shown) {
    return wanted == null || wanted.equals(shown);
  }

  /** What an index answers of it. */
  public CardQuery indexed() {
    var asked =
        switch (order()) {
          case NAME -> named(Objects.requireNonNull(name));
          case COMPANY -> at(Objects.requireNonNull(company));
          case OWNER -> of(Objects.requireNonNull(owner));
          case POOL -> in(pools);
          case BIRTH -> ALL;
        };
    return asked.oldestFirst(isOldestFirst);
  }
}
