package dev.trellis.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryTables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten thousand events of people whom we know, told by whatever names each channel had. */
@Tag("R17")
class UnifiedIdentityTest {

  private static final int PEOPLE = 1000;
  private static final int EVENTS = 10_000;

  private final Random random = new Random(17);
  private final InMemoryTables tables = new InMemoryTables();
  private final ScoreLead score =
      new ScoreLead(new InMemoryLeadStore(tables), Room.MENTIONS, InstantSource.fixed(Events.NOON));

  @Test
  void everyoneIsFoundAgainAndNobodyIsTakenForAnother() {
    var personOf = new HashMap<String, Integer>();
    var events = events(personOf);
    events.forEach(score::score);

    var leadOf = leadOf();
    var peopleOf = new HashMap<String, Set<Integer>>();
    leadOf.forEach((event, lead) ->
        peopleOf.computeIfAbsent(lead, _ -> new HashSet<>()).add(personOf.get(event)));
    assertThat(leadOf).hasSize(EVENTS);
    assertThat(peopleOf.values()).allSatisfy(people -> assertThat(people).hasSize(1));
    int best = connectedByNames(events, personOf);
    assertThat(peopleOf.size()).isBetween(best, best + best / 20);
    var recall = recall(leadOf, personOf);
    System.out.printf(
        "identity: 0 false merges, recall %.4f of pairs of events, %d leads (at best %d)%n",
        recall, peopleOf.size(), best);
    assertThat(recall).isGreaterThan(0.8);
  }

  /** The living lead of each event, by event id. */
  private Map<String, String> leadOf() {
    var leads = new HashMap<String, LeadRecord>();
    tables.leads().forEach(lead -> leads.put(lead.lead(), lead));
    var leadOf = new HashMap<String, String>();
    for (var lead : leads.keySet()) {
      var living = lead;
      while (leads.get(living).mergedInto() != null) {
        living = leads.get(living).mergedInto();
      }
      for (var event : tables.events(lead)) {
        leadOf.put(event.id(), living);
      }
    }
    return leadOf;
  }

  /** How many people can be told apart at best, since some have events that no name connects. */
  private static int connectedByNames(List<LeadEvent> events, Map<String, Integer> personOf) {
    var groupsOf = new HashMap<Integer, List<Set<Identity>>>();
    for (var event : events) {
      var groups = groupsOf.computeIfAbsent(personOf.get(event.id()), _ -> new ArrayList<>());
      var group = new HashSet<Identity>();
      event.identities().stream().filter(i -> !isShared(i)).forEach(group::add);
      for (var other : List.copyOf(groups)) {
        if (!Collections.disjoint(other, group)) {
          groups.remove(other);
          group.addAll(other);
        }
      }
      groups.add(group);
    }
    return groupsOf.values().stream().mapToInt(List::size).sum();
  }

  private static boolean isShared(Identity identity) {
    return identity.value().equals("tablet")
        || identity.value().startsWith("+86139")
        || identity.value().equals("+8613800000000");
  }

  /** Of all pairs of events of one person: how many ended in one lead. */
  private static double recall(Map<String, String> leadOf, Map<String, Integer> personOf) {
    var together = new HashMap<String, Long>();
    var all = new HashMap<Integer, Long>();
    leadOf.forEach((event, lead) -> {
      together.merge(lead, 1L, Long::sum);
      all.merge(personOf.get(event), 1L, Long::sum);
    });
    return (double) pairs(together.values()) / pairs(all.values());
  }

  private static long pairs(Collection<Long> counts) {
    return counts.stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }

  private List<LeadEvent> events(Map<String, Integer> personOf) {
    var events = new ArrayList<LeadEvent>();
    for (int i = 0; i < EVENTS; i++) {
      int person = random.nextInt(PEOPLE);
      var id = "event-" + i;
      personOf.put(id, person);
      events.add(
          switch (random.nextInt(10)) {
            case 0 -> atTheOffice(id, person);
            case 1 -> onTheTablet(id, person);
            default -> {
              var names = names(person);
              Collections.shuffle(names, random);
              var some = names.subList(0, 1 + random.nextInt(3));
              yield Events.scan(id, some.toArray(String[]::new));
            }
          });
    }
    return events;
  }

  // Twenty colleagues leave the number of their office, or one that they make up, and write their
  // names in either script.
  private LeadEvent atTheOffice(String id, int person) {
    var number = random.nextInt(4) == 0 ? "+8613800000000" : "+86139%08d".formatted(person / 20);
    return Events.form(
        id,
        Map.of("name", (person % 2 == 0 ? "P%04d" : "人%04d").formatted(person)),
        "phone:" + number,
        "email:p" + person + "@example.com");
  }

  private static LeadEvent onTheTablet(String id, int person) {
    var scan = Events.scan(id, "cookie:tablet", "wecom:w" + person);
    return new LeadEvent(
        1, id, Events.NOON, scan.channel(), null, scan.identities(), true, null, scan.happening());
  }

  private static List<String> names(int person) {
    return new ArrayList<>(
        List.of(
            "cookie:desk-" + person,
            "cookie:phone-" + person,
            "email:p" + person + "@example.com",
            "phone:+86137%08d".formatted(1 + person),
            "openid:o" + person,
            "unionid:u" + person,
            "wecom:w" + person));
  }
}
