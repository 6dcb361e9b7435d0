package dev.trellis.checks.ports;

import module java.base;

import dev.trellis.core.event.Crowd;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;

/** A store whose user is killed after so many looks at names. */
final class Mortal implements LeadStore {

  private final LeadStore store;
  private int left;

  Mortal(LeadStore store, int left) {
    this.store = store;
    this.left = left;
  }

  @Override
  public Map<Identity, Name> names(Set<Identity> identities) {
    if (left-- == 0) {
      throw new IllegalStateException("killed");
    }
    return store.names(identities);
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

  @Override
  public List<Logged> log(String lead) {
    return store.log(lead);
  }
}
