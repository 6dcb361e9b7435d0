package dev.trellis.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.Joined;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.Happening.Separated;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever two people did before and after a mistaken merge: a split gives each their own. */
@Tag("R17")
class MergeAndSplitTest {

  private static final int WORLDS = 500;

  @Test
  void mergeThenSplitIsIdentity() {
    for (int seed = 0; seed < WORLDS; seed++) {
      new World(seed).plays();
    }
  }

  @Test
  @Tag("R24")
  void whatWasTypedStaysAClaimThroughAMergeByHandAndItsSplit() {
    int claims = 0;
    for (int seed = 0; seed < WORLDS / 4; seed++) {
      claims += new TypedWorld(seed).plays();
    }
    assertThat(claims).isGreaterThan(WORLDS / 4);
  }

  @Test
  @Tag("R9")
  void aNoThatARowSaysOfEachOfTwoIsEachOnesAfterTheSplit() {
    var room = new Room();
    var names = List.of("email:a@example.com", "email:b@example.com");
    for (var name : names) {
      room.take(row("yes-" + name, name, "yes"));
    }
    var a = room.owner(names.getFirst());
    var b = room.owner(names.getLast());
    room.take(LeadEvent.about(a, "joined", Events.NOON, Channel.SYSTEM, new Joined("x", "y", b)));
    for (var name : names) {
      room.take(row("no-" + name, name, "no"));
    }
    var survivor = room.find(a).mergedInto() == null ? a : b;
    var split = new Separated("x", "y", survivor.equals(a) ? b : a);
    room.take(LeadEvent.about(survivor, "split", Events.NOON, Channel.SYSTEM, split));

    for (var lead : List.of(a, b)) {
      assertThat(room.find(lead).profile().value("consent")).contains("no");
    }
  }

  private static LeadEvent row(String id, String name, String consent) {
    var values = new TreeMap<>(Map.of("consent", consent));
    var at = Events.NOON.plusSeconds(consent.equals("no") ? 60 : 0);
    return Events.event(id.replace("@", "."), at, new RecordImported("file", 1, values), name)
        .vouched();
  }

  /** Two people whose numbers and names are typed beside each other's addresses. */
  private static final class TypedWorld {

    private final int seed;
    private final Room room = new Room();
    private final RandomPeople people;
    private final Set<String> readers = new HashSet<>();
    private int told;

    TypedWorld(int seed) {
      this.seed = seed;
      this.people = new RandomPeople(seed);
    }

    /** How many claims there were. */
    int plays() {
      types("a", "a", "a");
      types("b", "b", "b");
      readers.add(anybody());
      readers.forEach(who -> reads(who, room.owner(address(who))));
      for (int i = people.next(5); i >= 0; i--) {
        types(anybody(), anybody(), anybody());
      }
      var a = room.owner("email:a@example.com");
      var b = room.owner("email:b@example.com");
      takes(about(a, "joined", new Joined("x", "y", b)));
      for (int i = people.next(4); i > 0; i--) {
        var who = anybody();
        types(who, who, who);
      }
      if (people.next(2) == 0) {
        var right = new TreeMap<>(Map.of("mobile", "+8613812345679"));
        takes(about(a, "corrected", new Overridden("x", "y", right)).vouched());
      }
      for (int i = people.next(4); i > 0; i--) {
        mails(anybody(), people.next(2) == 0 ? a : b, "together");
      }
      var reader = anybody();
      readers.add(reader);
      reads(reader, reader.equals("a") ? a : b);
      var survivor = room.find(a).mergedInto() == null ? a : b;
      takes(about(survivor, "split", new Separated("x", "y", survivor.equals(a) ? b : a)));

      for (var who : List.of("a", "b")) {
        mails(who, people.next(2) == 0 ? a : b, "late");
      }
      isTheirOwn("a", a);
      isTheirOwn("b", b);
      return room.find(a).profile().claims().size() + room.find(b).profile().claims().size();
    }

    private void isTheirOwn(String who, String lead) {
      var record = room.find(lead);
      var expected = Profile.EMPTY;
      for (var logged : room.store.log(lead)) {
        expected = expected.with(logged.event());
      }
      assertThat(record.profile().toJson())
          .as("%s of world %s", who, seed)
          .isEqualTo(expected.toJson());
      assertThat(record.mergedInto()).isNull();
      assertThat(record.profile().identities())
          .as("%s of world %s", who, seed)
          .hasToString("[email:%s@example.com, phone:%s]".formatted(who, number(who)));
      var shown = new TreeMap<>(record.profile().proofs());
      shown.values().removeIf(Proof.DENIED::equals);
      assertThat(shown.keySet().toString())
          .as("%s of world %s", who, seed)
          .isEqualTo(readers.contains(who) ? "[" + address(who) + "]" : "[]");
      assertThat(record.profile().sent().keySet()).allMatch(c -> c.startsWith("for-" + who));
      assertThat(record.profile().delivered()).hasSameSizeAs(record.profile().sent());
      assertThat(record.profile().value("name")).contains("Nora " + who.repeat(5));
    }

    // To one's mailbox, for whichever of the two it was asked for; it arrives at once or much
    // later.
    private void mails(String who, String lead, String when) {
      var send = when + told++;
      var mark = Identity.parse(address(who)).mark();
      var sent = new MailSent(send, "m", "content", "for-" + who + told, "j", mark);
      takes(about(lead, "sent-" + send, sent));
      takes(about(lead, "arrived-" + send, new MailDelivered(send)));
    }

    private String anybody() {
      return people.next(2) == 0 ? "a" : "b";
    }

    // Behind a link that was mailed to them: the mailbox is theirs.
    private void reads(String who, String lead) {
      takes(HeldMailboxTest.read("read-" + told++, lead, address(who), "cookie:anybody"));
    }

    private static String address(String who) {
      return "email:" + who + "@example.com";
    }

    private void types(String address, String number, String name) {
      takes(
          Events.form(
              "typed-" + told++,
              Map.of("name", "Nora " + name.repeat(5), "mobile", number(number)),
              "email:" + address + "@example.com",
              "phone:" + number(number)));
    }

    private void takes(LeadEvent event) {
      room.take(event).events().forEach(room::take);
    }

    private static LeadEvent about(String lead, String id, Happening happening) {
      return LeadEvent.about(lead, id, Events.NOON, Channel.SYSTEM, happening);
    }

    private static String number(String who) {
      return who.equals("a") ? "+8613812345671" : "+8613812345672";
    }
  }

  private static final class World {

    private final int seed;
    private final Room room = new Room();
    private final RandomPeople people;
    private final Map<String, List<LeadEvent>> told = new HashMap<>();

    World(int seed) {
      this.seed = seed;
      this.people = new RandomPeople(seed);
    }

    void plays() {
      lives("a", 1 + people.next(4));
      lives("b", 1 + people.next(4));
      var a = room.owner(email("a"));
      var b = room.owner(email("b"));
      var owners = owners();
      var merging = people.event(email("a"), people.next(2) == 0 ? phone("b") : email("b"));
      room.take(merging);
      // In the end it is a's, and tells nothing of b.
      told.get("a").add(merging.without(ofB(merging)));
      assertThat(room.find(a).mergedInto() == null).isNotEqualTo(room.find(b).mergedInto() == null);
      lives("a", people.next(5));
      lives("b", people.next(5));
      var survivor = room.find(a).mergedInto() == null ? a : b;
      var absorbed = survivor.equals(a) ? b : a;
      var split =
          LeadEvent.about(
              survivor, "split", Events.NOON, Channel.SYSTEM, new Separated("x", "y", absorbed));
      room.take(split);
      told.get(survivor.equals(a) ? "a" : "b").add(split);

      isTheirOwn("a", a);
      isTheirOwn("b", b);
      owners.forEach((name, owner) ->
          assertThat(room.owner(name)).as("%s in world %s", name, seed).isEqualTo(owner));
      room.take(split);
      isTheirOwn("a", a);
      isTheirOwn("b", b);
    }

    private static List<Identity> ofB(LeadEvent merging) {
      return merging.identities().stream()
          .filter(name -> !name.toString().equals(email("a")))
          .toList();
    }

    private void isTheirOwn(String who, String lead) {
      var events = told.get(who);
      assertThat(room.events(lead))
          .as("%s in world %s", who, seed)
          .containsExactlyInAnyOrderElementsOf(events.stream().map(LeadEvent::id).toList());
      var record = room.find(lead);
      var expected = Profile.EMPTY;
      for (var event : events) {
        expected = expected.with(event);
      }
      assertThat(record.profile().toJson()).isEqualTo(expected.toJson());
      assertThat(record.mergedInto()).isNull();
      assertThat(record.absorbed()).isEmpty();
    }

    private void lives(String who, int more) {
      if (told.get(who) == null) {
        tell(who, people.event(email(who), browser(who), phone(who)));
      }
      for (int i = 0; i < more; i++) {
        var names =
            switch (people.next(5)) {
              case 0 -> new String[] {browser(who)};
              case 1 -> new String[] {email(who), "cookie:" + who + people.next(3)};
              case 2 -> new String[] {phone(who), "wecom:" + who};
              case 3 -> new String[] {"openid:" + who, browser(who), email(who)};
              default -> new String[] {email(who)};
            };
        tell(who, people.event(names));
      }
    }

    // The second person has no address when they are merged, or nothing would merge them.
    private static String email(String who) {
      return who.equals("a") ? "email:a@example.com" : "unionid:b";
    }

    private static String phone(String who) {
      return "phone:+861380013800" + (who.equals("a") ? 1 : 2);
    }

    private static String browser(String who) {
      return "cookie:" + who;
    }

    private void tell(String who, LeadEvent event) {
      room.take(event);
      told.computeIfAbsent(who, _ -> new ArrayList<>()).add(event);
    }

    private Map<String, String> owners() {
      var owners = new HashMap<String, String>();
      for (var lead : room.living()) {
        for (Identity name : lead.profile().identities()) {
          owners.put(name.toString(), room.owner(name.toString()));
        }
      }
      return owners;
    }
  }
}
