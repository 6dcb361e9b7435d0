package dev.trellis.scoring;

import static dev.trellis.scoring.Events.NOON;
import static dev.trellis.scoring.Events.scan;
import static dev.trellis.scoring.Events.vouched;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.account.Affiliation;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.Joined;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.Happening.Separated;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Strength;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.core.port.LeadStore.Logged;
import dev.trellis.core.port.LeadStore.Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lin (e-mail, browser) and Wang (mobile, browser) were taken for one person, by mistake. */
@Tag("R17")
class SeparateLeadTest {

  private static final String LIN = "email:lin@example.com";
  private static final String LINS_BROWSER = "cookie:lin";
  private static final String WANG = "phone:+8613800138001";
  private static final String WANGS_BROWSER = "cookie:wang";

  private final Room room = new Room();
  private String lin;
  private String wang;
  private LeadRecord linBefore;
  private LeadRecord wangBefore;
  private final LeadEvent merging = vouched("e-merge", Map.of(), LIN, WANG);

  @BeforeEach
  void mergeByMistake() {
    lin = room.lead(vouched("e-lin", Map.of("company", "Lin Ltd"), LIN, LINS_BROWSER));
    wang = room.lead(vouched("e-wang", Map.of("company", "Wang Ltd"), WANG, WANGS_BROWSER));
    linBefore = room.find(lin);
    wangBefore = room.find(wang);
    room.take(merging);
  }

  private String survivor() {
    return lin.compareTo(wang) < 0 ? lin : wang;
  }

  private String absorbed() {
    return lin.compareTo(wang) < 0 ? wang : lin;
  }

  private LeadEvent split() {
    return split("e-split", survivor(), absorbed());
  }

  private static LeadEvent split(String id, String survivor, String absorbed) {
    return LeadEvent.about(
        survivor, id, NOON, Channel.SYSTEM, new Separated("li.lei", "two people", absorbed));
  }

  @Test
  void bothAreWhatTheyWereAndTheMergingEventGoesByItsStrongestName() {
    var consequences = room.take(split());

    var linsEvents = linBefore.profile().with(vouched("e-merge", Map.of(), LIN));
    var wangsEvents = wangBefore.profile();
    assertThat(find(lin).profile())
        .isEqualTo(lin.equals(survivor()) ? linsEvents.with(split()) : linsEvents);
    assertThat(find(wang).profile())
        .isEqualTo(wang.equals(survivor()) ? wangsEvents.with(split()) : wangsEvents);
    assertThat(find(lin).mergedInto()).isNull();
    assertThat(find(wang).mergedInto()).isNull();
    assertThat(find(survivor()).absorbed()).isEmpty();
    assertThat(find(lin).apart()).containsExactly(wang);
    assertThat(find(wang).apart()).containsExactly(lin);
    assertThat(consequences.updates())
        .containsExactly(
            new ProfileUpdated(survivor(), find(survivor()).version(), "e-split", NOON),
            new ProfileUpdated(absorbed(), find(absorbed()).version(), "e-split", NOON));
    assertThat(consequences.signals())
        .containsExactly(
            new JourneySignal(survivor(), Reason.SEPARATED, NOON),
            new JourneySignal(absorbed(), Reason.SEPARATED, NOON));
  }

  @Test
  @Tag("R17")
  void neitherKeepsAnAddressOfTheOther() {
    room.take(split());

    assertThat(find(lin).profile().identities()).doesNotContainAnyElementsOf(wangs());
    for (var logged : room.store.log(lin)) {
      assertThat(logged.event().identities()).doesNotContainAnyElementsOf(wangs());
    }
    assertThat(room.rebuild.rebuild(find(lin))).isEqualTo(find(lin).profile());
    assertThat(room.rebuild.rebuild(find(wang))).isEqualTo(find(wang).profile());
  }

  private Set<Identity> wangs() {
    return wangBefore.profile().identities().stream()
        .filter(Strength::isStrong)
        .collect(Collectors.toSet());
  }

  @Test
  void theirNamesAreTheirsAgain() {
    room.take(split());

    assertThat(List.of(room.owner(LIN), room.owner(LINS_BROWSER))).containsOnly(lin);
    assertThat(List.of(room.owner(WANG), room.owner(WANGS_BROWSER))).containsOnly(wang);
  }

  @Test
  void whatCameSinceGoesToWhomItBelongs() {
    room.take(scan("x1", WANG, "wecom:new-of-wang"));
    room.take(scan("x2", "wecom:new-of-wang"));
    room.take(scan("x3", LINS_BROWSER));
    room.take(LeadEvent.about(absorbed(), "x4", NOON, Channel.MAIL, new PageVisited("p", 1, null)));
    room.take(split());

    assertThat(room.events(wang)).contains("e-wang", "x1", "x2").doesNotContain("x3", "e-merge");
    assertThat(room.events(lin)).contains("e-lin", "e-merge", "x3").doesNotContain("x1", "x2");
    assertThat(room.events(absorbed())).contains("x4");
    assertThat(room.owner("wecom:new-of-wang")).isEqualTo(wang);
    assertThat(room.events(survivor())).contains("e-split");
    for (var lead : List.of(lin, wang)) {
      assertThat(room.rebuild.rebuild(find(lead))).isEqualTo(find(lead).profile());
    }
  }

  @Test
  void theyAreNeverMergedAgain() {
    room.take(split());
    var whose = room.lead(vouched("e-again", Map.of(), LIN, WANG));

    assertThat(whose).as("the stronger name gets it").isEqualTo(lin);
    assertThat(find(wang).mergedInto()).isNull();
    assertThat(room.owner(WANG)).isEqualTo(wang);
  }

  @Test
  void neitherAreThoseWhoAbsorbedThem() {
    room.take(split());
    room.lead(scan("third", "wecom:third"));
    room.take(vouched("joins", Map.of(), WANG, "wecom:third"));
    room.take(vouched("e-again", Map.of(), LIN, "wecom:third"));

    assertThat(room.owner("wecom:third")).isEqualTo(room.owner(WANG)).isNotEqualTo(room.owner(LIN));
    assertThat(room.living()).hasSize(2);
  }

  @Test
  void whatWasMailedGoesWithTheMailboxAndSoDoesWhatComesOfItLater() {
    var mark = Identity.parse(LIN).mark();
    for (var lead : List.of(lin, wang)) {
      room.take(mail("sent-" + lead, lead, new MailSent(lead, "m", "content", lead, "j", mark)));
    }
    room.take(mail("clicked", wang, new MailClicked(wang, "deck")));
    room.take(split());
    for (var lead : List.of(lin, wang)) {
      room.take(mail("arrived-" + lead, lead, new MailDelivered(lead)));
      room.take(
          mail("read-" + lead, lead, new ContentRead("deck-" + lead, 1, 9, lead, null, mark)));
    }
    var again = mail("sent-" + wang, wang, new MailSent(wang, "m", "content", wang, "j", mark));
    assertThat(room.take(again).result()).isEqualTo(Result.DUPLICATE);

    assertThat(find(lin).profile().sent()).containsOnlyKeys(lin, wang);
    assertThat(find(lin).profile().delivered()).hasSize(2);
    assertThat(find(lin).profile().reads()).containsOnlyKeys("deck-" + lin, "deck-" + wang);
    assertThat(room.events(lin)).contains("clicked");
    assertThat(find(wang).profile().sent()).isEmpty();
    assertThat(find(wang).profile().reads()).isEmpty();
    for (var lead : List.of(lin, wang)) {
      assertThat(room.rebuild.rebuild(find(lead))).isEqualTo(find(lead).profile());
    }
  }

  private static LeadEvent mail(String id, String lead, Happening happening) {
    return LeadEvent.about(lead, id, NOON, Channel.MAIL, happening);
  }

  @Test
  void aSplitToldAgainChangesNothing() {
    room.take(scan("x1", WANG));
    var first = room.take(split());
    var before = room.tables.dump();
    var second = room.take(split());

    assertThat(second).isEqualTo(first);
    assertThat(room.tables.dump()).isEqualTo(before);
  }

  @Test
  void anEventToldAgainAcrossMergeAndSplitIsOneEvent() {
    room.take(scan("x1", WANG));
    room.take(split());
    for (var event : List.of(scan("x1", WANG), merging, scan("x1", WANG))) {
      assertThat(room.take(event).result()).isEqualTo(Result.DUPLICATE);
    }
    assertThat(room.score.score(scan("x1", LIN)).result())
        .as("even if it is taken for the other's")
        .isEqualTo(Result.DUPLICATE);
  }

  @Test
  void theAbsorbedLeadOfTheAbsorbedLeadGoesWithIt() {
    var leads = List.of(lin, wang);
    var zhao = room.lead(scan("e-zhao", "wecom:zhao"));
    room.take(scan("e-merge-2", "wecom:zhao", LIN));
    var all = room.living().getFirst();
    assertThat(room.living()).hasSize(1);
    assertThat(all.absorbed()).hasSize(2);

    var child = leads.stream().filter(l -> !l.equals(all.lead())).findFirst().orElseThrow();
    var parent = find(child).mergedInto();
    room.take(split("s1", all.lead(), child));
    assertThat(room.living()).hasSize(2);
    assertThat(find(child).profile().events()).isIn(1, 2, 3);
    for (var lead : List.of(lin, wang, zhao)) {
      assertThat(room.rebuild.rebuild(find(lead)))
          .as(lead + " of " + parent)
          .isEqualTo(find(lead).profile());
    }
  }

  @Test
  void aSplitThatStoppedAnywhereIsFinishedByItsRedelivery() {
    for (int steps = 0; steps < 6; steps++) {
      var fresh = new SeparateLeadTest();
      fresh.mergeByMistake();
      fresh.room.take(scan("x1", WANG));
      fresh.room.take(scan("x2", LIN));
      var stopping = new Stopping(fresh.room, steps);
      var separate = new SeparateLead(stopping.store(), stopping.regrouping(), fresh.room);
      try {
        separate.separate(fresh.split());
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("stopped");
      }
      for (var lead : List.of(fresh.lin, fresh.wang)) {
        var record = fresh.find(lead);
        assertThat(record.profile().events())
            .as("a reader sees all or nothing")
            .isIn(1, 2, 3, 4, 5);
      }
      fresh.room.take(fresh.split());
      var straight = new SeparateLeadTest();
      straight.mergeByMistake();
      straight.room.take(scan("x1", WANG));
      straight.room.take(scan("x2", LIN));
      straight.room.take(straight.split());
      for (var lead : List.of(fresh.lin, fresh.wang)) {
        assertThat(fresh.find(lead)).isEqualTo(straight.find(lead));
        assertThat(fresh.room.events(lead))
            .containsExactlyInAnyOrderElementsOf(straight.room.events(lead));
      }
    }
  }

  @Test
  void whatWasNeverMergedIsRefused() {
    var stranger = room.lead(scan("e-stranger", "wecom:stranger"));
    var refused = room.take(split("s1", survivor(), stranger));

    assertThat(refused.result()).isEqualTo(Result.REFUSED);
    assertThat(room.quarantine.list())
        .singleElement()
        .satisfies(r -> assertThat(r.reason()).contains("was not absorbed"));
    assertThat(find(stranger).apart()).isEmpty();
  }

  @Test
  void othersMayGoOnWritingMeanwhile() {
    var interrupted = new Interrupted(() -> room.take(scan("x9", WANG)));
    new SeparateLead(interrupted, room.regrouping, room).separate(split());

    assertThat(room.events(wang)).contains("x9");
    assertThat(find(wang).profile()).isEqualTo(room.rebuild.rebuild(find(wang)));
    assertThat(find(lin).profile()).isEqualTo(room.rebuild.rebuild(find(lin)));
  }

  @Test
  void aSplitFromALeadThatIsUnknownWaitsInQuarantine() {
    assertThat(room.take(split("s1", "Lnobody", wang)).reason()).isEqualTo("there is no such lead");
    assertThat(room.quarantine.list()).hasSize(1);
  }

  private LeadRecord find(String lead) {
    return room.find(lead);
  }

  /** Lets others do something just before the first append. */
  private final class Interrupted implements LeadStore {
    private Runnable other;

    Interrupted(Runnable other) {
      this.other = other;
    }

    @Override
    public Map<dev.trellis.core.identity.Identity, Name> names(
        Set<dev.trellis.core.identity.Identity> identities) {
      return room.store.names(identities);
    }

    @Override
    public Optional<LeadRecord> find(String lead) {
      return room.store.find(lead);
    }

    @Override
    public List<Logged> log(String lead) {
      return room.store.log(lead);
    }

    @Override
    public AppendResult append(Append append) {
      if (other != null) {
        var once = other;
        other = null;
        once.run();
      }
      return room.store.append(append);
    }

    @Override
    public void count(
        String once, java.util.Collection<dev.trellis.core.event.Crowd> crowds, Instant now) {
      room.store.count(once, crowds, now);
    }
  }

  private static final String[] NAMES = {
    "email:an@an.example", "email:bo@bo.example", "phone:+8613800138077"
  };

  private static LeadEvent joined(String id, String lead, String other, int minute) {
    return LeadEvent.about(
        lead, id, NOON.plusSeconds(60L * minute), Channel.SYSTEM, new Joined("sdr", "", other));
  }

  private static LeadEvent split(String id, String lead, String other, int minute) {
    return LeadEvent.about(
        lead, id, NOON.plusSeconds(60L * minute), Channel.SYSTEM, new Separated("sdr", "", other));
  }

  private List<Affiliation> threeWhoAreJoinedAndSplit(boolean isFiledAtOnce) {
    var told =
        List.of(
            Map.of("company", "安达", "title", "财务总监"),
            Map.of("company", "博远"),
            Map.of("company", "安达", "title", "采购经理"));
    var people = new ArrayList<String>();
    for (int i = 0; i < told.size(); i++) {
      var event = vouched("person-" + i, told.get(i), NAMES[i]);
      people.add(room.takeAndFile(event).updates().getFirst().lead());
    }
    var before = people.stream().map(room.accounts::affiliation).toList();
    var first = people.stream().sorted().findFirst().orElseThrow();
    var others = people.stream().filter(lead -> !lead.equals(first)).toList();
    room.moveTo(NOON.plusSeconds(600));
    for (int i = 0; i < others.size(); i++) {
      room.takeAndFile(joined("join-" + i, first, others.get(i), i + 1));
    }
    var late = new ArrayList<Consequences>();
    for (int i = 0; i < others.size(); i++) {
      late.add(room.take(split("split-" + i, first, others.get(i), i + 5)));
      if (isFiledAtOnce) {
        room.file(late.removeLast());
      }
    }
    late.forEach(room::file);
    return before;
  }

  @ParameterizedTest
  @Tag("R21")
  @ValueSource(booleans = {true, false})
  void whereSomebodyWorksAndWorkedIsTheirOwnAgain(boolean isFiledAtOnce) {
    for (var before : threeWhoAreJoinedAndSplit(isFiledAtOnce)) {
      var after = room.accounts.affiliation(before.lead());
      assertThat(after.stays()).isEqualTo(before.stays());
      assertThat(after.titles()).isEqualTo(before.titles());
      assertThat(after.mergedInto()).isNull();
    }
  }

  @Test
  @Tag("R21")
  void aJoinThatIsToldAgainAfterTheSplitIsOver() {
    var befores = threeWhoAreJoinedAndSplit(true);
    var first = befores.stream().map(Affiliation::lead).sorted().findFirst().orElseThrow();
    for (var before : befores) {
      if (!before.lead().equals(first)) {
        var number = befores.stream().filter(b -> !b.lead().equals(first)).toList().indexOf(before);
        var again = room.takeAndFile(joined("join-" + number, first, before.lead(), number + 1));
        assertThat(again.result()).isEqualTo(Result.DUPLICATE);
        assertThat(again.signals()).isEmpty();
      }
    }
    for (var before : befores) {
      var after = room.accounts.affiliation(before.lead());
      assertThat(after.stays()).isEqualTo(before.stays());
      assertThat(after.mergedInto()).isNull();
    }
  }
}
