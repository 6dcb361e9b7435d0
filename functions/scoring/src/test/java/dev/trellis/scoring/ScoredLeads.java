package dev.trellis.scoring;

import static dev.trellis.scoring.Events.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Crowd;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryTables;

/** Leads in memory, and events that are scored. */
abstract class ScoredLeads {

  static final String EMAIL = "email:lin@example.com";
  static final String MOBILE = "phone:+8613800138000";
  static final String OTHER_EMAIL = "email:wang@example.cn";
  static final String OTHER_MOBILE = "phone:+8613800138001";
  static final String COOKIE = "cookie:browser-1";

  final InMemoryTables tables = new InMemoryTables();
  final InMemoryLeadStore store = new InMemoryLeadStore(tables);
  final ScoreLead score = new ScoreLead(store, Room.MENTIONS, InstantSource.fixed(NOON));

  // As the queue does: until it is done.
  Consequences delivered(LeadEvent event) {
    while (true) {
      try {
        return score.score(event);
      } catch (ContentionException e) {
        Thread.onSpinWait();
      }
    }
  }

  static LeadEvent delivery(String lead, String id, String send) {
    return LeadEvent.about(lead, id, NOON, Channel.MAIL, new MailDelivered(send));
  }

  // The names of the two youngest leads, so that the oldest is merged last.
  String[] larger(String... names) {
    return java.util.Arrays.stream(names)
        .sorted(java.util.Comparator.comparing(this::owner).reversed())
        .limit(2)
        .toArray(String[]::new);
  }

  String born(LeadEvent event) {
    return score.score(event).updates().getFirst().lead();
  }

  LeadRecord find(String lead) {
    return store.find(lead).orElseThrow();
  }

  String owner(String identity) {
    return store.owners(Set.of(Identity.parse(identity))).get(Identity.parse(identity));
  }

  List<LeadRecord> living() {
    return tables.leads().stream().filter(l -> l.mergedInto() == null).toList();
  }

  LeadRecord onlyLiving() {
    assertThat(living()).hasSize(1);
    return living().getFirst();
  }

  /** Lets others do something just before the first append. */
  static final class Interrupted extends ForwardingStore {
    final ArrayDeque<Runnable> others;

    Interrupted(LeadStore store, Runnable other) {
      super(store);
      this.others = new ArrayDeque<>(List.of(other));
    }

    @Override
    public AppendResult append(Append append) {
      if (!others.isEmpty()) {
        others.poll().run();
      }
      return super.append(append);
    }
  }

  static class ForwardingStore implements LeadStore {
    final LeadStore store;

    ForwardingStore(LeadStore store) {
      this.store = store;
    }

    @Override
    public Map<Identity, Name> names(Set<Identity> identities) {
      return store.names(identities);
    }

    @Override
    public List<Logged> log(String lead) {
      return store.log(lead);
    }

    @Override
    public Optional<LeadRecord> find(String lead) {
      return store.find(lead);
    }

    @Override
    public AppendResult append(Append append) {
      return store.append(append);
    }

    @Override
    public void count(String once, Collection<Crowd> crowds, Instant now) {
      store.count(once, crowds, now);
    }
  }
}
