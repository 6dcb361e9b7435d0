package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.NameClaimed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.CardQuery;
import dev.trellis.core.port.CardQuery.Traits;
import dev.trellis.core.port.Cards;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.PlacementStore.Shown;
import dev.trellis.core.port.PlacementStore.Snapshot;
import dev.trellis.core.port.Twin;
import dev.trellis.core.profile.Claim;
import org.junit.jupiter.api.Test;

/** What whoever lists leads may expect of any {@link Cards}. */
abstract class CardsContract {

  private static final LocalDate DAY = LocalDate.parse("2026-03-01");

  private static final Instant TWINS = Instant.parse("2026-02-27T00:00:00Z");

  private final Ports ports = ports();
  private final Cards cards = ports.cards();
  private final Map<String, Snapshot> standing = new HashMap<>();

  /** A pool, a salesperson and the start of a name that no other test has. */
  private final String mine = Ids.random().toLowerCase().replaceAll("[^a-z0-9]", "x");

  abstract Ports ports();

  private static Card card(String lead, String name, String pool, Instant since, String owner) {
    return card(lead, name, pool, since, owner, "warm");
  }

  private static Card card(
      String lead, String name, String pool, Instant since, String owner, String heat) {
    return new Card(
        lead,
        name,
        null,
        "Example Ltd",
        "CIO",
        "mil",
        pool,
        since,
        heat,
        21,
        DAY,
        owner,
        DAY,
        "summit-talk");
  }

  private Card put(Card card) {
    save(card.lead(), Optional.of(card));
    return card;
  }

  private void save(String lead, Optional<Card> card) {
    var before = standing.getOrDefault(lead, unplaced(lead));
    var version = before.position().map(Position::version).orElse(0L);
    var position = Sample.position(card.map(Card::pool).orElse("none"), version);
    var placed = card.isPresent() ? position.in(new TreeMap<>()) : position.unlisted();
    var shown = card.map(now -> new Shown(now, new TreeMap<>()));
    assertThat(ports.placements().save(before, placed, shown, Optional.empty())).isTrue();
    standing.put(lead, new Snapshot(before.lead(), Optional.of(placed.nextVersion()), card));
  }

  private static Snapshot unplaced(String lead) {
    return new Snapshot(LeadRecord.unborn(lead), Optional.empty());
  }

  /** Of so many people, the first the newest, none of the same second. */
  private List<Card> people(int number, String pool) {
    return IntStream.range(0, number)
        .mapToObj(i -> put(card(Sample.lead(), "李雷", pool, Sample.NOON.minusSeconds(i), null)))
        .toList();
  }

  private List<Card> all(CardQuery query, int most) {
    var all = new ArrayList<Card>();
    String after = null;
    do {
      var page = cards.page(query, after, most);
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(most);
      all.addAll(page.entries());
      after = page.next();
    } while (after != null);
    return all;
  }

  @Test
  void aPoolIsReadNewestFirstPageByPage() {
    var people = people(60, mine);
    people(3, mine + "/below");

    assertThat(all(CardQuery.in(Set.of(mine)), 50)).isEqualTo(people);
    assertThat(all(CardQuery.in(Set.of(mine)), 7)).isEqualTo(people);
    assertThat(cards.page(CardQuery.in(Set.of("no such pool")), null, 50))
        .isEqualTo(new Listing.Page<Card>(List.of(), 0, null));
  }

  @Test
  void theSameListsMayBeginWithTheOldest() {
    var people =
        IntStream.range(0, 30)
            .mapToObj(i -> put(card(Sample.lead(), "李雷", mine, Sample.NOON.plusSeconds(i), mine)))
            .toList();
    for (var query : List.of(CardQuery.in(Set.of(mine)), CardQuery.of(mine))) {
      assertThat(all(query.oldestFirst(true), 7)).isEqualTo(people);
      assertThat(all(query.oldestFirst(true), 50)).isEqualTo(people);
      assertThat(all(query, 7)).isEqualTo(people.reversed());
    }
    var born = all(CardQuery.ALL.oldestFirst(true), 50);
    assertThat(born).isEqualTo(all(CardQuery.ALL, 50).reversed()).containsAll(people);
    var named = CardQuery.at("example ltd");
    assertThat(all(named.oldestFirst(true), 50))
        .as("what is in order of names has no other")
        .isEqualTo(all(named, 50));
  }

  @Test
  void severalPoolsAreReadInOneOrder() {
    var here = people(5, mine + "/a");
    var there = people(5, mine + "/b");
    var both = new ArrayList<>(here);
    both.addAll(there);
    both.sort(Comparator.comparing(Card::since).thenComparing(Card::lead).reversed());

    assertThat(all(CardQuery.in(Set.of(mine + "/a", mine + "/b")), 4)).isEqualTo(both);
  }

  @Test
  void whoStaysIsShownOnceHoweverOthersMoveMeanwhile() {
    var people = new ArrayList<>(people(40, mine));
    var first = cards.page(CardQuery.in(Set.of(mine)), null, 10);
    var now = Sample.NOON.plusSeconds(9);
    for (int i : List.of(3, 9, 10, 25)) {
      put(card(people.get(i).lead(), "李雷", mine + "/away", now, null));
    }
    var back = people.get(30);
    put(card(back.lead(), "李雷", mine, now, null));

    var seen = new ArrayList<>(first.entries());
    var after = first.next();
    while (after != null) {
      var page = cards.page(CardQuery.in(Set.of(mine)), after, 10);
      seen.addAll(page.entries());
      after = page.next();
    }
    people.remove(back);
    people.removeAll(List.of(people.get(10), people.get(25)));
    assertThat(seen).isEqualTo(people);
  }

  @Test
  void everybodyIsReadYoungestFirst() {
    var born =
        Instant.parse("2100-01-01T00:00:00Z")
            .plusSeconds(Math.floorMod(mine.hashCode(), 1_000_000_000));
    var people =
        IntStream.range(0, 30)
            .mapToObj(
                i -> put(card(Ids.newLead(born.minusMillis(i)), mine, mine, Sample.NOON, null)))
            .toList();
    assertThat(all(CardQuery.ALL, 20).stream().filter(c -> c.pool().equals(mine)))
        .isEqualTo(people);
  }

  @Test
  void aSalespersonsLeadsAreReadNewestFirst() {
    people(3, mine);
    var newest = put(card(Sample.lead(), "Ann", mine, Sample.NOON, mine));
    var older = put(card(Sample.lead(), "Bob", mine + "/b", Sample.NOON.minusSeconds(1), mine));
    assertThat(all(CardQuery.of(mine), 50)).containsExactly(newest, older);
    assertThat(all(CardQuery.of(mine), 1)).containsExactly(newest, older);
  }

  @Test
  void namesAreFoundByHowTheyBeginInAnyWriting() {
    var latin = put(card(Sample.lead(), mine + " Wéber", mine, Sample.NOON, null));
    var other = put(card(Sample.lead(), mine + " Abel", mine, Sample.NOON, null));
    put(card(Sample.lead(), null, mine, Sample.NOON, null));
    put(card(Sample.lead(), "Anna " + mine, mine, Sample.NOON, null));
    assertThat(all(CardQuery.named(mine.toUpperCase(Locale.ROOT)), 50))
        .containsExactly(other, latin);
    assertThat(all(CardQuery.named(mine + " web"), 50)).containsExactly(latin);

    var chinese = put(card(Sample.lead(), "張偉" + mine, mine, Sample.NOON, null));
    assertThat(all(CardQuery.named("张伟" + mine.substring(0, 3)), 50)).containsExactly(chinese);
    assertThat(all(CardQuery.named("張"), 50)).contains(chinese).doesNotContain(latin);
  }

  @Test
  void companiesAreFoundByHowTheyBeginAndTheirPeopleStandTogether() {
    var people =
        Stream.of(mine + "阀门有限公司", mine + "阀门有限公司", mine + " Größen GmbH")
            .map(company -> put(at(company)))
            .toList();
    assertThat(all(CardQuery.at(mine), 2)).containsExactlyInAnyOrderElementsOf(people);
    assertThat(all(CardQuery.at(mine), 2).getFirst()).isEqualTo(people.getLast());
    assertThat(all(CardQuery.at(mine + " grossen"), 9)).containsExactly(people.getLast());
  }

  private Card at(String company) {
    var tree = Json.parse(Json.write(card(Sample.lead(), "李雷", mine, Sample.NOON, null)));
    tree.put("company", company);
    return Json.read(Card.class, tree);
  }

  @Test
  void ofSeveralQuestionsOneIsReadAndThePageSaysHowFarItLooked() {
    var people = people(30, mine);
    var hot =
        people.stream()
            .filter(card -> people.indexOf(card) % 10 == 9)
            .map(card -> put(hot(card)))
            .toList();
    var query =
        new CardQuery(new TreeSet<>(Set.of(mine)), "mil", "hot", null, "summit-talk", null, null);
    assertThat(cards.page(query, null, 2))
        .satisfies(page -> {
          assertThat(page.entries()).isEqualTo(hot.subList(0, 2));
          assertThat(page.looked()).isEqualTo(20);
          assertThat(cards.page(query, page.next(), 2).entries()).isEqualTo(hot.subList(2, 3));
        });
    assertThat(all(query, 50)).isEqualTo(hot);
  }

  @Test
  void whatNoIndexAnswersIsAskedOfTheCards() {
    var people = people(4, mine);
    var graded = put(also(people.get(1), "A1", DAY));
    var silent = put(also(people.get(2), "B2", null));

    assertThat(with(new Traits(null, "A1", null, null, null))).containsExactly(graded);
    assertThat(with(new Traits(null, null, DAY, null, null)))
        .containsExactly(people.get(0), graded, people.get(3));
    assertThat(with(new Traits(null, null, DAY.plusDays(1), null, null))).isEmpty();
    assertThat(with(new Traits(null, null, null, DAY, null))).containsExactly(silent);
    assertThat(with(new Traits(null, null, null, DAY.plusDays(1), null))).hasSize(4);
    assertThat(with(new Traits("need:analytics", null, null, null, null))).isEmpty();

    var agreed = put(called(people.get(3), DAY));
    assertThat(with(new Traits(null, null, null, null, DAY))).containsExactly(agreed);
    assertThat(with(new Traits(null, null, null, null, DAY.minusDays(1)))).isEmpty();
  }

  private List<Card> with(Traits traits) {
    var pool = new TreeSet<>(Set.of(mine));
    return all(new CardQuery(pool, null, null, null, null, null, null, traits), 50);
  }

  private static Card called(Card card, LocalDate again) {
    var tree = Json.parse(Json.write(card));
    tree.put("callback", again.toString());
    return Json.read(Card.class, tree);
  }

  private static Card also(Card card, String grade, LocalDate touch) {
    var tree = Json.parse(Json.write(card));
    tree.put("grade", grade);
    tree.put("lastTouch", touch == null ? null : touch.toString());
    return Json.read(Card.class, tree);
  }

  private static Card hot(Card c) {
    return card(c.lead(), c.name(), c.pool(), c.since(), c.owner(), "hot");
  }

  @Test
  void aPageLooksNoFurtherThanItSays() {
    var owned =
        IntStream.range(0, Listing.MOST_LOOKED + 20)
            .mapToObj(i -> card(Sample.lead(), "李雷", mine, Sample.NOON.minusSeconds(i), mine))
            .toList();
    owned.forEach(this::put);
    var oldest = owned.getLast();
    put(hot(oldest));
    var query = new CardQuery(new TreeSet<>(), null, "hot", mine, null, null, null);

    var page = cards.page(query, null, 50);
    assertThat(page.entries()).isEmpty();
    assertThat(page.looked()).isEqualTo(Listing.MOST_LOOKED);
    assertThat(cards.page(query, page.next(), 50).entries()).containsExactly(hot(oldest));
  }

  @Test
  void whoIsTakenOutOrErasedIsInNoList() {
    var absorbed = put(card(Sample.lead(), mine, mine, Sample.NOON, mine));
    var erased = put(card(Sample.lead(), mine, mine, Sample.NOON, mine));
    assertThat(cards.of(List.of(absorbed.lead(), erased.lead(), Sample.lead())))
        .containsExactlyInAnyOrder(absorbed, erased);

    save(absorbed.lead(), Optional.empty());
    ports.items().clear(erased.lead());

    assertThat(cards.of(List.of(absorbed.lead(), erased.lead()))).isEmpty();
    for (var query :
        List.of(CardQuery.of(mine), CardQuery.named(mine), CardQuery.in(Set.of(mine)))) {
      assertThat(all(query, 50)).isEmpty();
    }
    assertThat(all(CardQuery.ALL, 50)).doesNotContain(absorbed, erased);
  }

  private LeadRecord claimant(String other, int minute) {
    var lead = LeadRecord.unborn(Sample.lead());
    var name = Identity.parse("phone:+8613800138000");
    var event =
        LeadEvent.about(
            lead.lead(),
            Ids.random(),
            TWINS.plus(Duration.ofMinutes(minute)),
            Channel.SYSTEM,
            new NameClaimed(other, name));
    var told = lead.withProfile(lead.profile().with(event));
    assertThat(ports.leads().append(new Append(event, told, List.of(), Map.of(), List.of())))
        .isEqualTo(AppendResult.APPENDED);
    return told.atVersion(1);
  }

  private void write(LeadRecord lead) {
    var event =
        LeadEvent.about(
            lead.lead(),
            Ids.random(),
            TWINS,
            Channel.SYSTEM,
            new ContentRead("x", 1, 0, null, null, null));
    assertThat(ports.leads().append(new Append(event, lead, List.of(), Map.of(), List.of())))
        .isEqualTo(AppendResult.APPENDED);
  }

  private List<String> twins(Collection<LeadRecord> mine) {
    var all = new ArrayList<String>();
    var ids = mine.stream().map(LeadRecord::lead).toList();
    String after = null;
    do {
      var page = cards.twins(after, 3);
      page.entries().stream().map(Twin::lead).filter(ids::contains).forEach(all::add);
      after = page.next();
    } while (after != null);
    return all;
  }

  @Test
  void whoMayBeTheSameAsAnotherIsListedNewestFirstUntilSomebodyDecides() {
    var leads = IntStream.range(0, 8).mapToObj(i -> claimant("other-" + i, i)).toList();
    var newestFirst = leads.stream().map(LeadRecord::lead).toList().reversed();
    assertThat(twins(leads)).isEqualTo(newestFirst);

    write(leads.get(1));
    assertThat(twins(leads)).isEqualTo(newestFirst);

    write(leads.get(0).apartFrom("other-0"));
    write(leads.get(2).withAbsorbed(List.of("other-2")));
    var survivor = LeadRecord.unborn(Sample.lead());
    write(leads.get(3).absorbedBy(survivor));
    ports.items().bury(leads.get(4).erased(Sample.NOON));
    assertThat(twins(leads))
        .isEqualTo(Stream.of(7, 6, 5, 1).map(i -> leads.get(i).lead()).toList());
  }

  @Test
  void aTwinSaysWhyAndHowManyOthersThereAre() {
    var first = claimant("other-a", 1);
    var name = Identity.parse("phone:+8613800138000");
    var at = TWINS.plusSeconds(3_000);
    var again =
        LeadEvent.about(first.lead(), "later", at, Channel.SYSTEM, new NameClaimed("b", name));
    write(first.withProfile(first.profile().with(again)));

    assertThat(cards.twins(null, 50).entries())
        .contains(new Twin(first.lead(), null, new Claim(at, "later", name, "b"), 1));
  }

  @Test
  void whatIsNoEndOfAPageIsRefused() {
    assertThatThrownBy(() -> cards.page(CardQuery.ALL, "***", 50))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
