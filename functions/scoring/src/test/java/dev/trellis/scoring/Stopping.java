package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.Crowd;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.PersonalItems;
import dev.trellis.core.port.sweep.Regrouping;

/** A room whose power fails after a number of writes. */
final class Stopping {

  private final Room room;
  private int left;

  Stopping(Room room, int writes) {
    this.room = room;
    this.left = writes;
  }

  private void write() {
    if (left-- == 0) {
      throw new IllegalStateException("stopped");
    }
  }

  LeadStore store() {
    return new LeadStore() {
      @Override
      public Map<Identity, Name> names(Set<Identity> identities) {
        return room.store.names(identities);
      }

      @Override
      public Optional<LeadRecord> find(String lead) {
        return room.store.find(lead);
      }

      @Override
      public List<Logged> log(String lead) {
        return room.store.log(lead);
      }

      @Override
      public AppendResult append(Append append) {
        write();
        return room.store.append(append);
      }

      @Override
      public void count(String once, Collection<Crowd> crowds, Instant now) {
        write();
        room.store.count(once, crowds, now);
      }
    };
  }

  Regrouping regrouping() {
    return new Regrouping() {
      @Override
      public void put(String lead, Collection<LeadStore.Logged> events) {
        write();
        room.regrouping.put(lead, events);
      }

      @Override
      public void give(String lead, Map<Identity, String> owners) {
        write();
        room.regrouping.give(lead, owners);
      }

      @Override
      public void drop(String lead, Set<String> events) {
        write();
        room.regrouping.drop(lead, events);
      }
    };
  }

  PersonalItems items() {
    return new PersonalItems() {
      @Override
      public List<Stored> all(String lead) {
        return room.items.all(lead);
      }

      @Override
      public boolean bury(LeadRecord tombstone) {
        write();
        return room.items.bury(tombstone);
      }

      @Override
      public void clear(String lead) {
        write();
        room.items.clear(lead);
      }

      @Override
      public void forget(Set<Identity> identities, Set<String> leads, Instant erasedAt) {
        write();
        room.items.forget(identities, leads, erasedAt);
      }

      @Override
      public void unclaim(Set<Identity> identities, Set<String> leads) {
        write();
        room.items.unclaim(identities, leads);
      }
    };
  }
}
