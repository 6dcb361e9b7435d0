package dev.trellis.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.view.TagHistory.Spell;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R42")
class TagHistoryTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  private static final Instant MET = Instant.parse("2024-03-01T02:00:00Z");
  private static final Instant BOUGHT = Instant.parse("2024-05-10T02:00:00Z");
  private static final Instant ENDED = Instant.parse("2025-11-09T16:00:00Z");
  private static final Instant AGAIN = Instant.parse("2026-02-01T02:00:00Z");
  private static final List<LeadEvent> LOG =
      List.of(
          LeadEvent.about("L1", "met", MET, Channel.EXPO, new CodeScanned()),
          order("first", BOUGHT, "2024-05-10"),
          order("again", AGAIN, "2026-02-01"));

  @Test
  void oneStatusFollowsAnotherByWhatHappenedAndByTimeAlone() {
    assertThat(status("2026-03-01T00:00:00Z", LOG))
        .containsExactly(
            spell("status:none", MET, "met"),
            spell("status:active", BOUGHT, "first"),
            spell("status:ended", ENDED, null),
            spell("status:active", AGAIN, "again"));
    assertThat(status("2026-03-01T00:00:00Z", LOG.reversed()))
        .as("in whatever order the log comes")
        .isEqualTo(status("2026-03-01T00:00:00Z", LOG));
  }

  @Test
  void whatIsStillToComeIsNoHistoryAndTheLastIsWhatTheLeadIsNow() {
    assertThat(status("2025-11-09T15:59:59Z", LOG).getLast().tag()).contains("status:active");
    assertThat(status("2025-11-09T16:00:00Z", LOG).getLast().tag()).contains("status:ended");
    assertThat(status("2024-03-01T01:59:59Z", LOG)).isEmpty();
  }

  @Test
  void whoeverEndedIsInThePoolThatWinsThemBack() {
    var lifecycle = new Lifecycle(PLAYBOOK);
    var bought = LOG.subList(0, 2);

    assertThat(lifecycle.place(portrait(ENDED.minusSeconds(1), bought)).pool())
        .startsWith("customer/");
    assertThat(lifecycle.place(portrait(ENDED, bought)).pool()).isEqualTo("win-back");
  }

  private static LeadEvent order(String id, Instant at, String day) {
    var values = new TreeMap<>(Map.of("customer.lastOrder", day));
    var won = new CrmChanged("stand-in", null, "won", null, null, "sam", values);
    return LeadEvent.about("L1", id, at, Channel.CRM, won);
  }

  private static List<Spell> status(String now, List<LeadEvent> log) {
    var category =
        PLAYBOOK
            .tagScheme()
            .categories()
            .filter(c -> c.id().equals("status"))
            .findFirst()
            .orElseThrow();
    return TagHistory.of(List.of(category), log, portrait(Instant.parse(now), log)).get(category);
  }

  private static Portrait portrait(Instant now, List<LeadEvent> log) {
    var profile = Profile.of(PLAYBOOK.company().days());
    for (var event : log) {
      profile = event.occurredAt().isAfter(now) ? profile : profile.with(event);
    }
    return Portrait.of("L1", profile, PLAYBOOK, now);
  }

  private static Spell spell(String tag, Instant since, String event) {
    return new Spell(Optional.of(tag), since, Optional.ofNullable(event));
  }
}
