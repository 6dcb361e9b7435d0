package dev.trellis.scoring;

import static org.assertj.core.api.Assertions.assertThat;

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
}
