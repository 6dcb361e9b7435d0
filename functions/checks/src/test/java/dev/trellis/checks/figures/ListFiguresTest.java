package dev.trellis.checks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import dev.trellis.aws.SideBySide;
import dev.trellis.aws.dynamodb.DynamoDbAccountStore;
import dev.trellis.aws.dynamodb.DynamoDbCards;
import dev.trellis.aws.dynamodb.DynamoDbEnrollmentStore;
import dev.trellis.aws.dynamodb.DynamoDbFlows;
import dev.trellis.aws.dynamodb.DynamoDbLeadFiles;
import dev.trellis.aws.dynamodb.DynamoDbLeadStore;
import dev.trellis.aws.dynamodb.DynamoDbMembers;
import dev.trellis.aws.dynamodb.DynamoDbPlacementStore;
import dev.trellis.console.view.LeadSearch;
import dev.trellis.console.view.TwinsView;
import dev.trellis.core.account.Affiliation;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.NameClaimed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Flow;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.Membership;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.CardQuery;
import dev.trellis.core.port.Cards;
import dev.trellis.core.port.Flows;
import dev.trellis.core.port.LeadFiles;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.PlacementStore.Shown;
import dev.trellis.core.port.PlacementStore.Snapshot;
import dev.trellis.core.profile.Workplace;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.local.template.Surroundings;
import dev.trellis.local.template.TemplateReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a page of leads or companies costs, among few and among many of them. */
class ListFiguresTest {

  /** {@code -Dlists.leads=100000} measures among as many as that. */
  private static final int MANY = Integer.getInteger("lists.leads", 1_000);

  private static final int FEW = 100;
  private static final int MOST_CALLS = 10;
  private static final double MOST_UNITS = 40;
  private static final Instant NOON = Instant.parse("2026-10-22T04:00:00Z");
  private static final List<String> MIL = List.of("mil", "mil/high", "mil/low", "mil/mid");

  /** As few as the hot ones: whoever asks for them looks through as many as a page may cost. */
  private static final CardQuery B2 =
      new CardQuery(
          new TreeSet<>(),
          null,
          null,
          null,
          null,
          null,
          null,
          new CardQuery.Traits("need:analytics", "B2", LocalDate.EPOCH, null, null));

  private static final Map<String, CardQuery> LISTS =
      new TreeMap<>(
          Map.of(
              "everybody", CardQuery.ALL,
              "one pool", CardQuery.in(List.of("mil/high")),
              "a pool with those in it", CardQuery.in(MIL),
              "one salesperson", CardQuery.of("li.lei"),
              "a company", CardQuery.at("苏州"),
              "a surname", CardQuery.named("王"),
              "the hot ones of a pool", hot(new TreeSet<>(MIL), null),
              "the hot ones of everybody", hot(new TreeSet<>(), null),
              "the hot ones of a surname", hot(new TreeSet<>(), "王"),
              "a grade and a tag of everybody", B2));

  private static final Identity PHONE = Identity.parse("phone:+8613800138000");
  private static final IdentityKeys KEYS =
      new IdentityKeys(KeyRing.of("a secret of thirty-two characters"));
  private static final String GROUP = "finance-shanghai";
  private static final String BUSY = Ids.newLead(NOON, "busy");

  /** {@code -Dlists.events=5000} looks at a lead with as many. */
  private static final int EVENTS = Integer.getInteger("lists.events", 500);

  private static Map<String, Usage> few;
  private static Map<String, Usage> many;
  private static DynamoDbServer server;
  private static String leads;
  private static String accounts;

  private static final Map<String, Optional<String>> COMPANIES =
      new TreeMap<>(
          Map.of(
              "companies", Optional.empty(),
              "companies of a city", Optional.of("苏州"),
              "a company by its domain", Optional.of("company-77.example")));

  private static CardQuery hot(SortedSet<String> pools, String name) {
    return new CardQuery(pools, null, "hot", null, null, name, null);
  }

  @BeforeAll
  static void measure() throws Exception {
    var parameters =
        Map.of(
            "Stage", "dev",
            "PublicUrl", "https://trellis.example",
            "CrmUrl", "https://crm.example",
            "SenderDomain", "trellis.example");
    var template =
        new TemplateReader(new Surroundings("http://localhost", parameters, Optional.empty()))
            .read(Path.of("../../infra/template.yaml"));
    server =
        DynamoDbServer.start(
            List.of(template.table("LeadsTable"), template.table("AccountsTable")));
    leads = template.table("LeadsTable").name();
    accounts = template.table("AccountsTable").name();
    flow();
    write(0, FEW);
    happen(0, FEW);
    few = pages();
    write(FEW, MANY);
    happen(FEW, EVENTS);
    many = pages();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static void write(int from, int to) {
    var placements = new DynamoDbPlacementStore(server.client(), leads);
    SideBySide.ask(
        IntStream.range(from, to).boxed().toList(),
        number -> {
          var card = card(number);
          claim(card.lead(), number);
          come(number);
          var placement = new Placement(card.stage(), card.pool(), List.of(), List.of(), null);
          var in = number % 2 == 0 ? Map.of(GROUP, card.since()) : Map.<String, Instant>of();
          var position = Position.of(placement, new TreeMap<>(), 0).in(new TreeMap<>(in));
          var unplaced = new Snapshot(LeadRecord.unborn(card.lead()), Optional.empty());
          var memberships = new TreeMap<String, Membership>();
          in.forEach((group, since) -> memberships.put(group, member(since)));
          var shown = Optional.of(new Shown(card, memberships));
          while (!placements.save(unplaced, position, shown, Optional.empty())) {
            Thread.onSpinWait(); // somebody else was counted in the same place
          }
          wait(card.lead(), number);
          return file(card.lead(), number);
        });
  }

  // A thousand at one step are more than a page of any of them.
  private static void wait(String lead, int number) {
    if (number < 1_000) {
      var since = NOON.plusSeconds(number);
      var enrollment = Enrollment.begun("journey-1", 1, "visit", NOON, since, "step-1");
      new DynamoDbEnrollmentStore(server.client(), leads).save(lead, enrollment);
    }
  }

  // Twenty journeys of forty steps.
  private static void flow() {
    var flows = new TreeMap<String, Flow>();
    for (int journey = 0; journey < 20; journey++) {
      var flow = Flow.NONE;
      for (int step = 0; step < 40; step++) {
        flow = flow.plus(Flow.at(Enrollment.begun("j", 1, "v", NOON, NOON, "step-" + step)));
      }
      flows.put("journey-" + journey, flow);
    }
    new DynamoDbFlows(server.client(), leads).add(flows);
  }

  private static void happen(int from, int to) {
    var store = new DynamoDbLeadStore(server.client(), leads, "none", KEYS);
    for (int number = from; number < to; number++) {
      var read = store.find(BUSY).orElseGet(() -> LeadRecord.unborn(BUSY));
      var at = NOON.plusSeconds(number * 60L);
      var happening =
          number % 50 == 0
              ? new Happening.CallRecorded("ann", "reached", new TreeMap<>(Map.of("budget", "yes")))
              : new Happening.ContentRead(
                  "summit-deck", number % 7, 60, "a-send-of-a-mail-" + number);
      var event = LeadEvent.about(BUSY, Ids.random(), at, Channel.WEB, happening);
      var now = read.withProfile(read.profile().with(event));
      assertThat(store.append(new LeadStore.Append(event, now, List.of(), Map.of())))
          .isEqualTo(LeadStore.AppendResult.APPENDED);
    }
  }

  // Each was told of one who is not on the same page: as dear as it can be.
  private static void claim(String lead, int number) {
    int half = number < FEW ? FEW / 2 : (MANY - FEW) / 2;
    int start = number < FEW ? 0 : FEW;
    int other = start + (number - start + half) % (2 * half);
    var claim = new NameClaimed(card(other).lead(), PHONE);
    var event =
        LeadEvent.about(lead, "claim-" + number, NOON.plusSeconds(number), Channel.SYSTEM, claim);
    var unborn = LeadRecord.unborn(lead);
    var told = unborn.withProfile(unborn.profile().with(event));
    new DynamoDbLeadStore(server.client(), leads, "none", KEYS)
        .append(new Append(event, told, List.of(), Map.of(), List.of()));
  }

  // By one of forty ways on one of thirty days.
  private static void come(int number) {
    var at = NOON.minus(Duration.ofDays(number % 30));
    var lead = LeadRecord.unborn(Ids.newLead(at, "way-" + number));
    var click = new CtaFollowed("call-to-action-" + number % 40, "site", null, null);
    var event = LeadEvent.about(lead.lead(), "way-" + number, at, Channel.WEB, click);
    var came = lead.withProfile(lead.profile().with(event));
    var store = new DynamoDbLeadStore(server.client(), leads, "none", KEYS);
    while (store.append(new Append(event, came, List.of(), Map.of(), List.of()))
        == AppendResult.CONFLICT) {
      Thread.onSpinWait(); // somebody else was counted in the same place
    }
  }

  private static Membership member(Instant since) {
    var because = Condition.parse("consent is yes and (email known) and need in analytics|crm");
    var met = Map.of("consent", "yes", "email", "person@example.com", "need", "analytics");
    return new Membership(GROUP, since, because, new TreeMap<>(met));
  }

  private static boolean file(String lead, int number) {
    var city = number % 2 == 0 ? "苏州" : "合肥";
    var workplace =
        new Workplace(
            Optional.of("%s示例%d精密阀门有限公司".formatted(city, number)),
            Optional.of("%s·示例%d精密阀门".formatted(city, number)),
            Optional.of("company-%d.example".formatted(number)),
            true,
            Optional.of("市场总监"),
            Optional.empty(),
            Optional.of(NOON));
    var none = Affiliation.none(lead);
    return new DynamoDbAccountStore(server.client(), accounts)
        .save(none, none.following(workplace, Optional.empty(), 1, NOON));
  }

  private static Card card(int number) {
    var random = new Random(number);
    return new Card(
        Ids.newLead(NOON.plusSeconds(number), "birth-" + number),
        number % 3 == 0 ? "王小芳" + number : "Jonas Weber " + number,
        "person-%06d@example.com".formatted(number),
        "苏州示例精密阀门有限公司",
        "市场总监",
        "mil",
        MIL.get(1 + random.nextInt(3)),
        NOON.minusSeconds(random.nextInt(1_000_000)),
        number % 200 == 0 ? "hot" : "cold",
        random.nextInt(60),
        LocalDate.EPOCH,
        number % 2 == 0 ? "li.lei" : null,
        LocalDate.EPOCH,
        "summit-talk",
        number % 200 == 0 ? "B2" : "C3",
        "abcd".repeat(12),
        null);
  }

  private static String table() {
    var lines =
        new StringBuilder(
            "A page of 50 leads or companies, of the first two the dearer: among %,d | %,d\n"
                .formatted(FEW, MANY));
    lines.append("  goal: 10 calls and 40 RRU, however many there are\n");
    lines.append("%-40s %6s %5s | %6s %5s\n".formatted("", "calls", "RRU", "calls", "RRU"));
    few.forEach((list, usage) ->
        lines.append(
            "%-40s %6d %5.1f | %6d %5.1f\n"
                .formatted(
                    list,
                    usage.callsInAll(),
                    usage.readUnits(),
                    many.get(list).callsInAll(),
                    many.get(list).readUnits())));
    return lines.toString();
  }

  @Test
  void everyPageIsAsPinned() throws IOException {
    System.out.println(table());
    assumeTrue(MANY == 1_000, "pinned for 1,000 leads");
    assertThat(FiguresTest.pinned()).contains("\n" + table());
  }

  private static Map<String, Usage> pages() throws Exception {
    var cards = new DynamoDbCards(server.client(), leads);
    var companies = new DynamoDbAccountStore(server.client(), accounts);
    var used = new TreeMap<String, Usage>();
    for (var list : LISTS.entrySet()) {
      used.put(list.getKey(), dearest(after -> cards.page(list.getValue(), after, Cards.PAGE)));
    }
    companies.companies(null, null, Cards.PAGE);
    for (var list : COMPANIES.entrySet()) {
      var prefix = list.getValue().orElse(null);
      used.put(list.getKey(), dearest(after -> companies.companies(prefix, after, Cards.PAGE)));
    }
    var members = new DynamoDbMembers(server.client(), leads);
    used.put("who may be the same", twins(cards));
    used.put("a group", used(() -> members.page(GROUP, null, Cards.PAGE)));
    var flows = new DynamoDbFlows(server.client(), leads);
    used.put("journeys with the figures of steps", used(flows::all));
    used.put("25 who wait at a step", used(() -> waiting(flows, cards)));
    used.put("owners of a group", used(() -> members.page(GROUP, null, Listing.MOST_LOOKED)));
    used.put("a grade of a group", used(() -> members.page(GROUP, grade("B2"), null, Cards.PAGE)));
    used.put("how many are where", used(members::counts));
    var files = new DynamoDbLeadFiles(server.client(), leads);
    used.put("one lead with " + FEW + " | " + EVENTS + " events", used(() -> files.look(BUSY)));
    used.put("one lead, a page of its timeline", timeline(files, _ -> true));
    used.put(
        "one lead, a page of its calls", timeline(files, e -> e.kind().equals("CallRecorded")));
    var first = LocalDate.ofInstant(NOON, ZoneOffset.UTC).minusDays(29);
    used.put("how many came by each way", used(() -> members.ways(first)));
    return used;
  }

  private static Usage timeline(LeadFiles files, Predicate<LeadEvent> wanted) throws Exception {
    var first = files.log(files.person(BUSY).orElseThrow(), wanted, null, Cards.PAGE).next();
    return used(() -> files.log(files.person(BUSY).orElseThrow(), wanted, first, Cards.PAGE));
  }

  private static List<Card> waiting(DynamoDbFlows flows, DynamoDbCards cards) {
    var page = flows.waiting("journey-1", "step-1", null, 25).entries();
    return cards.of(page.stream().map(Flows.Waiting::lead).toList());
  }

  private static CardQuery grade(String grade) {
    return new CardQuery(
        new TreeSet<>(),
        null,
        null,
        null,
        null,
        null,
        null,
        new CardQuery.Traits(null, grade, null, null, null));
  }

  private static Usage twins(Cards cards) throws Exception {
    var people = new DynamoDbLeadStore(server.client(), leads, "none", KEYS);
    var view = new TwinsView(new LeadSearch(cards, null, people, null, null));
    var meter = new Meter();
    var found = new AtomicReference<TwinsView.Page>();
    meter.during(() -> {
      found.set(view.page(null));
      return null;
    });
    assertThat(found.get().pairs()).hasSize(Cards.PAGE).allMatch(pair -> pair.otherName() != null);
    return meter.usage(0, 0);
  }

  /** The dearer of the first two pages. */
  private static Usage dearest(Function<String, Listing.Page<?>> list) throws Exception {
    Usage dearest = null;
    String after = null;
    for (int page = 0; page < 2 && (page == 0 || after != null); page++) {
      var start = after;
      var found = new AtomicReference<Listing.Page<?>>();
      var usage =
          used(() -> {
            found.set(list.apply(start));
            return null;
          });
      after = found.get().next();
      dearest = dearest == null || usage.readUnits() > dearest.readUnits() ? usage : dearest;
    }
    return dearest;
  }

  private static Usage used(Callable<?> reads) throws Exception {
    var meter = new Meter();
    meter.during(reads);
    return meter.usage(0, 0);
  }

  @Test
  void aPageIsAHandfulOfReadsHoweverManyLeadsThereAre() {
    for (var list : many.keySet()) {
      for (var usage : List.of(few.get(list), many.get(list))) {
        assertThat(usage.callsInAll()).as(list).isLessThanOrEqualTo(MOST_CALLS);
        assertThat(usage.readUnits()).as(list).isLessThanOrEqualTo(MOST_UNITS);
      }
    }
  }

  @Test
  void aFullPageCostsNoMoreAmongTenTimesAsMany() {
    for (var list :
        List.of("everybody", "one salesperson", "a surname", "companies", "companies of a city")) {
      assertThat(many.get(list).callsInAll())
          .as(list)
          .isLessThanOrEqualTo(few.get(list).callsInAll() + 1);
      assertThat(many.get(list).readUnits())
          .as(list)
          .isLessThanOrEqualTo(few.get(list).readUnits() * 1.5);
    }
  }

  @Test
  void exactlyTheseLeadsAreOneRead() throws Exception {
    var meter = new Meter();
    var ids = IntStream.range(0, 50).mapToObj(number -> card(number).lead()).toList();
    var found = new AtomicReference<List<Card>>();
    meter.during(() -> {
      found.set(new DynamoDbCards(server.client(), leads).of(ids));
      return null;
    });
    assertThat(found.get()).hasSize(50);
    assertThat(meter.usage(0, 0).callsInAll()).isEqualTo(1);
  }
}
