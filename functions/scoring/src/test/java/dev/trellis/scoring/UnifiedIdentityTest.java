package dev.trellis.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryTables;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
      new ScoreLead(new InMemoryLeadStore(tables), InstantSource.fixed(Events.NOON));

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
    assertThat(peopleOf).hasSize(connectedByNames(events, personOf));
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
      var group = new HashSet<>(event.identities());
      for (var other : List.copyOf(groups)) {
        if (!Collections.disjoint(other, event.identities())) {
          groups.remove(other);
          group.addAll(other);
        }
      }
      groups.add(group);
    }
    return groupsOf.values().stream().mapToInt(List::size).sum();
  }

  private List<LeadEvent> events(Map<String, Integer> personOf) {
    var events = new ArrayList<LeadEvent>();
    for (int i = 0; i < EVENTS; i++) {
      int person = random.nextInt(PEOPLE);
      var names = names(person);
      Collections.shuffle(names, random);
      var some = names.subList(0, 1 + random.nextInt(3));
      var id = "event-" + i;
      personOf.put(id, person);
      events.add(Events.scan(id, some.toArray(String[]::new)));
    }
    return events;
  }

  private static List<String> names(int person) {
    return new ArrayList<>(
        List.of(
            "cookie:desk-" + person,
            "cookie:phone-" + person,
            "email:p" + person + "@example.com",
            "phone:+86138%08d".formatted(person),
            "openid:o" + person,
            "unionid:u" + person,
            "wecom:w" + person));
  }
}
