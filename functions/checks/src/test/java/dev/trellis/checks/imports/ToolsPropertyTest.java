package dev.trellis.checks.imports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.checks.imports.Tool.Acquaintance;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.imports.file.Choices;
import dev.trellis.imports.file.ErrorFile;
import dev.trellis.imports.row.Intake;
import dev.trellis.imports.row.RowTally;
import dev.trellis.imports.row.Understanding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever a tool knows is read from its export as they are: none lost, none changed, none mailed
 * who does not want it.
 */
@Tag("R31")
class ToolsPropertyTest {

  private static final int SEEDS = 12;
  private static final int PEOPLE = 60;

  @TempDir private Path folder;

  /** What an export was read as. */
  private record Read(List<LeadEvent> events, RowTally tally) {}

  @ParameterizedTest
  @EnumSource(Tool.class)
  void everybodyComesBackAsTheyAre(Tool tool) throws IOException {
    int out = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      var people = tool.people(random, PEOPLE);
      var file = tool.write(folder.resolve(tool + "-" + seed + ".csv"), random, people);

      var careful = read(file, Town.PLAYBOOK);
      var trusting = read(file, Town.TRUSTING);

      assertThat(careful.tally().faults()).as(tool + " " + seed).isEmpty();
      assertThat(careful.events()).hasSize(PEOPLE);
      for (int i = 0; i < PEOPLE; i++) {
        assertSame(tool, people.get(i), careful.events().get(i));
        assertConsent(tool, people.get(i), careful.events().get(i), tool.asksForConsent());
        assertConsent(tool, people.get(i), trusting.events().get(i), true);
        out += people.get(i).isOut() ? 1 : 0;
      }
      long mailable = people.stream().filter(p -> !tool.knowsWhoIsOut() || !p.isOut()).count();
      assertThat(trusting.tally().mailable()).isEqualTo(mailable);
      assertThat(careful.tally().mailable()).isEqualTo(tool.asksForConsent() ? mailable : 0);
    }
    assertThat(out).isGreaterThan(SEEDS * PEOPLE / 8);
  }

  private static void assertSame(Tool tool, Acquaintance person, LeadEvent event) {
    var row = ((RecordImported) event.happening()).values();
    assertThat(event.identities())
        .containsExactlyInAnyOrder(
            new Identity(IdentityType.EMAIL, person.email()),
            new Identity(IdentityType.PHONE, person.mobile()));
    assertThat(row)
        .containsEntry("name", person.name())
        .containsEntry("company", person.company())
        .containsEntry("title", person.title());
    var columns = tool.columns();
    if (columns.tellsMet) {
      assertThat(row).containsEntry("met", person.met().toLocalDate().toString());
    }
    var zone = Town.PLAYBOOK.company().zone();
    var changed = person.changed().atZone(zone).toInstant();
    columns.changedWithin.ifPresentOrElse(
        within ->
            assertThat(event.occurredAt()).isBetween(changed.minusSeconds(1), changed.plus(within)),
        () -> assertThat(event.occurredAt()).isEqualTo(Town.NOW));
  }

  private static void assertConsent(
      Tool tool, Acquaintance person, LeadEvent event, boolean mayBeYes) {
    var consent = ((RecordImported) event.happening()).values().get("consent");
    if (tool.knowsWhoIsOut() && person.isOut()) {
      assertThat(consent).isEqualTo("no");
    } else {
      assertThat(consent).isEqualTo(mayBeYes ? "yes" : null);
    }
  }

  private Read read(Path file, Playbook playbook) throws IOException {
    var events = new ArrayList<LeadEvent>();
    var understood = Understanding.of(file, Choices.NONE, playbook, Town.NOW);
    try (var intake =
        Intake.open(understood, playbook, Town.NOW, ErrorFile.create(folder.resolve("errors")))) {
      for (var row = intake.next(); row.isPresent(); row = intake.next()) {
        events.addAll(row.get().events());
      }
      return new Read(events, intake.tally());
    }
  }
}
