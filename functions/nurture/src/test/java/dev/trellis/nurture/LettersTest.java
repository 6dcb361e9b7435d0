package dev.trellis.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.Membership;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Rhythm;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.port.LetterRuns.Count;
import dev.trellis.core.port.LetterRuns.Run;
import dev.trellis.core.port.LetterRuns.Run.Phase;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.PlacementStore.Shown;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.memory.InMemoryEnrollmentStore;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemoryQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A letter is counted, waits for a yes and its hour, goes once to each member, and can be stopped.
 */
@Tag("R50")
class LettersTest {

  private static final String ID = "spring";
  private static final Instant HOUR = Scene.START.plus(Duration.ofHours(1));
  private static final Duration DAY = Duration.ofDays(1);

  private final Scene scene = new Scene();
  private final InMemoryQueue<JourneySignal> turns = new InMemoryQueue<>();
  private final Playbook playbook = playbook("content");
  private final LettersUnderWay underWay = new LettersUnderWay(playbook, scene.runs, scene.clock);
  private final AdvanceJourneys journeys =
      new AdvanceJourneys(
          new InMemoryEnrollmentStore(scene.tables),
          scene.timers,
          new EffectQueues(scene.mails, scene.handoffs, scene.events),
          playbook,
          scene.clock,
          _ -> false,
          underWay,
          _ -> {});
  private final DispatchMail dispatch =
      new DispatchMail(
          scene.ledger,
          playbook,
          Scene.letters(),
          scene.keys,
          scene.sending(scene.mailer),
          scene.events,
          scene.timers,
          underWay,
          scene.clock);
  private int told;
  private int mailed;

  private static Playbook playbook(String mail) {
    return SmallPlaybook.of(
        Rhythm.FREE,
        Map.of(
            ID,
            new Journey(
                ID,
                1,
                SmallPlaybook.both(ID, ID),
                new Trigger.Letter("readers", HOUR, HOUR.plus(DAY)),
                null,
                Journey.Again.NEVER,
                List.of(SmallPlaybook.send("send", mail, ContentQuery.named("strategy"))))));
  }

  private void joins(String lead, Instant since) {
    scene.enters(lead, "mil/high");
    in(lead, new TreeMap<>(Map.of("readers", since)));
  }

  private void in(String lead, SortedMap<String, Instant> groups) {
    var store = new InMemoryPlacementStore(scene.tables);
    var before = store.load(lead).orElseThrow();
    var position = before.position().orElseThrow().in(groups);
    var portrait = Portrait.of(lead, before.lead().profile(), playbook, scene.clock.instant());
    var because = new Condition.All(List.of());
    var memberships = new TreeMap<String, Membership>();
    groups.forEach((group, since) ->
        memberships.put(group, new Membership(group, since, because, new TreeMap<>())));
    var shown = new Shown(Card.of(portrait, position), memberships);
    assertThat(store.save(before, position, Optional.of(shown), Optional.empty())).isTrue();
  }

  private List<String> members(int people) {
    return IntStream.range(0, people)
        .mapToObj("L%04d"::formatted)
        .peek(lead -> {
          scene.submits(lead, lead.toLowerCase(Locale.ROOT) + "@example.cn", Map.of(), true);
          joins(lead, Scene.START);
        })
        .toList();
  }

  private Run run() {
    return scene.runs.find(ID).orElseThrow();
  }

  /** Does what there is to do within a minute. */
  private void tick(Playbook playbook) {
    var minute = scene.sendLetters(playbook, turns).minute();
    while (minute.step().isPresent()) {
      // goes on
    }
  }

  private void yes() {
    assertThat(scene.runs.save(run().approved("mei", scene.clock.instant()))).isTrue();
  }

  private void stop() {
    assertThat(scene.runs.save(run().stopped("lin", scene.clock.instant()))).isTrue();
    scene.clock.forward(Duration.ofSeconds(10));
  }

  private void drain() {
    for (; told < turns.sent().size(); told++) {
      journeys.advance(turns.sent().get(told), false);
    }
    for (; mailed < scene.mails.sent().size(); mailed++) {
      dispatch.dispatch(scene.mails.sent().get(mailed), false);
    }
  }

  private List<Entry> entries() {
    return scene.mails.sent().stream()
        .filter(due -> ID.equals(due.journey()))
        .flatMap(due -> scene.ledger.find(due.lead(), due.sendId()).stream())
        .distinct()
        .toList();
  }

  @Test
  void goesAtItsHourAndOnceToEachAfterAYes() {
    members(3);
    tick(playbook);
    assertThat(run().phase()).isEqualTo(Phase.WAITING);
    assertThat(run().counts()).containsExactly(Map.entry(Run.GETS, 3));

    scene.clock.forward(Duration.ofMinutes(61));
    tick(playbook);
    assertThat(turns.sent()).as("nobody said yes").isEmpty();
    yes();
    tick(playbook);
    assertThat(run().phase()).isEqualTo(Phase.DONE);
    assertThat(run().members()).isEqualTo(3);
    drain();
    told = 0;
    drain();
    scene.mails.sent().forEach(due -> dispatch.dispatch(due, true));
    assertThat(scene.mailer.asked()).hasSize(3);
    assertThat(entries()).extracting(Entry::state).containsOnly(State.SENT).hasSize(3);
    assertThat(scene.runs.counted(ID)).containsExactly(Map.entry(Count.SENT, 3L));
  }

  @Test
  void doesNotGoBeforeItsHour() {
    members(1);
    tick(playbook);
    yes();
    tick(playbook);
    journeys.advance(scene.signal("L0000"), false);
    assertThat(run().phase()).isEqualTo(Phase.WAITING);
    assertThat(scene.mails.sent()).isEmpty();
  }

  @Test
  void isForWhoIsInTheGroupAtItsHourAndStillAtTheirTurn() {
    members(2);
    tick(playbook);
    yes();
    scene.clock.forward(Duration.ofMinutes(61));
    scene.submits("L0009", "late@example.cn", Map.of(), true);
    joins("L0009", scene.clock.instant());
    tick(playbook);
    in("L0001", new TreeMap<>());
    drain();
    assertThat(scene.mailer.asked())
        .singleElement()
        .satisfies(mail -> assertThat(mail.to()).isEqualTo("l0000@example.cn"));
  }

  @ParameterizedTest
  @CsvSource({"true,,gets", "false,,no consent", "true,competitor,excluded by a rule"})
  void theCountSaysWhyNot(boolean consent, String identity, String verdict) {
    var answers = identity == null ? Map.<String, String>of() : Map.of("identity", identity);
    scene.submits("L0000", "one@example.cn", answers, consent);
    joins("L0000", Scene.START);
    tick(playbook);
    assertThat(run().counts()).containsExactly(Map.entry(verdict, 1));
  }

  @Test
  void whoHadItIsCountedAsThat() {
    goesAtItsHourAndOnceToEachAfterAYes();
    assertThat(
            scene.runs.save(Run.begun(ID, run().cause(), scene.clock.instant(), run().version())))
        .isTrue();
    tick(playbook);
    assertThat(run().counts()).containsExactly(Map.entry("had", 3));
  }

  @Test
  void aYesIsToWhatTheLetterSaidThen() {
    members(1);
    tick(playbook);
    yes();
    scene.clock.forward(Duration.ofMinutes(61));
    var changed = playbook("deck-delivery");
    tick(changed);
    assertThat(run().phase()).isEqualTo(Phase.WAITING);
    assertThat(run().yes()).isNull();
    assertThat(turns.sent()).isEmpty();
  }

  @Test
  void nobodyIsSentItOnceItExpired() {
    members(2);
    tick(playbook);
    yes();
    scene.clock.forward(Duration.ofMinutes(61));
    tick(playbook);
    journeys.advance(turns.sent().getFirst(), false);
    scene.clock.forward(DAY);
    drain();
    assertThat(scene.mailer.asked()).isEmpty();
    assertThat(entries()).extracting(Entry::reason).containsExactly("expired");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 99, 130, 249, 250})
  void aStopHalfWayCancelsAllThatWereNotSentAndNoneIsLost(int before) {
    var people = members(250).size();
    tick(playbook);
    yes();
    scene.clock.forward(Duration.ofMinutes(61));
    var minute = scene.sendLetters(playbook, turns).minute();
    minute.step(); // its hour has come
    minute.step(); // the first page
    if (before > turns.sent().size()) {
      tick(playbook);
    }
    while (told < before) {
      journeys.advance(turns.sent().get(told++), false);
    }
    int asked = scene.mails.sent().size() / 2;
    while (mailed < asked) {
      dispatch.dispatch(scene.mails.sent().get(mailed++), false);
    }
    stop();
    tick(playbook);
    drain();
    told = 0;
    mailed = 0;
    drain(); // and again

    assertThat(run().phase()).isEqualTo(Phase.DONE);
    assertThat(scene.mailer.asked()).hasSize(asked);
    var all = entries();
    assertThat(all).hasSize(people);
    assertThat(all.stream().filter(e -> e.state() == State.SENT)).hasSize(asked);
    assertThat(all.stream().filter(e -> e.state() == State.SKIPPED))
        .hasSize(people - asked)
        .allMatch(e -> "cancelled".equals(e.reason()));
    assertThat(scene.mails.sent().stream().map(MailDue::sendId).distinct()).hasSize(people);
  }
}
