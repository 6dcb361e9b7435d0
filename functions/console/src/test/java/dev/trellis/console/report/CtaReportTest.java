package dev.trellis.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.DefaultPlaybook;
import dev.trellis.console.Samples;
import dev.trellis.console.report.CtaReport.Figures;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ChannelFollowed;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.LeadEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R10")
class CtaReportTest {

  private static final Duration WINDOW = DefaultPlaybook.PLAYBOOK.ctas().window();
  private static final Happening CLICK = new CtaFollowed("subscribe", "site", null, null);

  private int told;

  @Test
  void clicksAreTimesAndConversionsArePeople() {
    var twice = person(at(0, CLICK), at(1, CLICK), at(2, signUp()), at(3, signUp()));
    var never = person(at(0, CLICK));
    var before = person(at(0, signUp()), at(1, CLICK));

    assertThat(report(twice, never, before).byCta().get("subscribe"))
        .isEqualTo(new Figures(4, 3, 1, new TreeMap<>(Map.of("site", 4L))));
    assertThat(report(twice).byCta()).containsKeys("community", "first-ninety-days", "summit");
  }

  @Test
  void theWindowEndsToTheSecond() {
    var click = at(0, CLICK);
    var end = Samples.T0.plus(WINDOW);

    assertThat(converted(person(click, event(end, signUp())))).isEqualTo(1);
    assertThat(converted(person(click, event(end.plusSeconds(1), signUp())))).isZero();
  }

  @Test
  @Tag("R82")
  void aMachineThatFollowsTheLinkAsTheMailArrivesClicksNothing() {
    var mailed = Samples.T0;
    var arrived = new MailDelivered("s1");
    var quick = new CtaFollowed("subscribe", "mail", "s1", mailed);

    assertThat(
            report(person(event(mailed, arrived), event(mailed.plusSeconds(1), quick)))
                .byCta()
                .get("subscribe")
                .clicks())
        .isZero();
    assertThat(
            report(person(event(mailed, arrived), event(mailed.plusSeconds(60), quick)))
                .byCta()
                .get("subscribe")
                .clicks())
        .isEqualTo(1);
  }

  @Test
  @Tag("R82")
  void aMachineThatOpensEveryLinkOfAMailAtOnceClicksNothing() {
    var later = Samples.T0.plusSeconds(600);
    var click = new CtaFollowed("subscribe", "mail", "s1", Samples.T0);
    var wayOut = new MailClicked("s1", null);

    assertThat(clicks(person(event(later, click), event(later.plusSeconds(1), wayOut)))).isZero();
    assertThat(clicks(person(event(later, click), event(later.plusSeconds(60), wayOut))))
        .isEqualTo(1);
  }

  @Test
  void aRecountOfTheRawEventsGivesTheSame() {
    for (long seed = 1; seed <= 20; seed++) {
      var random = new Random(seed);
      var people = new ArrayList<LeadHistory>();
      var raw = new TreeMap<String, List<LeadEvent>>();
      for (int i = 0; i < 25; i++) {
        var events = life(random);
        Collections.shuffle(events, random);
        raw.put("L" + i, events);
        people.add(new LeadHistory("L" + i, events, List.of(), List.of()));
      }

      var report = CtaReport.of(people.stream(), DefaultPlaybook.PLAYBOOK);

      assertThat(report.byCta().values().stream().mapToLong(Figures::conversions).sum())
          .isPositive();
      report
          .byCta()
          .forEach((cta, figures) -> {
            assertThat(figures.clicks())
                .isEqualTo(raw.values().stream().mapToLong(l -> clicks(l, cta)).sum());
            assertThat(figures.people())
                .isEqualTo(raw.values().stream().filter(l -> clicks(l, cta) > 0).count());
            assertThat(figures.conversions())
                .isEqualTo(raw.values().stream().filter(l -> isConverted(l, cta)).count());
            assertThat(figures.clicksByPlace().values().stream().mapToLong(n -> n).sum())
                .isEqualTo(figures.clicks());
          });
    }
  }

  private List<LeadEvent> life(Random random) {
    var events = new ArrayList<LeadEvent>();
    for (int i = 0; i < 8; i++) {
      var at = Samples.T0.plus(Duration.ofHours(random.nextInt(24 * 40)));
      var cta =
          List.of("subscribe", "community", "first-ninety-days", "summit").get(random.nextInt(4));
      events.add(
          event(
              at,
              switch (random.nextInt(6)) {
                case 0 -> signUp();
                case 1 -> new ChannelFollowed("trellis-growth", null);
                case 2 -> new ContentRead("basics-first-ninety-days", 1, 60, null);
                case 3 -> new EventAttended(random.nextBoolean() ? "summit-2026" : "other", 60);
                default -> new CtaFollowed(cta, random.nextBoolean() ? "site" : null, null, null);
              }));
    }
    return events;
  }

  private static long clicks(List<LeadEvent> events, String cta) {
    return events.stream()
        .filter(e -> e.happening() instanceof CtaFollowed c && c.cta().equals(cta))
        .count();
  }

  private static boolean isConverted(List<LeadEvent> events, String cta) {
    for (var click : events) {
      for (var deed : events) {
        var late = Duration.between(click.occurredAt(), deed.occurredAt());
        if (click.happening() instanceof CtaFollowed c
            && c.cta().equals(cta)
            && isDeed(cta, deed.happening())
            && isAfter(click, deed)
            && late.compareTo(WINDOW) <= 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isDeed(String cta, Happening deed) {
    return switch (cta) {
      case "subscribe" -> deed instanceof FormSubmitted f && f.form().equals("newsletter");
      case "community" -> deed instanceof ChannelFollowed f && f.account().equals("trellis-growth");
      case "first-ninety-days" -> deed instanceof ContentRead r && r.content().contains("ninety");
      default -> deed instanceof EventAttended e && e.event().equals("summit-2026");
    };
  }

  // Those of the same instant are in the order of their ids, as a history has them.
  private static boolean isAfter(LeadEvent click, LeadEvent deed) {
    int time = click.occurredAt().compareTo(deed.occurredAt());
    return time < 0 || time == 0 && click.id().compareTo(deed.id()) < 0;
  }

  private static Happening signUp() {
    return new FormSubmitted("newsletter", new TreeMap<>(), true, "en", null, true);
  }

  private LeadEvent at(int hours, Happening happening) {
    return event(Samples.T0.plus(Duration.ofHours(hours)), happening);
  }

  private LeadEvent event(Instant at, Happening happening) {
    return Samples.event("e" + ++told, at, happening);
  }

  private static LeadHistory person(LeadEvent... events) {
    return new LeadHistory("L1", List.of(events), List.of(), List.of());
  }

  private static CtaReport report(LeadHistory... people) {
    return CtaReport.of(Stream.of(people), DefaultPlaybook.PLAYBOOK);
  }

  private static long converted(LeadHistory person) {
    return report(person).byCta().get("subscribe").conversions();
  }

  private static long clicks(LeadHistory person) {
    return report(person).byCta().get("subscribe").clicks();
  }
}
