package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.memory.StandingClock;
import dev.trellis.playbook.PlaybookReader;
import dev.trellis.rehearsal.Performance;
import dev.trellis.rehearsal.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal and the system of the template send the same for the same events. */
class RehearsedTraceTest {

  private static final Duration THREE_TOPICS = Duration.ofDays(24);
  private static final String ADDRESS = "trace@example.cn";
  private static final String PHONE = "+8613800138099";
  private static final Map<String, String> ANSWERS =
      Map.of(
          "industry", "finance",
          "need", "sales-handoff",
          "plan", "no-plan",
          "mobile", PHONE);

  @TempDir private Path state;

  private record Send(Instant at, String mail, String content) {}

  /** What the person did. */
  private record Deeds(Instant submitted, Instant read) {}

  @Test
  @Tag("R95")
  @Tag("R110")
  void aRehearsalSendsWhatTheSystemSends() throws Exception {
    List<Send> real;
    Deeds deeds;
    try (var town = new Town(state)) {
      deeds = live(town);
      real =
          town.lead(ADDRESS).at("mails").list().stream()
              .filter(mail -> mail.at("state").text().equalsIgnoreCase("sent"))
              .map(RehearsedTraceTest::send)
              .toList();
    }

    assertThat(rehearse(deeds)).isEqualTo(real);
    assertThat(real)
        .extracting(Send::content)
        .containsExactly(
            "summit-deck",
            "omni-channel-capture-strategy",
            "omni-channel-capture-solution",
            "progressive-profiling-strategy",
            "unified-identity-strategy");
    assertThat(real.get(2).at()).as("read at night").isAfter(deeds.read().plusSeconds(3600));
  }

  // Reads the first strategy at half past ten at night, and nothing else.
  private static Deeds live(Town town) throws Exception {
    var visitor = town.register(ADDRESS, ANSWERS);
    var submitted = town.now();
    town.pass(Duration.ofDays(3));
    var link =
        town.mailsTo(ADDRESS).getLast().at("links").list().stream()
            .map(View::text)
            .filter(l -> l.contains("/c/"))
            .findFirst()
            .orElseThrow();
    town.pass(Duration.ofHours(13).plusMinutes(30));
    visitor.get(link);
    visitor.post(link + "/read", "text/plain", "{\"seconds\":40}");
    town.quiet();
    var read = town.now();
    town.pass(THREE_TOPICS.minus(Duration.between(submitted, read)));
    return new Deeds(submitted, read);
  }

  private static List<Send> rehearse(Deeds deeds) {
    var playbook = PlaybookReader.read(Path.of("../../infra/playbook"));
    var clock = new StandingClock(deeds.submitted());
    var performance = new Performance(playbook, clock, 1, Ports.PLAIN);
    var answers = new TreeMap<>(Town.person(ADDRESS));
    answers.putAll(ANSWERS);
    performance.plans(
        event(
            "form",
            deeds.submitted(),
            new FormSubmitted("summit-deck", answers, true, "zh", null)));
    performance.plans(
        event(
            "read",
            deeds.read(),
            new ContentRead("omni-channel-capture-strategy", 1, 40, null, null)));
    var end = deeds.submitted().plus(THREE_TOPICS);
    performance.run(() -> clock.instant().isAfter(end));

    var tables = performance.pipeline().tables();
    var sends = new ArrayList<Send>();
    for (var lead : tables.leads()) {
      tables.mails(lead.lead()).stream()
          .filter(entry -> entry.state() == State.SENT && !entry.at().isAfter(end))
          .map(entry -> new Send(entry.at(), entry.mail(), entry.content()))
          .forEach(sends::add);
    }
    return sends;
  }

  private static LeadEvent event(String id, Instant at, Happening happening) {
    var identities =
        new TreeSet<>(
            List.of(Identity.parse("email:" + ADDRESS), Identity.parse("phone:" + PHONE)));
    return LeadEvent.of(id, at, Channel.EXPO, identities, Origin.NONE, happening);
  }

  private static Send send(View mail) {
    return new Send(
        Instant.parse(mail.at("at").text()), mail.at("mail").text(), mail.at("content").text());
  }
}
