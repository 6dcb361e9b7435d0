package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.LeadFile;
import dev.trellis.core.port.LeadFiles;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MailLedger;
import org.junit.jupiter.api.Test;

/** What whoever looks at a lead may expect of any {@link LeadFiles}. */
abstract class LeadFilesContract {

  private final Ports ports = ports();
  private final LeadFiles files = ports.files();

  abstract Ports ports();

  private LeadRecord known() {
    var lead = Sample.lead();
    Sample.everything(ports, lead, Sample.identity(IdentityType.EMAIL));
    return ports.leads().find(lead).orElseThrow();
  }

  @Test
  void holdsWhatEveryStoreKeeps() {
    var lead = known().lead();
    var file = files.find(lead).orElseThrow();

    assertThat(file.lead()).isEqualTo(ports.leads().find(lead).orElseThrow());
    assertThat(file.position()).isEqualTo(ports.placements().load(lead).orElseThrow().position());
    assertThat(file.events()).extracting(LeadEvent::kind).containsExactly("FormSubmitted");
    assertThat(file.moves()).extracting(Move::id).containsExactly("m");
    assertThat(file.enrollments())
        .isEqualTo(ports.enrollments().load(lead).orElseThrow().enrollments())
        .extracting(Enrollment::journey)
        .containsExactly("j");
    assertThat(file.mails()).extracting(MailLedger.Entry::sendId).containsExactly("s");
    assertThat(file.handoffs()).extracting(HandoffLedger.Entry::handoffId).containsExactly("h");
  }

  @Test
  void aPersonIsTheLeadAndThoseItAbsorbedByAnyOfThem() {
    var survivor = known();
    var loser = known();
    Sample.merge(ports.leads(), survivor, Sample.scan(Sample.identity(IdentityType.COOKIE)), loser);

    var file = files.find(loser.lead()).orElseThrow();

    assertThat(file.lead().lead()).isEqualTo(survivor.lead());
    assertThat(file.absorbed())
        .extracting(LeadFile.Part::lead)
        .extracting(LeadRecord::lead)
        .containsExactly(loser.lead());
    assertThat(file.events())
        .extracting(LeadEvent::kind)
        .containsExactly("CodeScanned", "FormSubmitted", "FormSubmitted");
    assertThat(file.mails()).hasSize(2);
    assertThat(files.part(loser.lead()).orElseThrow().moves()).hasSize(1);
  }

  @Test
  void whoWasErasedOrNeverWasThereIsNobody() {
    var lead = known();
    ports.items().bury(lead.erased(Sample.NOON));

    assertThat(files.find(lead.lead())).isEmpty();
    assertThat(files.part(lead.lead()).orElseThrow().lead().isLiving()).isFalse();
    assertThat(files.part("Lnone")).isEmpty();
  }
}
