package dev.trellis.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.playbook.Audiences;
import dev.trellis.core.playbook.Audiences.Of;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudiencesReaderTest {

  @Test
  @Tag("R50")
  void anInvitationAReActivationAndAnUpgradeShip() {
    var audiences = DefaultPlaybook.PLAYBOOK.audiences();

    assertThat(audiences.all())
        .extracting(Audiences.Audience::id)
        .contains("finance-shanghai", "re-activation", "upgrade");
    assertThat(audiences.all()).extracting(Audiences.Audience::of).contains(Of.values());
    assertThat(audiences.owners()).contains("owner");
  }

  @ParameterizedTest
  @Tag("R50")
  @CsvSource({
    "of: customers, of: clients, '\"clients\" is no layer of people', prospects",
    "id: upgrade, id: re-activation, 'a second audience \"re-activation\"', Give it another id",
    "customers: [customer], customers: [client], 'names the stage \"client\", which does not exist', customer",
    "products: { known: true }, pool: { is: mil/highest }, 'names the pool \"mil/highest\", which does not exist', mil/high",
    "'partners: [agent, partner]', 'partner: [agent]', 'unknown key \"partner\"', partners",
  })
  void whatIsWrongIsReportedWithLineAndRemedy(
      String right, String wrong, String what, String remedy) {
    var thrown =
        catchThrowableOfType(
            PlaybookException.class, () -> DefaultPlaybook.with("audiences.yaml", right, wrong));

    assertThat(thrown).isNotNull();
    assertThat(thrown.problems())
        .anySatisfy(p -> {
          assertThat(p.file()).isEqualTo("audiences.yaml");
          assertThat(p.line()).isGreaterThan(4);
          assertThat(p.what()).isEqualTo(what);
          assertThat(p.remedy()).contains(remedy);
        });
  }
}
