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
import dev.trellis.core.event.Happening.MachineVisited;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.profile.Profile;

/** Kinds of people with a hundred events, by what they do most of all. */
enum BusyKind {
  READER(70, 10, 5, 5, 10),
  VISITOR(15, 70, 5, 5, 5),
  EVENT_GOER(20, 15, 50, 10, 5),
  FORM_FILLER(20, 15, 10, 50, 5),
  SALES_WORKED(20, 15, 5, 10, 50);

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
  private static final List<String> TYPES = List.of("basics", "strategy", "solution", "case");

  private final int[] weights;

  BusyKind(int... weights) {
    this.weights = weights;
  }

  /** Someone of this kind after a hundred events in fifteen weeks. */
  Profile lead(long seed) {
    return new Life(new Random(seed), false).lived();
  }

  /** The same whose links said where they were mailed. */
  Profile holder(long seed) {
    return new Life(new Random(seed), true).lived();
  }

  private final class Life {

    private final Random random;
    private final boolean isHolder;
    private Instant now = Instant.parse("2026-10-22T01:10:00Z");
    private Profile profile = Profile.EMPTY;

    Life(Random random, boolean isHolder) {
      this.random = random;
      this.isHolder = isHolder;
    }

    Profile lived() {
      fill("summit-deck");
      while (profile.events() < 100) {
        switch (what()) {
          case 0 -> mail();
          case 1 -> told(Channel.WEB, new PageVisited(content(), random.nextInt(300), null));
          case 2 -> attend();
          case 3 -> fill("form-" + random.nextInt(6));
          default -> sell();
        }
        now = now.plusMillis(random.nextLong(Duration.ofDays(3).toMillis()));
      }
      return profile;
    }

    private int what() {
      int at = random.nextInt(100);
      int what = 0;
      while (at >= weights[what]) {
        at -= weights[what++];
      }
      return what;
    }

    // Half of the readers come at once, a third after a gateway.
    private void mail() {
      var send = id();
      var content = content();
      var mailedAt = now;
      told(Channel.MAIL, new MailSent(send, id(), "content", content, "high-value"));
      pass(900);
      told(Channel.MAIL, new MailDelivered(send));
      if (random.nextInt(3) == 0) {
        pass(1_500);
        told(Channel.MAIL, new MachineVisited(content, send, "gateway:mimecast"));
        told(Channel.MAIL, new ContentRead(content, 1, 0, send, mailedAt));
      }
      pass(random.nextBoolean() ? 40 * 60_000 : 40 * 3_600_000);
      told(Channel.MAIL, new MailClicked(send, content));
      told(Channel.MAIL, new ContentRead(content, 1 + random.nextInt(2), 0, send, mailedAt));
      pass(90_000);
      told(
          Channel.MAIL,
          new PageVisited("content/" + content, random.nextInt(300), null, send, mailedAt));
    }

    private void attend() {
      told(Channel.EXPO, new CodeScanned());
      told(Channel.EXPO, new EventAttended("summit-" + random.nextInt(9), random.nextInt(7200)));
    }

    private void fill(String form) {
      var answers =
          new TreeMap<>(
              Map.of(
                  "name",
                  "王小明",
                  "company",
                  "示例制造有限公司",
                  "title",
                  "市场总监",
                  "email",
                  "visitor-0001@example.com",
                  "mobile",
                  "+8613800138000",
                  "industry",
                  "manufacturing",
                  "need",
                  TOPICS.get(random.nextInt(10)),
                  "plan",
                  "within-12-months",
                  "question-" + random.nextInt(9),
                  "option-" + random.nextInt(9)));
      told(Channel.WEB, new FormSubmitted(form, answers, true, "zh", id()));
    }

    private void sell() {
      var values = new TreeMap<>(Map.of("budget", "yes", "products", "suite-" + random.nextInt(4)));
      told(Channel.SYSTEM, new CallRecorded("sdr-1", "interested", values));
      told(
          Channel.CRM,
          new CrmChanged("stand-in", id(), "stage", null, "proposal", "sales-1", values));
    }

    private void told(Channel channel, Happening happening) {
      if (profile.events() < 100) {
        pass(61_000L + random.nextInt(1000));
        var origin = new Origin("code-" + random.nextInt(9), "summit-2026", "booth", null);
        var names = new TreeSet<Identity>();
        names.add(Identity.parse("cookie:browser-0000000" + random.nextInt(3)));
        names.add(Identity.parse("email:visitor-0001@example.com"));
        names.add(Identity.parse("phone:+8613800138000"));
        var event = LeadEvent.of(id(), now, channel, names, origin, happening);
        profile =
            profile.with(
                isHolder && happening instanceof ContentRead
                    ? event.proving("email", Proof.HELD)
                    : event);
      }
    }

    private String content() {
      return TOPICS.get(random.nextInt(10)) + "-" + TYPES.get(random.nextInt(4));
    }

    private void pass(long millis) {
      now = now.plusMillis(millis);
    }

    private String id() {
      var bytes = new byte[12];
      random.nextBytes(bytes);
      return Base64.getUrlEncoder().encodeToString(bytes);
    }
  }
}
