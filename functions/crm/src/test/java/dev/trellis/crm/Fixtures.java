package dev.trellis.crm;

import module java.base;

import com.standardwebhooks.Webhook;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.profile.Profile;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryPersonalItems;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.playbook.PlaybookReader;

/** The default playbook, one believable lead, and keys that are good for nothing else. */
public final class Fixtures {

  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  public static final String SECRET = "whsec_c2FtcGxlIGtleSwgZ29vZCBmb3Igbm90aGluZyBidXQgdGVzdHM=";
  public static final Playbook PLAYBOOK =
      PlaybookReader.read(Path.of("..", "..", "infra", "playbook"));

  private static final Origin SUMMIT =
      new Origin("summit-talk", "summit-2026", "closing-slide", "summit-deck");

  private Fixtures() {}

  /** Somebody who scanned, asked for the deck and read it twice. */
  static Profile profile() {
    return Profile.EMPTY
        .with(event("e1", NOON.minusSeconds(600), SUMMIT, new CodeScanned(), "cookie:browser-1"))
        .with(
            event(
                "e2",
                NOON.minusSeconds(540),
                SUMMIT,
                new FormSubmitted("summit-deck", answers(), true, "en", "page-1"),
                "email:lin@example.com",
                "phone:+8613800138000"))
        .with(read("e3", 120))
        .with(read("e4", 60));
  }

  private static LeadEvent read(String id, int secondsAgo) {
    return event(
        id,
        NOON.minusSeconds(secondsAgo),
        Origin.NONE,
        new ContentRead("summit-deck", 1, 45, null),
        "email:lin@example.com");
  }

  private static TreeMap<String, String> answers() {
    return new TreeMap<>(
        Map.of(
            "name", "Lin Example",
            "company", "Example Ltd",
            "title", "CIO",
            "email", "lin@example.com",
            "mobile", "+8613800138000",
            "industry", "manufacturing",
            "need", "omni-channel-capture",
            "plan", "within-3-months",
            "company.size", "500",
            "question-7", "by phone, please"));
  }

  private static LeadEvent event(
      String id, Instant at, Origin origin, Happening happening, String... names) {
    var identities = new TreeSet<Identity>();
    List.of(names).forEach(name -> identities.add(Identity.parse(name)));
    return LeadEvent.of(id, at, Channel.EXPO, identities, origin, happening);
  }

  /** Stores a lead with the believable profile. */
  public static void lead(InMemoryTables tables, String lead) {
    var born = LeadEvent.about(lead, "born-" + lead, NOON, Channel.EXPO, new CodeScanned());
    new InMemoryLeadStore(tables)
        .append(
            new Append(born, LeadRecord.unborn(lead).withProfile(profile()), List.of(), Map.of()));
  }

  /** Leaves nothing of a lead but its tombstone. */
  public static void erase(InMemoryTables tables, String lead) {
    var read = new InMemoryLeadStore(tables).find(lead).orElseThrow();
    var items = new InMemoryPersonalItems(tables);
    items.bury(read.erased(NOON));
    items.clear(lead);
  }

  /** Lets the survivor, which is stored already, absorb the loser. */
  static void merge(InMemoryTables tables, String survivor, String loser) {
    var store = new InMemoryLeadStore(tables);
    var merging = LeadEvent.about(survivor, "merging", NOON, Channel.EXPO, new CodeScanned());
    store.append(
        new Append(
            merging,
            store.find(survivor).orElseThrow(),
            List.of(store.find(loser).orElseThrow()),
            Map.of()));
  }

  static String signature(String secret, String id, long timestamp, String body) {
    try {
      return new Webhook(secret).sign(id, timestamp, body);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
