package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.sweep.Sweeps;
import dev.trellis.core.port.sweep.Sweeps.Progress;
import org.junit.jupiter.api.Test;

/** What a sweep may expect of any {@link Sweeps}. */
abstract class SweepsContract {

  private final Ports ports = ports();
  private final Sweeps sweeps = ports.sweeps();

  abstract Ports ports();

  @Test
  void comesByEveryLivingLeadOncePageByPage() {
    var leads = new TreeSet<String>();
    for (int i = 0; i < 40; i++) {
      leads.add(Sample.stored(ports.leads()).lead());
    }
    var survivor = Sample.stored(ports.leads());
    var loser = Sample.stored(ports.leads());
    var erased = Sample.stored(ports.leads());
    leads.add(survivor.lead());
    var event = Sample.scan(Sample.identity(IdentityType.COOKIE));
    Sample.merge(ports.leads(), survivor, event, loser);
    ports.items().bury(erased.erased(Sample.NOON));
    var wanted = new TreeSet<>(leads);
    wanted.addAll(Set.of(loser.lead(), erased.lead()));

    var pages = pages();
    assertThat(pages).hasSizeGreaterThan(1);
    assertThat(pages.stream().flatMap(page -> page.leads().stream()).filter(wanted::contains))
        .containsExactlyInAnyOrderElementsOf(leads);
  }

  private List<Sweeps.Page> pages() {
    var pages = new ArrayList<Sweeps.Page>();
    for (var next = Sweeps.START; next != null; next = pages.getLast().next()) {
      pages.add(sweeps.page(next));
    }
    return pages;
  }

  @Test
  void remembersHowFarEachOwnerIs() {
    var owner = "owner-" + Ids.random();
    assertThat(sweeps.progress(owner)).isEmpty();
    sweeps.save(owner, new Progress("playbook", "half way", 7));
    sweeps.save(owner + "2", new Progress("playbook", Sweeps.START, 0));
    assertThat(sweeps.progress(owner)).contains(new Progress("playbook", "half way", 7));
    sweeps.save(owner, new Progress("playbook", null, 9));
    assertThat(sweeps.progress(owner)).contains(new Progress("playbook", null, 9));
  }
}
