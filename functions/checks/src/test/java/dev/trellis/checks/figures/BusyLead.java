package dev.trellis.checks.figures;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.JourneyEnded;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.profile.Profile;

/** Someone with a hundred events in fifteen weeks: scan, form, mails and reads, calls, the CRM. */
final class BusyLead {

  private static final Origin TALK =
      new Origin("summit-talk", "summit-2026", "closing-slide", "summit-deck");
  private static final List<String> TOPICS =
      List.of(
          "omni-channel-capture",
          "progressive-profiling",
          "unified-identity",
          "tag-system",
          "lead-scoring",
          "nurture-journeys",
          "content-operations",
          "event-marketing",
          "sales-handoff",
          "roi-attribution");

  private Profile profile = Profile.EMPTY;
  private Instant now = Instant.parse("2026-10-22T01:10:00.123Z");
  private int events;

  private BusyLead() {}

  static Profile afterHundredEvents() {
    var lead = new BusyLead();
    lead.arrive();
    TOPICS.forEach(lead::followTopic);
    lead.meetSales();
    if (lead.events != 100) {
      throw new IllegalStateException(lead.events + " events");
    }
    return lead.profile;
  }

  private void arrive() {
    happens(Channel.EXPO, TALK, new CodeScanned(), cookie(1));
    var answers =
        new TreeMap<>(
            Map.of(
                "name", "王小明",
                "company", "示例制造有限公司",
                "title", "市场总监",
                "email", "visitor-0001@example.com",
                "mobile", "+8613800138000",
                "industry", "manufacturing",
                "need", "lead-scoring",
                "plan", "within-12-months"));
    happens(
        Channel.EXPO,
        TALK,
        new FormSubmitted("summit-deck", answers, true, "zh", random()),
        cookie(1),
        new Identity(IdentityType.EMAIL, "visitor-0001@example.com"),
        new Identity(IdentityType.PHONE, "+8613800138000"));
    told(new JourneyEnded("summit-deck", 1, random(), "completed"));
    told(new EventAttended("summit-2026", 2400));
  }

  // Nine each: two mails with their reports, reads of them, pages of the site.
  private void followTopic(String topic) {
    for (var type : List.of("strategy", "solution")) {
      var content = topic + "-" + type;
      var send = random();
      pass(Duration.ofDays(3));
      told(new MailSent(send, random(), "content", content, "high-value"));
      told(new MailDelivered(send));
      pass(Duration.ofHours(5));
      told(new ContentRead(content, 1, 75, send));
    }
    told(new ContentRead(topic + "-solution", 1, 40, null));
    happens(Channel.WEB, Origin.NONE, new PageVisited("pricing", 35, null), cookie(2));
    happens(Channel.WEB, Origin.NONE, new PageVisited("cases", 90, null), cookie(2));
    pass(Duration.ofDays(4));
  }

  private void meetSales() {
    var answers = new TreeMap<>(Map.of("plan", "within-3-months", "budget", "yes"));
    told(new CallRecorded("sdr-1", "interested", answers));
    for (var status : List.of("received", "accepted", "stage", "stage", "won")) {
      pass(Duration.ofDays(1));
      happens(
          Channel.CRM,
          Origin.NONE,
          new CrmChanged(
              "stand-in",
              random(),
              status,
              null,
              status.equals("stage") ? "proposal" : null,
              "sales-1",
              new TreeMap<>()),
          new Identity(IdentityType.CRM, "stand-in/" + "C-100200"));
    }
  }

  private void told(Happening happening) {
    happens(Channel.MAIL, Origin.NONE, happening, cookie(1));
  }

  private void happens(Channel channel, Origin origin, Happening happening, Identity... who) {
    pass(Duration.ofSeconds(61));
    events++;
    profile =
        profile.with(
            LeadEvent.of(
                Ids.derived("event", Integer.toString(events)),
                now,
                channel,
                new TreeSet<>(List.of(who)),
                origin,
                happening));
  }

  // Ids look random but are the same in every run.
  private String random() {
    return Ids.derived("random", Integer.toString(events));
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private static Identity cookie(int number) {
    return new Identity(IdentityType.COOKIE, "browser-%08d".formatted(number));
  }
}
