package dev.trellis.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.DefaultPlaybook;
import dev.trellis.console.Samples;
import dev.trellis.console.report.ScenarioMap.Standing;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.ChannelFollowed;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Scenarios.Step;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScenarioMapTest {

  private static final Playbook PLAYBOOK = DefaultPlaybook.PLAYBOOK;
  private static final Happening READ = new ContentRead("summit-deck", 1, 60, "s1");
  private static final Happening FORM =
      new FormSubmitted("summit-deck", new TreeMap<>(), true, "zh", "r1");
  private static final Happening CALL = new CallRecorded("sam", "reached", new TreeMap<>());
  private static final Happening SENT =
      new MailSent("s1", "m1", "deck-delivery", "summit-deck", "j");

  private final List<LeadEvent> events = new ArrayList<>();

  @Test
  @Tag("R73")
  void aFollowerWalksTheWeChatMap() {
    happens(Channel.WECHAT, new ChannelFollowed("trellis", "scene"), "openid:o1");
    assertStands("wechat", "follow", "read");
    happens(Channel.WECHAT, READ);
    assertStands("wechat", "read", "add-wecom");
    happens(Channel.WECOM, new ChannelFollowed("sales", "card"), "wecom:w1");
    assertStands("wechat", "add-wecom", "leave-details");
    happens(Channel.WEB, FORM);
    assertStands("wechat", "leave-details", "talk");
    happens(Channel.SYSTEM, CALL);
    assertStands("wechat", "talk", null);
    assertThat(standing("online-event")).isEmpty();
    assertThat(standing("offline-event")).isEmpty();
  }

  @Test
  @Tag("R73")
  @Tag("R74")
  void aViewerWalksTheMapOfTheOnlineEvent() {
    happens(Channel.WEB, new PageVisited("/webinars/lead-scoring", 40, null));
    assertStands("online-event", "arrive", "attend");
    happens(Channel.TRAINING, new EventAttended("webinar-7", 2400));
    assertStands("online-event", "attend", "replay");
    happens(Channel.WEB, new PageVisited("/webinars/replay/lead-scoring", 900, null));
    assertStands("online-event", "replay", "read");
    happens(Channel.MAIL, READ);
    assertStands("online-event", "read", "ask");
    happens(Channel.WEB, FORM);
    assertStands("online-event", "ask", null);
    assertThat(standing("wechat")).isEmpty();
    assertThat(standing("offline-event")).isEmpty();
  }

  @Test
  @Tag("R73")
  void aGuestWalksTheMapOfTheOfflineEvent() {
    happens(Channel.EXPO, new CodeScanned());
    assertStands("offline-event", "scan", "sign-up");
    happens(Channel.EXPO, FORM);
    assertStands("offline-event", "sign-up", "receive");
    happens(Channel.MAIL, SENT);
    assertStands("offline-event", "receive", "read");
    happens(Channel.MAIL, READ);
    assertStands("offline-event", "read", "talk");
    happens(Channel.SYSTEM, CALL);
    assertStands("offline-event", "talk", null);
    assertThat(standing("wechat")).isEmpty();
    assertThat(standing("online-event")).isEmpty();
  }

  @Test
  @Tag("R73")
  void whatHappenedBeforeTheEntryDoesNotCount() {
    happens(Channel.MAIL, READ);
    happens(Channel.SYSTEM, CALL);
    assertThat(ScenarioMap.of(portrait(), events)).isEmpty();

    happens(Channel.EXPO, new CodeScanned());

    assertStands("offline-event", "scan", "sign-up");
    assertThat(standing("offline-event").orElseThrow().taken()).containsExactly("scan");
  }

  @Test
  @Tag("R73")
  void aStepThatWasSkippedHoldsNobodyBackAndTheOrderOfTellingDoesNotMatter() {
    happens(Channel.EXPO, new EventAttended("summit-2026", 3600));
    happens(Channel.SYSTEM, CALL);
    happens(Channel.EXPO, FORM);
    var told = ScenarioMap.of(portrait(), events);
    assertStands("offline-event", "talk", null);
    assertThat(standing("offline-event").orElseThrow().taken())
        .containsExactly("scan", "sign-up", "talk");

    Collections.shuffle(events, new Random(73));

    assertThat(ScenarioMap.of(portrait(), events)).isEqualTo(told);
  }

  private void assertStands(String scenario, String last, String next) {
    assertThat(standing(scenario)).isPresent();
    var standing = standing(scenario).get();
    assertThat(standing.last().id()).isEqualTo(last);
    assertThat(Optional.ofNullable(standing.next()).map(Step::id))
        .isEqualTo(Optional.ofNullable(next));
  }

  private Optional<Standing> standing(String scenario) {
    return ScenarioMap.of(portrait(), events).stream()
        .filter(s -> s.scenario().id().equals(scenario))
        .findFirst();
  }

  private Portrait portrait() {
    var profile = events.stream().reduce(Profile.EMPTY, Profile::with, Profile::join);
    return Portrait.of("L1", profile, PLAYBOOK, Samples.T0.plus(Duration.ofDays(30)));
  }

  private void happens(Channel channel, Happening happening, String... identities) {
    var names = new TreeSet<>(List.of(Identity.parse("cookie:c1")));
    List.of(identities).forEach(i -> names.add(Identity.parse(i)));
    events.add(
        LeadEvent.of(
            "e" + events.size(),
            Samples.T0.plus(Duration.ofHours(events.size())),
            channel,
            names,
            Origin.NONE,
            happening));
  }
}
