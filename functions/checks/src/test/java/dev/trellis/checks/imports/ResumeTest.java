package dev.trellis.checks.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.imports.ImportLeads;
import dev.trellis.imports.ImportResult;
import dev.trellis.imports.file.ImportException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("R31")
class ResumeTest {

  @TempDir private Path folder;
  private final Town town = new Town();

  @Test
  void theSameFileTwiceChangesNothing() throws IOException {
    var text = "姓名,邮箱,浏览内容\n王伟,wang@example.cn,summit-deck\n李娜,li@example.cn,\n";
    takeIn(text);
    var leads = town.tables.leads();
    Files.delete(
        folder.resolve("import-" + town.understood(folder.resolve("a.csv")).batch() + ".json"));

    takeIn(text);

    assertThat(town.tables.leads()).isEqualTo(leads);
    assertThat(town.told).hasSize(6);
  }

  @Test
  void aFinishedImportIsNotSentAgain() throws IOException {
    takeIn("姓名,邮箱\n王伟,wang@example.cn\n");
    takeIn("姓名,邮箱\n王伟,wang@example.cn\n");

    assertThat(town.told).hasSize(1);
  }

  @Test
  void aDamagedNoteOfItIsNamedWithARemedy() throws IOException {
    takeIn("姓名,邮箱\n王伟,wang@example.cn\n");
    var note =
        folder.resolve("import-" + town.understood(folder.resolve("a.csv")).batch() + ".json");
    Files.writeString(note, "{");

    assertThatThrownBy(() -> takeIn("姓名,邮箱\n王伟,wang@example.cn\n"))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining(note + " is damaged. Move it away");
  }

  @Test
  void itGoesOnWhereItStoppedAndRepeatsAtMostOneChunk() throws IOException {
    var file = folder.resolve("crowd.csv");
    var crowd = Crowd.write(file, 7, 2000);
    var chunks = new AtomicInteger();
    town.trouble =
        _ -> {
          // A chunk is told twice: what rows know, and what else they tell.
          if (chunks.incrementAndGet() == 3) {
            throw new IllegalStateException("half way");
          }
        };
    assertThatThrownBy(() -> town.takeIn(file, folder)).hasMessage("half way");
    int before = town.told.size();
    var result = town.takeIn(file, folder);

    assertThat(before).isBetween(ImportLeads.CHUNK, 2 * ImportLeads.CHUNK);
    assertThat(town.told.stream().filter(e -> e.happening() instanceof RecordImported))
        .extracting(LeadEvent::id)
        .doesNotHaveDuplicates();
    assertThat(town.leads()).hasSize(crowd.people());
    assertThat(result.counts().fresh()).isEqualTo(crowd.people());
    assertThat(result.tally().told()).isEqualTo(crowd.told());
    var counts = result.counts();
    assertThat(counts.fresh() + counts.changed() + counts.known() + counts.possible())
        .isEqualTo(crowd.told());
    assertThat(result.tally().refused()).isEqualTo(crowd.broken());
    assertThat(town.told.stream().filter(e -> e.happening() instanceof RecordImported))
        .hasSize(crowd.told());
  }

  @Test
  void whatWasSentButNotNotedIsKnownByItsId() throws IOException {
    var file = folder.resolve("crowd.csv");
    Crowd.write(file, 8, 1000);
    var whole = new Town();
    var other = Files.createDirectory(folder.resolve("whole"));
    whole.takeIn(file, other);

    town.trouble =
        events -> {
          town.trouble = _ -> {};
          town.handle(events); // all of it was handled, but the note was not written
          throw new IllegalStateException("killed");
        };
    assertThatThrownBy(() -> town.takeIn(file, folder)).hasMessage("killed");
    town.takeIn(file, folder);

    assertThat(town.tables.leads())
        .extracting(LeadRecord::profile)
        .isEqualTo(whole.tables.leads().stream().map(LeadRecord::profile).toList());
  }

  private ImportResult takeIn(String text) throws IOException {
    return town.takeIn(folder, "a.csv", text);
  }
}
