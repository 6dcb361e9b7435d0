package dev.trellis.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.condition.Days;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Strangers;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Test;

/** What is stored is what the logs say, byte for byte. */
class RebuildProfileTest {

  @Test
  void tenThousandLeadsAreRebuiltFromTheirLogs() {
    var room = new Room();
    var people = new RandomPeople(52);
    int merged = 0;
    while (room.tables.leads().size() < 10_000) {
      for (int i = 0; i < 1_000; i++) {
        var person = people.next(7_500);
        var event =
            switch (people.next(4)) {
              case 0 -> people.event("cookie:a" + person);
              case 1 -> people.event("email:p" + person + "@example.com");
              case 2 -> people.event("cookie:a" + person, "email:p" + person + "@example.com");
              default -> people.event("wecom:w" + person, "cookie:b" + person);
            };
        room.score.score(event);
      }
      for (int i = 0; i < 400; i++) {
        var person = people.next(7_500);
        room.score.score(people.event("wecom:w" + person, "email:p" + person + "@example.com"));
      }
    }
    var leads = room.tables.leads();
    for (var lead : leads) {
      assertThat(room.rebuild.rebuild(lead).toJson()).isEqualTo(lead.profile().toJson());
      merged += lead.absorbed().size();
    }
    assertThat(merged).isGreaterThan(300);
    System.out.println("rebuilt " + leads.size() + " leads, " + merged + " of them merged");
  }

  @Test
  void whoseDaysWereCountedElsewhereIsCountedAnewAtTheNextEvent() {
    var shanghai = new Days(ZoneId.of("Asia/Shanghai"));
    var room = new Room();
    var here =
        new ScoreLead(
            room.store,
            Room.MENTIONS,
            Strangers.DEFAULT,
            Sameness.USUAL,
            (_, _) -> true,
            shanghai,
            room);
    var log =
        List.of(
            scan("e1", "2026-11-19T23:30:00Z", "wecom:w1"),
            scan("e2", "2026-11-20T00:30:00Z", "wecom:w1"),
            scan("e3", "2026-11-19T23:40:00Z", "cookie:c1"));
    log.forEach(room.score::score);
    var next = scan("e4", "2026-11-20T01:00:00Z", "wecom:w1", "cookie:c1");

    here.score(next);

    var expected = Profile.of(shanghai);
    for (var event : log) {
      expected = expected.with(event);
    }
    var survivor = room.tables.leads().stream().filter(LeadRecord::isLiving).toList();
    assertThat(survivor)
        .singleElement()
        .satisfies(lead -> {
          assertThat(lead.profile().days()).isEqualTo(shanghai);
          assertThat(lead.profile().activity().keySet())
              .containsExactly(LocalDate.of(2026, 11, 20));
          assertThat(room.rebuild.rebuild(lead)).isEqualTo(lead.profile());
        });
    assertThat(survivor.getFirst().profile()).isEqualTo(expected.with(next));
  }

  private static LeadEvent scan(String id, String at, String... names) {
    return Events.event(id, Instant.parse(at), new CodeScanned(), names).vouched();
  }
}
