package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.aws.dynamodb.DynamoDbLeadStore;
import dev.trellis.aws.dynamodb.DynamoDbPersonalItems;
import dev.trellis.aws.dynamodb.DynamoDbSweeps;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ErasureRequested;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.port.sweep.Sweeps;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.memory.InMemoryAccountStore;
import dev.trellis.memory.InMemoryHandoffLedger;
import dev.trellis.memory.InMemoryQuarantine;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.scoring.EraseLead;
import dev.trellis.scoring.Mentions;
import dev.trellis.scoring.RekeyIdentities;
import dev.trellis.scoring.ScoreLead;
import dev.trellis.scoring.TellCrm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The key of identities is replaced while people come and go, and nobody becomes a stranger. */
@Tag("R17")
class RekeyTest {

  private static final int PEOPLE = 12;
  private static final int FIRST = 30;
  private static final String OLD = "the key that somebody else has seen";
  private static final String NEW = "the key that takes its place from now on";

  private final String name = "rekey" + Ids.random();
  private final InstantSource clock = InstantSource.fixed(Sample.NOON.plusSeconds(60));
  private final List<Identity> people =
      IntStream.range(0, PEOPLE).mapToObj(_ -> Sample.identity(IdentityType.EMAIL)).toList();
  private final Sweeps sweeps =
      new DynamoDbSweeps(Emulators.dynamoDb(), name, TestTables.TIMERS + name);

  RekeyTest() {
    TestTables.create(Emulators.dynamoDb(), name, "lead", "item");
    TestTables.create(Emulators.dynamoDb(), "names" + name, "identity");
    TestTables.create(Emulators.dynamoDb(), TestTables.TIMERS + name, "bucket", "timer");
  }

  @Test
  void everybodyIsFoundUnderTheNewKeyAlone() {
    var leads = leads(OLD);
    assertThat(rekey(store(NEW, OLD)).run(() -> true)).isPresent();

    assertThat(store(NEW).owners(Set.copyOf(people))).isEqualTo(leads);
    assertThat(store(OLD).owners(Set.copyOf(people))).isEmpty();
    assertThat(rekey(store(NEW, OLD)).run(() -> true)).as("done").isEmpty();
  }

  @Test
  void whoStopsItLosesNothingAndGoesOnWhereItWas() {
    var leads = leads(OLD);
    var store = store(NEW, OLD);
    var mortal =
        new RekeyIdentities(new Mortal(store, PEOPLE / 2), sweeps, keys(NEW, OLD), Duration.ZERO);
    assertThatThrownBy(() -> mortal.run(() -> true)).hasMessage("killed");

    assertThat(store.owners(Set.copyOf(people.subList(0, 3)))).hasSize(3);
    for (var far = rekey(store).run(() -> false);
        far.isPresent();
        far = rekey(store).run(() -> false)) {}
    assertThat(store(NEW).owners(Set.copyOf(people))).isEqualTo(leads);
  }

  @Test
  void whoeverComesMeanwhileIsFoundUnderEitherKey() throws Exception {
    var leads = leads(OLD);
    var more =
        IntStream.range(0, PEOPLE).mapToObj(_ -> Sample.identity(IdentityType.EMAIL)).toList();
    Together.run(
        2 * PEOPLE + 1,
        i -> {
          if (i == 2 * PEOPLE) {
            rekey(store(NEW, OLD)).run(() -> true);
          } else {
            var who = i < PEOPLE ? people.get(i) : more.get(i - PEOPLE);
            submit(who, NEW, OLD);
            submit(who, NEW, OLD);
          }
        });

    assertThat(store(NEW).owners(Set.copyOf(people))).isEqualTo(leads);
    assertThat(store(NEW).owners(Set.copyOf(more)).values())
        .doesNotHaveDuplicates()
        .hasSize(PEOPLE);
    assertThat(living()).isEqualTo(2 * PEOPLE);
  }

  /** Some instances have read the list anew and some have not. */
  @Test
  void manyFirstSubmissionsAreOneLeadWhicheverKeyIsTheNewest() throws Exception {
    var who = Sample.identity(IdentityType.EMAIL);
    Together.run(FIRST, i -> submit(who, i % 2 == 0 ? NEW : OLD, i % 2 == 0 ? OLD : NEW));

    assertThat(living()).isEqualTo(1);
    assertThat(store(NEW, OLD).find(store(NEW, OLD).owners(Set.of(who)).get(who)))
        .get()
        .satisfies(lead -> assertThat(lead.profile().events()).isEqualTo(FIRST));
  }

  @Test
  void anErasedPersonIsRememberedUnderTheKeyOfTheirTime() {
    leads(OLD);
    var gone = people.getFirst();
    var lead = store(OLD).owners(Set.of(gone)).get(gone);
    erase(lead, OLD);
    rekey(store(NEW, OLD)).run(() -> true);

    var score = new ScoreLead(store(NEW, OLD), new Mentions("CN"), clock);
    assertThat(score.score(Sample.scan(gone)).updates()).as("told by others").isEmpty();
    assertThat(store(NEW, OLD).names(Set.of(gone)).get(gone).erasedAt()).isNotNull();
  }

  @Test
  void whoeverIsErasedMeanwhileIsForgottenUnderBoth() {
    leads(OLD);
    var gone = people.getFirst();
    erase(store(OLD).owners(Set.of(gone)).get(gone), NEW, OLD);

    assertThat(store(OLD).owners(Set.of(gone))).isEmpty();
    assertThat(store(NEW).names(Set.of(gone)).get(gone).lead()).isNull();
    assertThat(store(NEW).names(Set.of(gone)).get(gone).erasedAt()).isNotNull();
  }

  /** Whoever runs it may have started before the keys were replaced, as a snapshot has. */
  @Test
  void aSecondReplacementUnderTheSameInstanceIsOneMore() {
    var leads = leads(OLD);
    var newest = new AtomicReference<>(List.of(NEW, OLD));
    var keys = new IdentityKeys(() -> newest.get().stream());
    var store = new DynamoDbLeadStore(Emulators.dynamoDb(), name, "names" + name, keys);
    var rekey = new RekeyIdentities(store, sweeps, keys, Duration.ZERO);
    assertThat(rekey.run(() -> true)).isPresent();

    var third = "the third key, which takes its place again";
    newest.set(List.of(third, NEW, OLD));
    assertThat(rekey.run(() -> true)).isPresent();
    assertThat(store(third).owners(Set.copyOf(people))).isEqualTo(leads);
    assertThat(rekey.run(() -> true)).isEmpty();
  }

  private Map<Identity, String> leads(String... keys) {
    people.forEach(person -> submit(person, keys));
    var owners = store(keys).owners(Set.copyOf(people));
    assertThat(owners.values()).doesNotHaveDuplicates().hasSize(PEOPLE);
    return owners;
  }

  private void submit(Identity person, String... keys) {
    var event = Sample.submission(Ids.random(), person);
    while (true) {
      try {
        new ScoreLead(store(keys), new Mentions("CN"), clock).score(event);
        return;
      } catch (ContentionException e) {
        // as the queue does: it comes again
      }
    }
  }

  private void erase(String lead, String... keys) {
    var rest = new InMemoryTables();
    new EraseLead(
            store(keys),
            new DynamoDbPersonalItems(Emulators.dynamoDb(), name, "names" + name, keys(keys)),
            new InMemoryAccountStore(rest),
            new InMemoryQuarantine(rest, clock),
            new Mentions("CN"),
            new TellCrm(new InMemoryHandoffLedger(rest), new InMemoryQueue<>(), "stand-in"),
            clock)
        .erase(
            LeadEvent.about(
                lead,
                Ids.random(),
                Sample.NOON,
                Channel.SYSTEM,
                new ErasureRequested("dpo", "asked")));
  }

  private int living() {
    int living = 0;
    for (var at = Optional.of(Sweeps.START); at.isPresent(); ) {
      var page = sweeps.page(at.get());
      living += page.leads().size();
      at = Optional.ofNullable(page.next());
    }
    return living;
  }

  private RekeyIdentities rekey(DynamoDbLeadStore store) {
    return new RekeyIdentities(store, sweeps, keys(NEW, OLD), Duration.ZERO);
  }

  private DynamoDbLeadStore store(String... keys) {
    return new DynamoDbLeadStore(Emulators.dynamoDb(), name, "names" + name, keys(keys));
  }

  private static IdentityKeys keys(String... keys) {
    return new IdentityKeys(KeyRing.of(keys));
  }
}
