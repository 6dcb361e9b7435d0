package dev.trellis.core.profile;

import static dev.trellis.core.profile.Behaviour.CLICK;
import static dev.trellis.core.profile.Behaviour.READ;
import static dev.trellis.core.profile.Behaviour.VISIT;

import module java.base;

/**
 * Tells machines from people among the visits in doubt of one person. What it says follows from
 * what is known and from nothing else, so the order in which it became known cannot matter; and
 * since a mail is delivered once, a visit known as a machine's stays one whatever else is told. Who
 * only opened a page, hours later, is not certain to be somebody until it is told that they stayed.
 */
final class Judge {

  static final String AT_DELIVERY = "within-two-seconds";
  static final String ALL_AT_ONCE = "all-links-at-once";

  private static final Duration NO_PERSON_IS_AS_QUICK = Duration.ofSeconds(2);
  private static final Duration AT_ONCE = Duration.ofSeconds(5);
  private static final Duration STAYED = Duration.ofSeconds(2);

  private static final Duration SAME_READ = Duration.ofMinutes(30);

  private final SortedMap<String, Instant> delivered;
  private final SortedSet<Visit> doubts;

  Judge(SortedMap<String, Instant> delivered, SortedSet<Visit> doubts) {
    this.delivered = delivered;
    this.doubts = doubts;
  }

  /**
   * Visits of people; the same content looked at again within half an hour is one read (R82),
   * unless the mail was passed on and it is another browser.
   */
  List<Visit> people() {
    return people(_ -> true);
  }

  /** The same without those that may yet turn out to be machines'. */
  List<Visit> people(Instant now) {
    return people(visit -> !now.isBefore(decidedAt(visit)));
  }

  /** The same without who only opened a page. */
  List<Visit> certain(Instant now) {
    return people(visit -> !now.isBefore(decidedAt(visit)) && !isOnlyOpened(visit));
  }

  /** Visits that are nobody's yet. */
  List<Visit> undecided(Instant now) {
    return doubts.stream().filter(v -> v.did() != CLICK && now.isBefore(decidedAt(v))).toList();
  }

  private List<Visit> people(Predicate<Visit> isDecided) {
    var opened = new HashSet<List<Object>>();
    return doubts.stream()
        .filter(v -> v.did() != CLICK && machine(v).isEmpty() && isDecided.test(v))
        .filter(v -> v.did() == VISIT || opened.add(window(v)))
        .toList();
  }

  private static List<Object> window(Visit read) {
    var window = read.at().toEpochMilli() / SAME_READ.toMillis();
    return List.of(read.mail(), read.did(), read.content(), read.browser(), window);
  }

  /** Why a visit was a machine's; empty if nothing known says so. */
  Optional<String> machine(Visit visit) {
    // How long a page was looked at, and that its file was taken, is told by whoever opened it.
    var opener = visit.isOnPage() ? opener(visit) : Optional.<Visit>empty();
    return opener.isPresent() ? opener.flatMap(this::machine) : reason(visit);
  }

  /**
   * When we stop waiting for a delivery that would show a machine. Once it is told there is nothing
   * to wait for; if it never is, whoever came was a person.
   */
  Instant decidedAt(Visit visit) {
    return visit.isLate() || delivered.containsKey(visit.mail()) || machine(visit).isPresent()
        ? visit.at()
        : visit.at().plus(Visit.DOUBTFUL);
  }

  private Optional<String> reason(Visit visit) {
    var arrived = delivered.get(visit.mail());
    if (arrived != null && isTooSoon(visit, arrived)) {
      return Optional.of(AT_DELIVERY);
    }
    return doubts.stream().anyMatch(other -> isAtOnce(visit, other))
        ? Optional.of(ALL_AT_ONCE)
        : Optional.empty();
  }

  // Gateways come back with a browser and run what a page says, which tells that it was opened.
  boolean isOnlyOpened(Visit visit) {
    return visit.did() == READ
        && visit.isLate()
        && visit.seconds() == 0
        && doubts.stream().noneMatch(v -> isSecondSign(v, visit));
  }

  private boolean isSecondSign(Visit sign, Visit read) {
    return sign.did() == VISIT
        && sign.seconds() >= STAYED.toSeconds()
        && opener(sign).filter(read::equals).isPresent();
  }

  /** Whether this tells that somebody stayed who only had opened a page. */
  boolean isSecondSign(Visit sign) {
    return opener(sign)
        .filter(read -> read.isLate() && read.seconds() == 0 && isSecondSign(sign, read))
        .isPresent();
  }

  // Before the mail was there nobody but a gateway on the way had it. After that, whoever stays on
  // the page as long as it takes to come there is a person.
  private static boolean isTooSoon(Visit visit, Instant arrived) {
    return visit.at().isBefore(arrived)
        || visit.seconds() < NO_PERSON_IS_AS_QUICK.toSeconds()
            && !visit.at().isAfter(arrived.plus(NO_PERSON_IS_AS_QUICK));
  }

  private Optional<Visit> opener(Visit visit) {
    return doubts.stream()
        .filter(v -> v.did() == READ)
        .filter(v -> v.mail().equals(visit.mail()) && v.content().equals(visit.content()))
        .filter(v -> visit.browser().isEmpty() || v.browser().equals(visit.browser()))
        .filter(v -> !v.at().isAfter(visit.at()))
        .max(Comparator.naturalOrder());
  }

  private static boolean isAtOnce(Visit one, Visit other) {
    return other.did() != VISIT
        && one.mail().equals(other.mail())
        && !one.content().equals(other.content())
        && Duration.between(one.at(), other.at()).abs().compareTo(AT_ONCE) <= 0
        && !isPressedOn(one, other)
        && !isPressedOn(other, one);
  }

  // Whoever has opened a page may press at once what stands on it.
  private static boolean isPressedOn(Visit page, Visit press) {
    return page.did() == READ
        && press.isCta()
        && !page.browser().isEmpty()
        && page.browser().equals(press.browser())
        && !press.at().isBefore(page.at());
  }
}
