package dev.trellis.checks.figures;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.aws.SideBySide;
import dev.trellis.aws.dynamodb.DynamoDbEnrollmentStore;
import dev.trellis.aws.dynamodb.DynamoDbLeadStore;
import dev.trellis.aws.dynamodb.DynamoDbPlacementStore;
import dev.trellis.aws.dynamodb.DynamoDbSteering;
import dev.trellis.aws.dynamodb.DynamoDbSweeps;
import dev.trellis.aws.dynamodb.DynamoDbTimers;
import dev.trellis.aws.sqs.SqsBacklog;
import dev.trellis.aws.sqs.SqsQueue;
import dev.trellis.checks.ports.Emulators;
import dev.trellis.checks.story.ChangedPlaybook;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.Grouping;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.sweep.Rollout;
import dev.trellis.core.port.sweep.Rollout.Phase;
import dev.trellis.core.port.sweep.Rollouts;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.local.template.Surroundings;
import dev.trellis.local.template.TemplateReader;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.playbook.PlaybookReader;
import dev.trellis.pools.PlaceLead;
import dev.trellis.pools.ReachEverybody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;

/**
 * A changed playbook reaches everybody while things happen to them, and whatever works on it is
 * killed now and then: nothing is lost, everybody stands where a fresh look puts them, and what
 * happens waits behind no more of the sweep than a minute of it and a page.
 */
class SweepUnderTrafficTest {

  /** {@code -Dsweep.leads=100000 -Dsweep.events=1000} is the full size. */
  private static final int LEADS = Integer.getInteger("sweep.leads", 100);

  private static final int EVENTS = Integer.getInteger("sweep.events", 60);

  /**
   * Each minute is as long as it takes. What happens may wait for one of them: it is as much as a
   * small machine places in some seconds, as the playbook's pace is below what AWS places.
   */
  private static final int PER_MINUTE = Math.clamp(LEADS / 10, 10, 1_000);

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOON);
  private static final int HIDDEN_SECONDS = 1;

  /** With two batches at once, which the default of {@code EventConcurrency} is. */
  private static final int AT_ONCE = 2;

  @TempDir private Path folder;

  private DynamoDbServer server;
  private String leadsTable;
  private String timersTable;
  private LeadStore leads;
  private Playbook before;
  private Playbook after;
  private String queue;

  private final Random random = new Random(7);
  private final Map<String, Integer> happened = new ConcurrentHashMap<>();
  private final Map<String, Live> live = new ConcurrentHashMap<>();
  private final AtomicInteger swept = new AtomicInteger();
  private final AtomicInteger deaths = new AtomicInteger();
  private final AtomicInteger largestPage = new AtomicInteger();
  private final AtomicBoolean isOver = new AtomicBoolean();

  /** Something that happened: when it was told, and how much of the sweep was placed until then. */
  private static final class Live {
    private final long sentAt = System.nanoTime();
    private final int sweptBefore;
    private final AtomicLong waited = new AtomicLong(-1);
    private final AtomicInteger behind = new AtomicInteger();

    Live(int sweptBefore) {
      this.sweptBefore = sweptBefore;
    }

    void taken(int sweptSoFar) {
      if (waited.compareAndSet(-1, System.nanoTime() - sentAt)) {
        behind.set(sweptSoFar - sweptBefore);
      }
    }
  }

  @BeforeEach
  void everybodyIsPlacedByTheFormerPlaybook() throws Exception {
    var parameters =
        Map.of("Stage", "dev", "PublicUrl", "x", "CrmUrl", "x", "SenderDomain", "trellis.example");
    var template =
        new TemplateReader(new Surroundings("http://localhost", parameters, Optional.empty()))
            .read(Path.of("../../infra/template.yaml"));
    var tables =
        Stream.of("LeadsTable", "TimersTable", "IdentitiesTable").map(template::table).toList();
    server = DynamoDbServer.start(tables);
    leadsTable = tables.get(0).name();
    timersTable = tables.get(1).name();
    leads =
        new DynamoDbLeadStore(
            server.client(),
            leadsTable,
            tables.get(2).name(),
            new IdentityKeys(KeyRing.of("a secret of thirty-two characters")));
    queue =
        Emulators.sqs()
            .createQueue(q ->
                q.queueName("sweep-" + System.nanoTime())
                    .attributesWithStrings(
                        Map.of("VisibilityTimeout", Integer.toString(HIDDEN_SECONDS))))
            .queueUrl();
    before = PlaybookReader.read(Path.of("../../infra/playbook"));
    after =
        PlaybookReader.read(
            ChangedPlaybook.in(
                folder,
                Map.of(
                    "pools.yaml",
                    text ->
                        text.replace(
                            "when: { need: { known: true } }",
                            "when: { any: [{ need: { known: true } }, { industry: { known: true } }] }"),
                    "playbook.yaml",
                    text ->
                        text.replaceAll(
                            "sweep: .*",
                            "sweep: { limit: %d, perMinute: %d }"
                                .formatted(LEADS / 10 + 1, PER_MINUTE)))));
    var place = placing(before);
    SideBySide.ask(
        IntStream.range(0, LEADS).boxed().toList(),
        i -> {
          happens(lead(i), i % 3 == 0 ? Map.of() : Map.of("industry", "finance"), "birth-" + i);
          return place.place(lead(i), false);
        });
    happened.clear();
  }

  @AfterEach
  void stop() throws IOException {
    isOver.set(true);
    server.close();
  }

  @Test
  void nothingIsLostAndNobodyWaitsLong() throws Exception {
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    var workers = new ArrayList<Future<?>>();
    for (int i = 0; i < AT_ONCE; i++) {
      var own = new Random(i);
      workers.add(executor.submit(() -> work(own)));
    }
    traffic("calm", EVENTS / 3);
    awaitAll();
    var without = longest();
    live.clear();

    var began = System.nanoTime();
    var counted = executor.submit(() -> traffic("counted", EVENTS / 3));
    var placed = new AtomicReference<Future<?>>(counted);
    var rollout =
        sweepThroughDeaths(() -> {
          counted.get();
          return placed.getAndSet(
              executor.submit(() -> traffic("placed", EVENTS - 2 * (EVENTS / 3))));
        });
    placed.get().get();
    awaitAll();
    awaitEmpty();
    var perLead = Duration.ofNanos(System.nanoTime() - began).dividedBy(LEADS);
    isOver.set(true);
    for (var worker : workers) {
      worker.get();
    }
    executor.close();

    var with = longest();
    var behind = live.values().stream().mapToInt(l -> l.behind.get()).max().orElse(0);
    System.out.printf(
        "%,d leads swept, %d ms each, %,d events: the longest waited %d ms without and %d ms with,"
            + " behind %d of the sweep; %d deaths%n",
        LEADS,
        perLead.toMillis(),
        EVENTS,
        without.toMillis(),
        with.toMillis(),
        behind,
        deaths.get());

    assertThat(rollout.leads()).isEqualTo(LEADS);
    assertThat(rollout.forecast().leads()).isEqualTo(LEADS);
    // What happened meanwhile moved some before they were counted, or taught us what they need.
    assertThat(rollout.forecast().changed()).isBetween(LEADS * 2 / 3 - EVENTS, LEADS);
    assertThat(deaths.get()).isGreaterThan(5);
    assertThat(happened.values().stream().mapToInt(i -> i).sum()).isEqualTo(EVENTS);
    var most = PER_MINUTE + largestPage.get() + 10 * AT_ONCE;
    assertThat(behind).isLessThanOrEqualTo(most);
    // As long as these take on this machine, which may be busier at one time than at another.
    assertThat(with).isLessThan(without.plusSeconds(15).plus(perLead.multipliedBy(2L * most)));
    everybodyStandsWhereAFreshLookPutsThem();
  }

  private void everybodyStandsWhereAFreshLookPutsThem() {
    var lifecycle = new Lifecycle(after);
    var groups = new Grouping(after.audiences().all());
    var placements = new DynamoDbPlacementStore(server.client(), leadsTable);
    for (int i = 0; i < LEADS; i++) {
      var found = placements.load(lead(i)).orElseThrow();
      var record = found.lead();
      assertThat(record.version()).as("events").isEqualTo(1L + happened.getOrDefault(lead(i), 0));
      var portrait = Portrait.of(record.lead(), record.profile(), after, NOON);
      var placed = lifecycle.place(portrait);
      var fresh = groups.reviewAt(portrait, placed).map(placed::reviewedBy).orElse(placed);
      var position = found.position().orElseThrow();
      assertThat(position.placement()).as(lead(i)).isEqualTo(fresh);
      assertThat(position.groups().keySet())
          .isEqualTo(groups.of(portrait, placed, Optional.empty(), List.of()).keySet());
      assertThat(found.card()).contains(Card.of(portrait, position));
    }
  }

  /** Counts, gets a yes, places; killed before and after what it sends and remembers. */
  private Rollout sweepThroughDeaths(Callable<?> approved) throws Exception {
    var rollouts = new DynamoDbSteering(server.client(), timersTable);
    var sqs = new SqsQueue<ProfileUpdated>(Emulators.sqs(), queue);
    MessageQueue<ProfileUpdated> mortal =
        page -> {
          largestPage.accumulateAndGet(page.size(), Math::max);
          sqs.send(page.subList(0, page.size() / 2));
          dieSometimes();
          sqs.send(page.subList(page.size() / 2, page.size()));
          dieSometimes();
        };
    var everybody =
        new ReachEverybody(
            () -> "changed",
            after,
            () -> after.audiences().all(),
            new MortalRollouts(rollouts),
            new DynamoDbSweeps(server.client(), leadsTable, timersTable),
            new DynamoDbEnrollmentStore(server.client(), leadsTable),
            new SqsBacklog(Emulators.sqs(), queue),
            mortal,
            CLOCK);
    while (true) {
      try {
        var minute = everybody.minute();
        while (minute.step().isPresent()) {
          // goes on
        }
      } catch (DeathException killed) {
        deaths.incrementAndGet();
      }
      var now = rollouts.last().orElseThrow();
      if (now.phase() == Phase.WAITING) {
        assertThat(swept.get()).isZero();
        assertThat(rollouts.save(now.approved("mei", NOON))).isTrue();
        approved.call();
      } else if (now.phase() == Phase.DONE) {
        return now;
      }
      Thread.sleep(20);
    }
  }

  private void dieSometimes() {
    if (random.nextInt(25) == 0) {
      throw new DeathException();
    }
  }

  private static final class DeathException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final class MortalRollouts implements Rollouts {

    private final Rollouts store;

    MortalRollouts(Rollouts store) {
      this.store = store;
    }

    @Override
    public Optional<Rollout> last() {
      return store.last();
    }

    @Override
    public boolean save(Rollout rollout) {
      dieSometimes();
      var isSaved = store.save(rollout);
      dieSometimes();
      return isSaved;
    }
  }

  private Void work(Random own) {
    var place = placing(after);
    while (!isOver.get()) {
      var messages =
          Emulators.sqs()
              .receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(1))
              .messages();
      for (var message : messages) {
        work(message, place, own);
      }
    }
    return null;
  }

  // Who dies has placed, and the message comes again.
  private void work(Message message, PlaceLead place, Random own) {
    var update = Json.read(ProfileUpdated.class, message.body());
    place.place(update.lead(), update.sweep() != null);
    if (update.sweep() == null) {
      live.get(update.event()).taken(swept.get());
    } else {
      swept.incrementAndGet();
    }
    if (own.nextInt(50) == 0) {
      deaths.incrementAndGet();
    } else {
      delete(message);
    }
  }

  // Whoever took too long on a busy machine has it delivered again, as SQS would.
  private void delete(Message message) {
    try {
      Emulators.sqs().deleteMessage(d -> d.queueUrl(queue).receiptHandle(message.receiptHandle()));
    } catch (ReceiptHandleIsInvalidException e) {
      deaths.incrementAndGet();
    }
  }

  private Void traffic(String when, int events) throws InterruptedException {
    var updates = new SqsQueue<ProfileUpdated>(Emulators.sqs(), queue);
    var own = new Random(when.hashCode());
    for (int i = 0; i < events; i++) {
      var lead = lead(own.nextInt(LEADS));
      var id = when + "-" + i;
      happens(lead, Map.of("need", "lead-scoring"), id);
      happened.merge(lead, 1, Integer::sum);
      live.put(id, new Live(swept.get()));
      updates.send(new ProfileUpdated(lead, 0, id, NOON));
      Thread.sleep(own.nextInt(20));
    }
    return null;
  }

  private void happens(String lead, Map<String, String> answers, String id) {
    var names =
        new TreeSet<>(
            Set.of(
                new Identity(IdentityType.PHONE, "+861380000" + lead.substring(1)),
                new Identity(
                    IdentityType.EMAIL, lead.toLowerCase(Locale.ROOT) + "@reader.example")));
    var event =
        new LeadEvent(
            LeadEvent.VERSION,
            id,
            NOON,
            Channel.WEB,
            lead,
            names,
            false,
            Origin.NONE,
            new FormSubmitted("summit-deck", new TreeMap<>(answers), true, "en", null));
    var record = leads.find(lead).orElseGet(() -> LeadRecord.unborn(lead));
    var appended = record.withProfile(record.profile().with(event));
    assertThat(leads.append(new Append(event, appended, List.of(), Map.of())))
        .isEqualTo(LeadStore.AppendResult.APPENDED);
  }

  private PlaceLead placing(Playbook playbook) {
    return new PlaceLead(
        new DynamoDbPlacementStore(server.client(), leadsTable),
        new DynamoDbTimers(server.client(), timersTable),
        new InMemoryQueue<>(),
        playbook,
        CLOCK);
  }

  private void awaitAll() throws InterruptedException {
    while (live.values().stream().anyMatch(l -> l.waited.get() < 0)) {
      Thread.sleep(10);
    }
  }

  private void awaitEmpty() throws InterruptedException {
    var backlog = new SqsBacklog(Emulators.sqs(), queue);
    while (backlog.messages() > 0) {
      Thread.sleep(100);
    }
  }

  private Duration longest() {
    return Duration.ofNanos(live.values().stream().mapToLong(l -> l.waited.get()).max().orElse(0));
  }

  private static String lead(int i) {
    return "L%06d".formatted(i);
  }
}
