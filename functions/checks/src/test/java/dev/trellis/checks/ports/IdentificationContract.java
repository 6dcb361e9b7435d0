package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ErasureRequested;
import dev.trellis.core.event.Happening.Separated;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.scoring.Consequences;
import dev.trellis.scoring.EraseLead;
import dev.trellis.scoring.Mentions;
import dev.trellis.scoring.RebuildProfile;
import dev.trellis.scoring.ScoreLead;
import dev.trellis.scoring.SeparateLead;
import dev.trellis.scoring.TellCrm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People are told apart and together on any stores, whatever happens at once. */
@Tag("R17")
@Tag("R18")
abstract class IdentificationContract {

  private static final int SUBMISSIONS = 100;
  private static final int MOST_DELIVERIES = 1_000;

  private final Ports ports = ports();
  private final InstantSource clock = InstantSource.fixed(Sample.NOON.plusSeconds(60));
  private final ScoreLead score = new ScoreLead(ports.leads(), new Mentions("CN"), clock);

  abstract Ports ports();

  @Test
  void aHundredFirstSubmissionsAtOnceAreOneLead() throws Exception {
    var email = Sample.identity(IdentityType.EMAIL);
    var leads = ConcurrentHashMap.<String>newKeySet();
    Together.run(
        SUBMISSIONS,
        _ ->
            leads.add(
                delivered(Sample.submission(Ids.random(), email)).updates().getFirst().lead()));

    assertThat(leads).hasSize(1);
    assertThat(find(leads.iterator().next()).profile().events()).isEqualTo(SUBMISSIONS);
  }

  @Test
  void aMergeOfManyEventsIsUndone() {
    var lin = Sample.identity(IdentityType.EMAIL);
    var wang = Sample.identity(IdentityType.UNIONID);
    var linsLead = lead(Sample.scan(lin));
    var wangsLead = lead(Sample.scan(wang));
    var wangBefore = find(wangsLead).profile();
    var survivor = lead(Sample.scan(lin, wang).vouched());
    var absorbed = survivor.equals(linsLead) ? wangsLead : linsLead;
    for (int i = 0; i < 120; i++) {
      var event = Sample.scan(wang);
      score.score(event);
      wangBefore = wangBefore.with(event);
    }
    var split =
        LeadEvent.about(
            survivor,
            Ids.random(),
            Sample.NOON,
            Channel.SYSTEM,
            new Separated("li.lei", "two people", absorbed));
    var separate = new SeparateLead(ports.leads(), ports.regrouping(), clock);
    separate.separate(split);
    separate.separate(split);

    var wangs = find(wangsLead);
    assertThat(wangs.profile())
        .isEqualTo(wangsLead.equals(survivor) ? wangBefore.with(split) : wangBefore);
    assertThat(ports.leads().owners(Set.of(lin, wang)))
        .containsEntry(lin, linsLead)
        .containsEntry(wang, wangsLead);
    for (var lead : Set.of(find(linsLead), wangs)) {
      assertThat(lead.isLiving()).isTrue();
      assertThat(lead.apart()).hasSize(1);
      assertThat(new RebuildProfile(ports.leads()).rebuild(lead)).isEqualTo(lead.profile());
    }
  }

  @Test
  void anErasedPersonLeavesATombstoneAndComesBackAsSomebodyNew() {
    var email = Sample.identity(IdentityType.EMAIL);
    var told = Sample.submission(Ids.random(), email);
    var lead = lead(told);
    var erasure =
        LeadEvent.about(
            lead, Ids.random(), Sample.NOON, Channel.SYSTEM, new ErasureRequested("dpo", "asked"));
    var erase =
        new EraseLead(
            ports.leads(),
            ports.items(),
            ports.accounts(),
            ports.quarantine(),
            new Mentions("CN"),
            new TellCrm(ports.handoffs(), new InMemoryQueue<>(), "stand-in"),
            clock);
    erase.erase(erasure);
    erase.erase(erasure);

    assertThat(find(lead).erasedAt()).isEqualTo(clock.instant());
    assertThat(ports.items().all(lead)).hasSize(1);
    assertThat(score.score(Sample.scan(email)).updates()).as("from before").isEmpty();
    assertThat(score.score(later(Sample.scan(email))).updates()).as("told by others").isEmpty();
    assertThat(lead(later(Sample.submission(Ids.random(), email)))).isNotEqualTo(lead);
  }

  private static LeadEvent later(LeadEvent event) {
    return LeadEvent.of(
        event.id(),
        Sample.NOON.plusSeconds(61),
        event.channel(),
        event.identities(),
        event.origin(),
        event.happening());
  }

  // As the queue does: until it is done. Each delivery pauses between its own attempts.
  private Consequences delivered(LeadEvent event) {
    for (int delivery = 0; delivery < MOST_DELIVERIES; delivery++) {
      try {
        return score.score(event);
      } catch (ContentionException e) {
        continue;
      }
    }
    throw new AssertionError("others were always faster");
  }

  private String lead(LeadEvent event) {
    return score.score(event).updates().getFirst().lead();
  }

  private LeadRecord find(String lead) {
    return ports.leads().find(lead).orElseThrow();
  }
}
