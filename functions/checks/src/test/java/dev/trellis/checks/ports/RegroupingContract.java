package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.port.LeadStore.Logged;
import dev.trellis.core.port.sweep.Regrouping;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a split may expect of any {@link Regrouping}. */
@Tag("R17")
abstract class RegroupingContract {

  private final Ports ports = ports();
  private final Regrouping regrouping = ports.regrouping();

  abstract Ports ports();

  @Test
  void copiesAndDropsMoreEventsThanOneRequestHolds() {
    var lead = Sample.stored(ports.leads()).lead();
    var before = ports.leads().log(lead);
    var copies = new ArrayList<Logged>();
    for (int i = 0; i < 130; i++) {
      copies.add(new Logged(Sample.scan(Sample.identity(IdentityType.COOKIE)), 9));
    }
    regrouping.put(lead, copies);
    regrouping.put(lead, copies);
    assertThat(ports.leads().log(lead)).hasSize(131).containsAll(copies).containsAll(before);

    var ids = copies.stream().map(l -> l.event().id()).collect(Collectors.toSet());
    regrouping.drop(lead, ids);
    regrouping.drop(lead, ids);
    assertThat(ports.leads().log(lead)).isEqualTo(before);
  }

  @Test
  void givesOnlyWhatBelongsToWhomItBelongedWhenItWasRead() {
    var owner = Sample.stored(ports.leads());
    var name = owner.profile().identities().first();
    var other = Sample.lead();
    regrouping.give(other, Map.of(name, Sample.lead()));
    assertThat(ports.leads().owners(Set.of(name))).containsEntry(name, owner.lead());

    regrouping.give(other, Map.of(name, owner.lead()));
    regrouping.give(other, Map.of(name, owner.lead()));
    assertThat(ports.leads().owners(Set.of(name))).containsEntry(name, other);
  }

  @Test
  void doesNothingWhenThereIsNothingToDo() {
    var lead = Sample.lead();
    regrouping.put(lead, List.of());
    regrouping.drop(lead, new TreeSet<>());
    regrouping.give(lead, Map.of());
    assertThat(ports.leads().log(lead)).isEmpty();
  }
}
