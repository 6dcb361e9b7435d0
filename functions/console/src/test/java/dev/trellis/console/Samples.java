package dev.trellis.console;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;

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

  /** A random history of what people do, what we do with them, and what others say of them. */
  public static List<LeadEvent> history(Random random, int length) {
    return IntStream.range(0, length).mapToObj(i -> any(random, "h" + i)).toList();
  }

  private static LeadEvent any(Random random, String id) {
    var at = T0.plus(Duration.ofHours(random.nextInt(24 * 30)));
    var values = new TreeMap<>(Map.of("company", "Example", "products", "a,b"));
    return switch (random.nextInt(9)) {
      case 0 -> event(id, at, new Happening.CodeScanned());
      case 1 -> form(id, at, Map.of("company", "示例公司", "industry", "manufacturing"));
      case 2 -> event(id, at, new Happening.PageVisited("/pricing", 40, "线索评分"));
      case 3 -> event(id, at, new Happening.MailBounced("s1", random.nextBoolean()));
      case 4 -> event(id, at, new Happening.Unsubscribed("s1", null));
      case 5 -> event(id, at, new Happening.CallRecorded("sdr", "reached", values));
      case 6 -> event(id, at, new Happening.RecordImported("b1", 2, values));
      case 7 -> event(id, at, new Happening.MachineVisited("c", "s1", "head"));
      default -> read(id, at, "summit-deck");
    };
  }
}
