package dev.trellis.pools;

import static dev.trellis.core.port.sweep.Rollout.Phase.DONE;
import static dev.trellis.core.port.sweep.Rollout.Phase.PLACING;
import static dev.trellis.core.port.sweep.Rollout.Phase.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.forecast.Forecast;
import dev.trellis.core.journey.Enrolling;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.sweep.Rollout;
import dev.trellis.core.port.sweep.Sweeps;
import dev.trellis.memory.InMemoryEnrollmentStore;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.memory.InMemorySweeps;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachEverybodyTest {

  private static final int LEADS = 45;

  @TempDir private Path folder;

  private final World world = new World();
  private final InMemoryQueue<ProfileUpdated> updates = new InMemoryQueue<>();
  private int waiting;

  /** A third knows its industry, a third its need; nobody knows the rest. */
  @BeforeEach
  void everybodyIsPlaced() {
    for (int i = 0; i < LEADS; i++) {
      var answers = List.of(Map.of("industry", "finance"), Map.of("need", "lead-scoring"));
      world.submits(
          lead(i),
          true,
          i % 3 == 2 ? Map.of() : answers.get(i % 3),
          "phone:+8613800138%03d".formatted(i),
          "email:p%d@reader.example".formatted(i));
      world.placing().place(lead(i), false);
      begin(lead(i));
    }
  }

  /** Its journeys have begun. */
  private void begin(String lead) {
    var store = new InMemoryEnrollmentStore(world.tables);
    var found = store.load(lead).orElseThrow();
    new Enrolling(World.playbook())
        .due(found.lead().profile(), found.position(), List.of(), List.of(), World.NOON)
        .forEach(begun -> store.save(lead, begun));
  }

  @Test
  void countsWhatWouldHappenAndMovesNobody() throws Exception {
    run(world.reaching("changed", changed("{ limit: 14 }"), () -> 0, updates));

    assertThat(rollout().phase()).isEqualTo(WAITING);
    var forecast = rollout().forecast();
    assertThat(forecast.leads()).isEqualTo(LEADS);
    assertThat(forecast.changed()).isEqualTo(15);
    assertThat(forecast.stages()).isEmpty();
    assertThat(forecast.pools()).isEqualTo(Map.of("mil/mid", Map.of("mil/high", 15)));
    assertThat(forecast.journeys()).isEqualTo(Map.of("high-value", 15));
    assertThat(forecast.joins()).isEqualTo(Map.of("well-known", 30));
    assertThat(forecast.leaves()).isEmpty();
    // The first topic goes after three days; the second waits for more than a week.
    assertThat(forecast.mails()).isEqualTo(15);
    assertThat(updates.sent()).isEmpty();
  }

  @Test
  void aYesToWhatWasCountedPlacesEverybodyAnew() throws Exception {
    var playbook = changed("{ limit: 14 }");
    var everybody = world.reaching("changed", playbook, () -> 0, updates);
    run(everybody);
    world.rollouts.save(rollout().approved("mei", World.NOON));
    run(everybody);

    assertThat(rollout().phase()).isEqualTo(DONE);
    assertThat(rollout().leads()).isEqualTo(LEADS);
    assertThat(updates.sent())
        .extracting(ProfileUpdated::lead)
        .hasSize(LEADS)
        .doesNotHaveDuplicates();
    assertThat(updates.sent()).extracting(ProfileUpdated::sweep).containsOnly("changed");
    place(playbook);
    assertThat(
            placements()
                .map(Placement::pool)
                .collect(Collectors.groupingBy(p -> p, Collectors.counting())))
        .isEqualTo(Map.of("mil/high", 30L, "mil/low", 15L));
  }

  @Test
  @Tag("R50")
  void whoWouldLeaveAGroupIsCountedToo() throws Exception {
    var playbook = changed("{ limit: 100 }");
    run(world.reaching("changed", playbook, () -> 0, updates));
    place(playbook);
    run(world.reaching("back", World.playbook(), () -> 0, updates));

    assertThat(rollout().forecast().leaves()).isEqualTo(Map.of("well-known", 30));
    assertThat(rollout().forecast().joins()).isEmpty();
  }

  @Test
  void whatDoesLittleWaitsForNobody() throws Exception {
    run(world.reaching("changed", changed("{ limit: 100 }"), () -> 0, updates));

    assertThat(rollout().phase()).isEqualTo(DONE);
    assertThat(updates.sent()).hasSize(LEADS);
  }

  @Test
  void inAMinuteThereAreNoMoreThanThePlaybookSaysAndAPage() throws Exception {
    var everybody =
        world.reaching("changed", changed("{ limit: 100, perMinute: 15 }"), () -> waiting, updates);
    run(everybody);
    assertThat(updates.take()).hasSize(20);
    waiting = 14;
    run(everybody);
    assertThat(updates.take()).hasSize(10);
    waiting = 15;
    run(everybody);
    assertThat(updates.take()).isEmpty();
    assertThat(rollout().phase()).isEqualTo(PLACING);
    waiting = 0;
    run(everybody);
    assertThat(updates.take()).hasSize(15);
    assertThat(rollout().phase()).isEqualTo(DONE);
  }

  @Test
  void killedAnywhereAndResumedItComesToTheSame() throws Exception {
    var playbook = changed("{ limit: 14 }");
    run(world.reaching("calm", playbook, () -> 0, updates));
    var calm = rollout().forecast();
    int deaths = 0;
    for (int seed = 0; seed < 30; seed++) {
      var random = new Random(seed);
      var cause = "changed-" + seed;
      var told = new TreeSet<String>();
      MessageQueue<ProfileUpdated> queue =
          all -> {
            // Some of a page may be out when it is killed, or all with nobody to remember it.
            all.stream().limit(random.nextInt(1, 2 * all.size())).forEach(u -> told.add(u.lead()));
            if (random.nextInt(3) == 0) {
              throw new IllegalStateException("killed");
            }
            all.forEach(u -> told.add(u.lead()));
          };
      var everybody = world.reaching(cause, playbook, () -> 0, queue);
      runWithDeaths(everybody);
      assertThat(rollout().forecast()).isEqualTo(calm);
      assertThat(told).isEmpty();
      world.rollouts.save(rollout().approved("mei", World.NOON));
      deaths += runWithDeaths(everybody);
      assertThat(rollout().phase()).isEqualTo(DONE);
      assertThat(told).hasSize(LEADS);
    }
    assertThat(deaths).isGreaterThan(10);
  }

  @Test
  void aPageThatTwoCountAtOnceIsCountedOnce() throws Exception {
    var playbook = changed("{ limit: 14 }");
    var other = world.reaching("changed", playbook, () -> 0, updates).minute();
    var everybody = new AtomicReference<Optional<Rollout>>();
    var slow =
        new ReachEverybody(
            () -> "changed",
            playbook,
            List::of,
            world.rollouts,
            new Meanwhile(() -> everybody.set(other.step())),
            new InMemoryEnrollmentStore(world.tables),
            () -> 0,
            updates,
            world.clock);

    assertThat(slow.minute().step()).isEmpty();
    assertThat(everybody.get().map(Rollout::leads)).contains(10);
    assertThat(rollout().forecast().leads()).isEqualTo(10);
  }

  /** Somebody else goes on while this one looks at a page. */
  private final class Meanwhile implements Sweeps {

    private final InMemorySweeps sweeps = new InMemorySweeps(world.tables);
    private final Runnable other;

    Meanwhile(Runnable other) {
      this.other = other;
    }

    @Override
    public Page page(String from) {
      other.run();
      return sweeps.page(from);
    }

    @Override
    public Optional<Progress> progress(String owner) {
      return sweeps.progress(owner);
    }

    @Override
    public void save(String owner, Progress progress) {
      sweeps.save(owner, progress);
    }
  }

  @Test
  void anotherPlaybookBeginsAnewHalfwayAndAYesIsForNoOther() throws Exception {
    run(world.reaching("first", changed("{ limit: 14 }"), () -> 0, updates));
    world.rollouts.save(rollout().approved("mei", World.NOON));
    world.reaching("first", changed("{ limit: 14 }"), () -> 0, updates).minute().step();
    run(world.reaching("second", changed("{ limit: 13 }"), () -> 0, updates));

    assertThat(rollout().cause()).isEqualTo("second");
    assertThat(rollout().phase()).isEqualTo(WAITING);
    assertThat(rollout().yes()).isNull();
    assertThat(updates.sent()).hasSize(10);
  }

  @Test
  void whereNobodyIsNothingIsToDo() throws Exception {
    var empty = new World();
    var minute = empty.reaching("changed", changed("{ limit: 0 }"), () -> 0, updates).minute();
    assertThat(minute.step().map(Rollout::phase)).contains(DONE);
    assertThat(empty.rollouts.last().map(Rollout::forecast)).contains(Forecast.NONE);
    assertThat(minute.step()).isEmpty();
  }

  private static void run(ReachEverybody everybody) {
    var minute = everybody.minute();
    while (minute.step().isPresent()) {
      // goes on
    }
  }

  private static int runWithDeaths(ReachEverybody everybody) {
    int deaths = 0;
    while (true) {
      try {
        run(everybody);
        return deaths;
      } catch (IllegalStateException killed) {
        deaths++;
      }
    }
  }

  private void place(Playbook playbook) {
    var place =
        new PlaceLead(world.placements, world.timers, world.erasures, playbook, world.clock);
    updates.take().forEach(update -> place.place(update.lead(), true));
  }

  private Stream<Placement> placements() {
    return IntStream.range(0, LEADS)
        .mapToObj(i -> world.tables.position(lead(i)).orElseThrow().placement());
  }

  private Rollout rollout() {
    return world.rollouts.last().orElseThrow();
  }

  private static String lead(int i) {
    return "L%03d".formatted(i);
  }

  /** The default playbook, but that whose industry is known is of high value; those are a group. */
  private Playbook changed(String sweep) throws IOException {
    var from = Path.of("..", "..", "infra", "playbook");
    var copy = Files.createTempDirectory(folder, "playbook");
    try (var files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var to = copy.resolve(from.relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    var pools = copy.resolve("pools.yaml");
    var high = "when: { need: { known: true } }";
    var text = Files.readString(pools);
    assertThat(text).containsOnlyOnce(high);
    Files.writeString(
        pools,
        text.replace(
            high, "when: { any: [{ need: { known: true } }, { industry: { known: true } }] }"));
    Files.writeString(
        copy.resolve("audiences.yaml"),
        """

          - id: well-known
            name: { zh: 高价值, en: High value }
            of: prospects
            who: { pool: { is: mil/high } }
        """,
        StandardOpenOption.APPEND);
    var main = copy.resolve("playbook.yaml");
    Files.writeString(
        main,
        Files.readString(main).replaceAll("(?m)^sweep: .*$", "").stripTrailing()
            + "\nsweep: "
            + sweep
            + "\n");
    return PlaybookReader.read(copy);
  }
}
