package dev.trellis.core.profile;

import static dev.trellis.core.profile.Union.frozen;
import static dev.trellis.core.profile.Union.union;
import static java.util.Collections.emptySortedMap;
import static java.util.Collections.emptySortedSet;

import module java.base;

import dev.trellis.core.condition.Days;
import dev.trellis.core.event.Happening.MachineVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.identity.Strength;

/**
 * What happened to a person, as far as it matters: a convergent fold of lead events. {@link #join}
 * is commutative and associative, and {@link #with} is a join with the profile of one event, so any
 * order of events and any order of merges end in the same profile, byte for byte.
 *
 * @param proofs of identities, where there is more to say than that somebody typed them
 * @param claims the newest names that others, or nobody, showed to be the person's own
 * @param facts the last word of each authority, per field
 * @param wishes what facts do not tell of the yes and no of others, per field
 * @param reads per content id, by people beyond doubt
 * @param sent when a content was first sent, per content id
 * @param delivered when a mail was delivered, per {@link Visit#mail}
 * @param attended when and for how long the person was at each event, in however many parts
 * @param doubts the first visits in the days after their mail, which may be machines'; other events
 *     tell
 * @param days where its activity was counted; a profile of other days is never joined to it, but
 *     drawn again from its log
 * @param activity per day and behaviour; days older than {@link #HORIZON_DAYS} before the newest
 *     drop out
 * @param events how many events were folded
 */
public record Profile(
    SortedSet<Identity> identities,
    SortedMap<Identity, Proof> proofs,
    SortedSet<Claim> claims,
    SortedMap<String, SortedMap<Authority, Fact>> facts,
    SortedMap<String, Wishes> wishes,
    SortedMap<String, Reads> reads,
    SortedMap<String, Instant> sent,
    SortedMap<String, Instant> delivered,
    SortedMap<String, Reads> attended,
    SortedSet<Visit> doubts,
    Days days,
    SortedMap<LocalDate, SortedMap<Behaviour, Tally>> activity,
    SortedSet<String> products,
    Optional<Touch> first,
    Optional<Touch> last,
    int events) {

  public static final int HORIZON_DAYS = 400;

  /** As many browsers are kept. */
  public static final int MOST_BROWSERS = 20;

  /** As many names of each other type are kept. */
  static final int MOST_NAMES = 50;

  /** As many claims are kept: what others type must not make a profile grow. */
  static final int MOST_CLAIMS = 20;

  /** Of as many events it is kept that the person was there, the first by name. */
  static final int MOST_EVENTS = 100;

  /** Of as many contents it is kept that they were sent and read, the first by name. */
  static final int MOST_CONTENTS = 1000;

  /** Of as many mails it is kept when they arrived and who came through them, the first by name. */
  static final int MOST_MAILS = 1000;

  /** As many products are kept, the first by name. */
  static final int MOST_PRODUCTS = 200;

  /**
   * As many visits of one kind are kept of one content through one mail, the first ones: a browser
   * is whatever it says it is, and whoever has a link can be as many as they like.
   */
  static final int MOST_DOUBTS = 8;

  /** Of nobody, where days are those of UTC. */
  public static final Profile EMPTY = of(Days.UTC);

  /** Of nobody yet, where days are these. */
  public static Profile of(Days days) {
    return new Profile(
        emptySortedSet(),
        emptySortedMap(),
        emptySortedSet(),
        emptySortedMap(),
        emptySortedMap(),
        emptySortedMap(),
        emptySortedMap(),
        emptySortedMap(),
        emptySortedMap(),
        emptySortedSet(),
        days,
        emptySortedMap(),
        emptySortedSet(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** Facts alone, of whatever nobody did: joined to a profile they stand beside what was told. */
  public static Profile ofFacts(SortedMap<String, SortedMap<Authority, Fact>> facts) {
    return EMPTY.with(EMPTY.claims, facts, EMPTY.doubts);
  }

  /** The same with other facts about some fields. */
  public Profile replacing(SortedMap<String, SortedMap<Authority, Fact>> fields) {
    return with(claims, union(facts, fields, (_, other) -> other), doubts);
  }

  public Profile {
    identities = frozen(identities);
    proofs = frozen(proofs);
    claims = frozen(claims);
    facts = frozen(facts);
    wishes = frozen(wishes);
    reads = frozen(reads);
    sent = frozen(sent);
    delivered = frozen(delivered);
    attended = frozen(attended);
    doubts = frozen(doubts);
    activity = frozen(activity);
    products = frozen(products);
  }

  /**
   * The profile after one more event. Telling the same event twice is stopped by the log, not here.
   */
  public Profile with(LeadEvent event) {
    return join(Fold.profileOf(event, days));
  }

  /**
   * The profile of everything that happened to either: how two people become one.
   *
   * @throws IllegalArgumentException if both counted days, and not the same ones
   */
  public Profile join(Profile other) {
    var known =
        KnownNames.of(
            union(identities, other.identities), union(proofs, other.proofs, Proof::stronger));
    return new Profile(
        known.identities(),
        known.proofs(),
        newest(union(claims, other.claims)),
        union(facts, other.facts, (a, b) -> union(a, b, Fact::later)),
        union(wishes, other.wishes, Wishes::join),
        few(union(reads, other.reads, Reads::plus), MOST_CONTENTS),
        few(union(sent, other.sent, Union::earlier), MOST_CONTENTS),
        few(union(delivered, other.delivered, Union::earlier), MOST_MAILS),
        few(union(attended, other.attended, Reads::plus), MOST_EVENTS),
        first(ofFewMails(union(doubts, other.doubts))),
        together(other),
        withinHorizon(union(activity, other.activity, (a, b) -> union(a, b, Tally::plus))),
        few(union(products, other.products)),
        Touch.earlier(first, other.first),
        Touch.later(last, other.last),
        events + other.events);
  }

  // Who counted nothing yet counts as the other does.
  private Days together(Profile other) {
    if (countsNothing() && other.countsNothing()) {
      return Days.either(days, other.days);
    }
    if (!countsNothing() && !other.countsNothing() && !days.equals(other.days)) {
      throw new IllegalArgumentException("days of " + days.zone() + " and of " + other.days.zone());
    }
    return countsNothing() ? other.days : days;
  }

  /** True if this says nothing of any day, so that it does not matter whose days they would be. */
  public boolean countsNothing() {
    return activity.isEmpty() && doubts.isEmpty();
  }

  // What facts do not tell of yes and no about a field.
  Wishes wished(String field) {
    return wishes.getOrDefault(field, Wishes.NONE);
  }

  // What each authority said last about a field.
  SortedMap<Authority, Fact> said(String field) {
    return facts.getOrDefault(field, Collections.emptySortedMap());
  }

  /** What is shown of a field: the strongest authority's value, or the one answer on a consent. */
  public Optional<Fact> fact(String field) {
    return shown(field).map(Map.Entry::getValue);
  }

  /** The same, with who says so. */
  public Optional<Map.Entry<Authority, Fact>> shown(String field) {
    var told = said(field);
    if (Field.isWish(field)) {
      return new Consent(told, wished(field)).answer(field);
    }
    return told.isEmpty() ? Optional.empty() : Optional.of(told.sequencedEntrySet().getLast());
  }

  /** When mail to an address came back lately that may come through another time. */
  public SortedSet<Instant> softBounces(String address) {
    return wished(Field.softBounces(address)).bounces();
  }

  /** When an address was last typed for the person; empty if not, or if that was not kept. */
  public Optional<Instant> typedAt(String address) {
    return said(Field.typed(address)).values().stream()
        .map(Fact::at)
        .max(Comparator.naturalOrder());
  }

  /**
   * The wishes in which the source of an event says again what it said last: that is no new no,
   * whatever the person said in between.
   */
  public SortedSet<String> repeats(LeadEvent event) {
    var fields = new TreeSet<String>();
    Fold.profileOf(event, days)
        .wishes
        .forEach((field, told) -> {
          if (wished(field).isRepeatedBy(told)) {
            fields.add(field);
          }
        });
    return fields;
  }

  public Optional<String> value(String field) {
    return fact(field).map(Fact::value);
  }

  /** What one authority said last, whoever else knows better. */
  public Optional<Fact> told(Authority authority, String field) {
    return Optional.ofNullable(facts.get(field)).map(f -> f.get(authority));
  }

  /** When to call again; empty if nobody is to, or if there was a call since that was agreed. */
  public Optional<Callback> callback() {
    return Callback.of(this);
  }

  /** Where a person put the lead, if that was not ended since; it may be over by now. */
  public Optional<ByHand> byHand() {
    return ByHand.of(this);
  }

  /** What the person goes by, went by, or is said to go by. */
  public Names names() {
    return new Names(this);
  }

  /** What the person allows us, and was asked. */
  public Permission permission() {
    return new Permission(this);
  }

  /** The identities of one type that the person goes by, in order. */
  public SortedSet<String> identities(IdentityType type) {
    return names().of(type);
  }

  /** What is proven of a name of the person, but for what visits in doubt may show. */
  public Proof proof(Identity name) {
    return proofs.getOrDefault(name, Proof.TYPED);
  }

  /** True if anything but a browser names the person. */
  public boolean isNamed() {
    return identities.stream().anyMatch(name -> Strength.isStrong(name) && names().goesBy(name));
  }

  /** True if somebody who had the address typed who the person is. */
  public boolean isClaimed() {
    return facts.values().stream().anyMatch(told -> told.containsKey(Authority.CLAIMED));
  }

  /** The same without what was only typed by whoever had the address. */
  public Profile withoutClaims() {
    var proven = new TreeMap<String, SortedMap<Authority, Fact>>();
    facts.forEach((field, told) -> {
      var others = new TreeMap<>(told.tailMap(Authority.UNOFFERED));
      if (!others.isEmpty()) {
        proven.put(field, others);
      }
    });
    return with(EMPTY.claims, proven, doubts);
  }

  /** Reads by people, per content id, as far as is known. */
  public SortedMap<String, Reads> countedReads() {
    return counted().reads;
  }

  /**
   * What people did, per day and behaviour, as far as is known. Each event that they attended
   * counts once, on the day on which they first came.
   */
  public SortedMap<LocalDate, SortedMap<Behaviour, Tally>> countedActivity() {
    var did = counted().activity;
    for (var visit : attended.values()) {
      var once = new TreeMap<>(Map.of(Behaviour.ATTEND, new Tally(1, visit.seconds())));
      var day = new TreeMap<LocalDate, SortedMap<Behaviour, Tally>>();
      day.put(days.of(visit.first()), once);
      did = union(did, day, (a, b) -> union(a, b, Tally::plus));
    }
    return withinHorizon(did);
  }

  private Profile counted() {
    return doubts.isEmpty() ? this : counting(judge().people());
  }

  /**
   * The same without doubts, as of an instant: visits of people count, those of machines are gone,
   * and so are those that a delivery told later may yet show to be machines'.
   */
  public Profile settled(Instant now) {
    return doubts.isEmpty() ? this : counting(judge().people(now));
  }

  /** The same without who only opened a page: what is done because of that cannot be undone. */
  public Profile certain(Instant now) {
    return doubts.isEmpty() ? this : counting(judge().certain(now));
  }

  /** Whether this event tells that somebody stayed who only had opened a page. */
  public boolean isSecondSign(LeadEvent event) {
    return Visit.of(event).filter(judge()::isSecondSign).isPresent();
  }

  /** Visits of which nobody can say yet whose they are, and when that is settled at the latest. */
  public SortedMap<Visit, Instant> undecided(Instant now) {
    var judge = judge();
    var undecided = new TreeMap<Visit, Instant>();
    judge.undecided(now).forEach(v -> undecided.put(v, judge.decidedAt(v)));
    return undecided;
  }

  /** Whether a visit through this mail is in doubt. */
  public boolean isInDoubt(String sendId) {
    return doubts.stream().anyMatch(v -> v.mail().equals(Visit.mail(sendId)));
  }

  /**
   * Whether this event, which is in this profile, tells anything that a rule may ask for. That a
   * mail went out or arrived is only kept in the books, unless somebody came before the news of it.
   */
  public boolean isMovedBy(LeadEvent event) {
    var told = Fold.profileOf(event, days);
    return !told.identities.isEmpty()
        || !told.claims.isEmpty()
        || !told.facts.isEmpty()
        || !told.reads.isEmpty()
        || !told.doubts.isEmpty()
        || !told.activity.isEmpty()
        || !told.attended.isEmpty()
        || !told.products.isEmpty()
        || doubts.stream().anyMatch(visit -> told.delivered.containsKey(visit.mail()));
  }

  /** Why what an event tells was the doing of a machine; empty if nothing known says so. */
  public Optional<String> machine(LeadEvent event) {
    return event.happening() instanceof MachineVisited machine
        ? Optional.ofNullable(machine.reason())
        : Visit.inDoubt(event).or(() -> Visit.of(event)).flatMap(judge()::machine);
  }

  private Judge judge() {
    return new Judge(delivered, doubts);
  }

  private Profile with(
      SortedSet<Claim> otherClaims,
      SortedMap<String, SortedMap<Authority, Fact>> otherFacts,
      SortedSet<Visit> otherDoubts) {
    return new Profile(
        identities,
        proofs,
        otherClaims,
        otherFacts,
        wishes,
        reads,
        sent,
        delivered,
        attended,
        otherDoubts,
        days,
        activity,
        products,
        first,
        last,
        events);
  }

  private Profile counting(List<Visit> people) {
    return with(claims, facts, EMPTY.doubts).join(Fold.profileOf(people, identities, days));
  }

  /** As it is stored: short, and equal profiles give equal bytes. */
  public String toJson() {
    return StoredProfile.write(this);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws dev.trellis.core.json.MessageFormatException if it is something else
   */
  public static Profile fromJson(String json) {
    return StoredProfile.read(json);
  }

  private static SortedMap<LocalDate, SortedMap<Behaviour, Tally>> withinHorizon(
      SortedMap<LocalDate, SortedMap<Behaviour, Tally>> activity) {
    if (activity.isEmpty()) {
      return activity;
    }
    var oldest = activity.lastKey().minusDays(HORIZON_DAYS);
    return activity.firstKey().isBefore(oldest)
        ? new TreeMap<>(activity.tailMap(oldest))
        : activity;
  }

  private static SortedSet<Claim> newest(SortedSet<Claim> claims) {
    return claims.size() <= MOST_CLAIMS
        ? claims
        : claims.stream().limit(MOST_CLAIMS).collect(Collectors.toCollection(TreeSet::new));
  }

  // Which ones stay must not depend on when they were told: whoever is left out has no parts here.
  private static <V> SortedMap<String, V> few(SortedMap<String, V> all, int most) {
    return all.size() <= most ? all : new TreeMap<>(all.headMap(nth(all.keySet(), most)));
  }

  private static SortedSet<String> few(SortedSet<String> products) {
    return products.size() <= MOST_PRODUCTS
        ? products
        : new TreeSet<>(products.headSet(nth(products, MOST_PRODUCTS)));
  }

  private static SortedSet<Visit> ofFewMails(SortedSet<Visit> doubts) {
    if (doubts.size() <= MOST_MAILS) {
      return doubts;
    }
    var mails = doubts.stream().map(Visit::mail).collect(Collectors.toCollection(TreeSet::new));
    if (mails.size() > MOST_MAILS) {
      var left = mails.headSet(nth(mails, MOST_MAILS));
      return doubts.stream()
          .filter(visit -> left.contains(visit.mail()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
    return doubts;
  }

  private static String nth(Set<String> names, int most) {
    return names.stream().skip(most).findFirst().orElseThrow();
  }

  private static SortedSet<Visit> first(SortedSet<Visit> doubts) {
    if (doubts.size() <= MOST_DOUBTS) {
      return doubts;
    }
    var kept = new HashMap<List<Object>, Integer>();
    return doubts.stream()
        .filter(v ->
            kept.merge(List.of(v.mail(), v.did(), v.content()), 1, Integer::sum) <= MOST_DOUBTS)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
