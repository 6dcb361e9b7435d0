package dev.trellis.core.port;

import module java.base;

import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * One of our forms, codes or calls to action, by which somebody came on a day of the company's:
 * what is counted of it (R10). What we know of a machine at once is not; what turns out later stays
 * counted. In the same way the ways from a letter to a group are counted.
 *
 * @param way kind and id, such as {@code form:newsletter}
 */
public record WayIn(String way, LocalDate day) {

  /**
   * How often each way was taken, by kind and id.
   *
   * @param inAll since counting began
   * @param byDay of some days, without those on which nobody came
   */
  public record Counts(
      SortedMap<String, Long> inAll, SortedMap<LocalDate, SortedMap<String, Long>> byDay) {

    /** Nobody came. */
    public static final Counts NONE =
        new Counts(Collections.emptySortedMap(), Collections.emptySortedMap());

    /** These and others. */
    public Counts plus(Counts other) {
      var all = new TreeMap<>(inAll);
      other.inAll.forEach((way, count) -> all.merge(way, count, Long::sum));
      var days = new TreeMap<>(byDay);
      other.byDay.forEach((day, ways) -> days.merge(day, ways, Counts::sum));
      return new Counts(all, days);
    }

    private static SortedMap<String, Long> sum(
        SortedMap<String, Long> one, SortedMap<String, Long> other) {
      var sum = new TreeMap<>(one);
      other.forEach((way, count) -> sum.merge(way, count, Long::sum));
      return sum;
    }

    /** One more. */
    public Counts plus(WayIn taken) {
      var one = new TreeMap<>(Map.of(taken.way, 1L));
      return plus(new Counts(one, new TreeMap<>(Map.of(taken.day, one))));
    }

    /** Without the days before that one. */
    public Counts since(LocalDate day) {
      return new Counts(inAll, byDay.tailMap(day));
    }
  }

  /**
   * What is counted of an event; empty if nothing is.
   *
   * @param profile with the event
   */
  public static Optional<WayIn> of(LeadEvent event, Profile profile) {
    return way(event).flatMap(way -> of(way, event, profile));
  }

  /** The same of a way that the event alone does not tell. */
  public static Optional<WayIn> of(String way, LeadEvent event, Profile profile) {
    return profile.machine(event).isPresent()
        ? Optional.empty()
        : Optional.of(new WayIn(way, profile.days().of(event.occurredAt())));
  }

  /** From a letter to what it is about. */
  public static String ofLetter(String letter) {
    return "letter:" + letter;
  }

  /** From a letter to no more mail. */
  public static String outOfLetter(String letter) {
    return "out:" + letter;
  }

  private static Optional<String> way(LeadEvent event) {
    return switch (event.happening()) {
      case FormSubmitted form -> named("form", form.form());
      case CodeScanned _ -> named("code", event.origin().code());
      case CtaFollowed click -> named("cta", click.cta());
      default -> Optional.empty();
    };
  }

  private static Optional<String> named(String kind, @Nullable String id) {
    return Optional.ofNullable(id).map(name -> kind + ":" + name);
  }
}
