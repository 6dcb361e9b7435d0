package dev.trellis.core;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.Wanted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Proof;

/** Lead events for tests. */
public final class Samples {

  public static final Instant T0 = Instant.parse("2026-11-20T02:00:00Z");

  private static final Origin TALK = new Origin("summit-talk", "summit", "stage", "summit-deck");

  private Samples() {}

  public static LeadEvent event(String id, Instant at, Happening happening, String... identities) {
    var names = identities.length == 0 ? new String[] {"cookie:c1"} : identities;
    var set =
        Arrays.stream(names).map(Identity::parse).collect(Collectors.toCollection(TreeSet::new));
    return LeadEvent.of(id, at, Channel.WEB, set, TALK, happening);
  }

  public static LeadEvent scan(String id, Instant at) {
    return event(id, at, new Happening.CodeScanned());
  }

  public static LeadEvent form(String id, Instant at, Map<String, String> answers) {
    return event(
        id,
        at,
        new Happening.FormSubmitted("summit-deck", new TreeMap<>(answers), true, "zh", "r" + id),
        "cookie:c1",
        "email:li.na@example.cn",
        "phone:+8613800138000");
  }

  public static LeadEvent read(String id, Instant at, String content) {
    return event(id, at, new Happening.ContentRead(content, 1, 30, "s1"));
  }

  public static List<LeadEvent> oneOfEachKind() {
    var values = new TreeMap<>(Map.of("company", "Example", "products", "a,b"));
    return List.of(
        scan("e1", T0),
        form("e2", T0.plusSeconds(10), Map.of("company", "示例公司", "industry", "manufacturing")),
        event("e3", T0.plusSeconds(20), new Happening.PageVisited("/pricing", 40, "线索评分")),
        read("e4", T0.plusSeconds(30), "summit-deck"),
        event(
            "e31", T0.plusSeconds(35), new Happening.ContentDownloaded("summit-deck", 1, "s1", T0)),
        event(
            "e5",
            T0.plusSeconds(40),
            new Happening.MailSent("s1", "m1", "deck", "c", "j", "abcdefgh")),
        event("e6", T0.plusSeconds(50), new Happening.MailDelivered("s1")),
        event("e7", T0.plusSeconds(60), new Happening.MailBounced("s1", true, "a0@example.com")),
        event("e8", T0.plusSeconds(70), new Happening.MailComplained("s1", "a1@example.com")),
        event("e9", T0.plusSeconds(80), new Happening.MailClicked("s1", "c")),
        event("e10", T0.plusSeconds(90), new Happening.Unsubscribed("s1", null)),
        event("e11", T0.plusSeconds(100), new Happening.EventAttended("summit", 3600)),
        event("e12", T0.plusSeconds(110), new Happening.ChannelFollowed("trellis", "scene")),
        event("e13", T0.plusSeconds(120), new Happening.CallRecorded("sdr", "reached", values)),
        event(
            "e32",
            T0.plusSeconds(125),
            new Happening.CallRecorded(
                "sdr", "callback", values, "prefers mornings", T0.plusSeconds(90_000))),
        event("e33", T0.plusSeconds(128), new Happening.NoteWritten("sdr", "knows our CEO")),
        event(
            "e14",
            T0.plusSeconds(130),
            new Happening.CrmChanged("stand-in", "h1", "returned", "no-need", null, "sam", values)),
        event("e15", T0.plusSeconds(140), new Happening.RecordImported("b1", 2, values)),
        event("e16", T0.plusSeconds(150), new Happening.JourneyEnded("j", 1, "v", "completed")),
        event("e17", T0.plusSeconds(160), new Happening.Overridden("ann", "typo", values)),
        event("e18", T0.plusSeconds(170), new Happening.MachineVisited("c", "s1", "head")),
        event("e19", T0.plusSeconds(180), new Happening.Separated("ann", "two people", "L2")),
        event(
            "e26",
            T0.plusSeconds(250),
            new Happening.NameClaimed("L3", Identity.parse("phone:+8613800138001"))),
        event("e27", T0.plusSeconds(260), new Happening.Joined("ann", "asked", "L3")),
        event("e28", T0.plusSeconds(270), new Happening.KeptApart("ann", "asked", "L4")),
        event(
            "e31",
            T0.plusSeconds(290),
            new Happening.PutIntoJourney("ann", "asked", "keep-in-touch-high")),
        event(
            "e32", T0.plusSeconds(300), new Happening.TakenOutOfJourney("ann", null, "high-value")),
        event("e20", T0.plusSeconds(190), new Happening.ErasureRequested("ann", "asked")),
        event("e29", T0.plusSeconds(250), new Happening.VisitorExpired(T0)),
        event("e30", T0.plusSeconds(280), new Happening.RetentionEnded(T0)),
        event("e21", T0.plusSeconds(200), new Happening.Demoted("high-value", "mil/high")),
        event(
            "e22",
            T0.plusSeconds(210),
            new Happening.PreferencesChosen(
                "s1", new TreeMap<>(Map.of("lead-scoring", "no")), "weekly")),
        event("e29", T0.plusSeconds(280), new Happening.Corrected("s1", values)),
        event("e30", T0.plusSeconds(290), new Happening.DataAsked("s1", Wanted.ERASURE)),
        event("e25", T0.plusSeconds(240), new Happening.CtaFollowed("subscribe", "mail", "s1", T0)),
        event("e23", T0.plusSeconds(220), new Happening.ConsentConfirmed("s1", "a0@example.com")),
        event(
            "e24",
            T0.plusSeconds(230),
            new Happening.FormSubmitted(
                "newsletter",
                new TreeMap<>(Map.of("email", "a1@example.com")),
                true,
                "en",
                "r24",
                true)));
  }

  /** A random history; ties in time and repeated kinds are frequent on purpose. */
  public static List<LeadEvent> history(Random random, int length) {
    var kinds = oneOfEachKind();
    return IntStream.range(0, length)
        .mapToObj(_ ->
            switch (random.nextInt(10)) {
              case 0, 1, 2, 3, 4 -> visit(random);
              case 5 -> mailbox(random);
              default -> any(random, kinds);
            })
        .toList();
  }

  /** What one of three mailboxes says of itself, as of now and of old, or that it was typed. */
  private static LeadEvent mailbox(Random random) {
    var at = T0.plus(Duration.ofHours(random.nextInt(40)));
    var address = "a" + random.nextInt(3) + "@example.com";
    var answers = new TreeMap<>(Map.of("email", address));
    return happened(
        random,
        at,
        switch (random.nextInt(8)) {
          case 0 -> new Happening.MailBounced("s1", true);
          case 1 -> new Happening.MailBounced("s1", true, address);
          case 2 -> new Happening.MailComplained("s1");
          case 3 -> new Happening.MailComplained("s1", address);
          case 4 -> new Happening.FormSubmitted("deck", answers, true, "en", "r", false);
          default -> new Happening.MailBounced("s1", false, address);
        });
  }

  private static LeadEvent any(Random random, List<LeadEvent> kinds) {
    var kind = kinds.get(random.nextInt(kinds.size()));
    var at = T0.plus(Duration.ofHours(random.nextInt(24 * 30)));
    return happened(random, at, kind.happening());
  }

  /** Around the delivery of one of three mails: deliveries, machines and people, seconds apart. */
  private static LeadEvent visit(Random random) {
    int number = random.nextInt(3);
    var mail = "m" + number;
    var mailedAt = T0.plus(Duration.ofMinutes(30L * number));
    var at = mailedAt.plusMillis(500L * random.nextInt(20));
    var content = "c" + random.nextInt(2);
    var anyTime = mailedAt.plus(Duration.ofMinutes(random.nextInt(90)));
    return switch (random.nextInt(8)) {
      case 7 -> happened(random, at, new Happening.ContentDownloaded(content, 1, mail, mailedAt));
      case 0 -> happened(random, at, new Happening.MailDelivered(mail));
      case 1 -> happened(random, at, new Happening.MailClicked(mail, null));
      case 2 -> happened(random, at, new Happening.MachineVisited(content, mail, "head"));
      case 3 -> happened(random, at.plusSeconds(9), left(content, mail, mailedAt));
      case 4 -> happened(random, anyTime, left(content, mail, mailedAt));
      case 5 -> happened(random, anyTime, read(random, content, mail, mailedAt));
      default -> happened(random, at, read(random, content, mail, mailedAt));
    };
  }

  private static Happening read(Random random, String content, String mail, Instant mailedAt) {
    return new Happening.ContentRead(
        content, 1 + random.nextInt(2), random.nextInt(60), mail, mailedAt);
  }

  private static Happening left(String content, String mail, Instant mailedAt) {
    return new Happening.PageVisited("content/" + content, 40, null, mail, mailedAt);
  }

  private static LeadEvent happened(Random random, Instant at, Happening happening) {
    var event = told(random, at, happening);
    return switch (random.nextInt(5)) {
      case 0 -> event.vouched();
      case 4 -> event.proving("email", Proof.HELD);
      case 1 -> event.proving("cookie", Proof.HELD);
      case 2 ->
          event.claiming(
              Map.of(
                  Identity.parse("phone:+861380013800" + random.nextInt(9)),
                  random.nextBoolean() ? "" : "L" + random.nextInt(3)),
              new TreeSet<>(List.of("company", "consent")));
      case 3 ->
          event
              .denying(
                  new TreeSet<>(List.of(Identity.parse("phone:+861380013800" + random.nextInt(9)))))
              .repeating(new TreeSet<>(List.of(random.nextBoolean() ? "consent" : "subscription")))
              .unoffered(new TreeSet<>(List.of("need")));
      default -> event;
    };
  }

  private static LeadEvent told(Random random, Instant at, Happening happening) {
    return new LeadEvent(
        1,
        "e" + Long.toString(random.nextLong(1L << 40), 36),
        at,
        Channel.values()[random.nextInt(Channel.values().length)],
        null,
        new TreeSet<>(
            List.of(
                Identity.parse("cookie:c" + random.nextInt(4)),
                Identity.parse("email:a" + random.nextInt(3) + "@example.com"))),
        false,
        TALK,
        happening);
  }
}
