package dev.trellis.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.PlaybookCopy;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookJson;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybookLayerTest {

  @TempDir private Path folder;

  @Test
  void whatIsReadIsWhatWasCompiled() throws IOException {
    var compiled = PlaybookReader.read(DefaultPlaybook.ROOT);
    PlaybookLayer.write(compiled, folder);

    var read = read(compiled.root());
    assertThat(read).isEqualTo(compiled);
    assertThat(json(read)).as("in the same order").isEqualTo(json(compiled));
  }

  @Test
  void itsDictionariesKnowTheSame() throws IOException {
    var compiled = PlaybookReader.read(DefaultPlaybook.ROOT).dictionaries();
    PlaybookLayer.write(PlaybookReader.read(DefaultPlaybook.ROOT), folder);
    var read = read(folder).dictionaries();

    assertThat(read.titles().find("資訊中心主任"))
        .isPresent()
        .isEqualTo(compiled.titles().find("資訊中心主任"));
    assertThat(read.titles().find("Deputy Head of Marketing"))
        .isPresent()
        .isEqualTo(compiled.titles().find("Deputy Head of Marketing"));
    assertThat(read.industries().guess("上海精密机械有限公司"))
        .isPresent()
        .isEqualTo(compiled.industries().guess("上海精密机械有限公司"));
    assertThat(read.companies().core("上海晨光科技(集团)有限公司"))
        .isPresent()
        .isEqualTo(compiled.companies().core("上海晨光科技(集团)有限公司"));
    assertThat(read.keywords().of("线索评分 制造业")).isEqualTo(compiled.keywords().of("线索评分 制造业"));
  }

  @Test
  void itHoldsWhatContentsShowAndWhatGroupsAreWrittenWith() throws IOException {
    var compiled = PlaybookReader.read(DefaultPlaybook.ROOT);
    PlaybookLayer.write(compiled, folder);

    assertThat(folder.resolve("files/summit-deck.zh.html"))
        .hasSameBinaryContentAs(DefaultPlaybook.ROOT.resolve("files/summit-deck.zh.html"));
    for (var content : compiled.contents().values()) {
      if (content.page() != null) {
        assertThat(folder.resolve(content.page().in("en"))).isRegularFile();
      }
    }
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(file -> file.toString().endsWith(".yaml")))
          .isNotEmpty()
          .allMatch(file -> file.startsWith(folder.resolve(PlaybookLayer.SOURCE)));
    }
    assertThat(PlaybookReader.read(folder.resolve(PlaybookLayer.SOURCE)).audiences())
        .isEqualTo(compiled.audiences());
    assertThat(folder.resolve(PlaybookLayer.SOURCE).resolve("tests")).doesNotExist();
  }

  @Test
  void whatWasThereBeforeIsGone() throws IOException {
    var former = Files.createDirectories(folder.resolve("pages")).resolve("former.md");
    Files.writeString(former, "withdrawn");
    PlaybookLayer.write(PlaybookReader.read(DefaultPlaybook.ROOT), folder);
    assertThat(former).doesNotExist();
  }

  @Test
  @Tag("R47")
  void startsWithADraftOnlyWhereItMayBeTriedOut(@TempDir Path copy) throws IOException {
    var draft = PlaybookCopy.in(copy).without("approvals.yaml");
    var layer = folder.resolve("layer");

    assertThatThrownBy(() -> CompilePlaybook.compile(copy, layer))
        .isInstanceOf(PlaybookException.class)
        .hasMessageContaining("approvals.yaml:1: nobody has approved what \"mql\" means");
    assertThat(layer).doesNotExist();

    PlaybookLayer.write(draft.read(), layer);
    assertThat(layer.resolve(PlaybookJson.FILE)).isNotEmptyFile();
  }

  /** What it costs at a start, in a process that has read one before. */
  @Test
  void readingItIsQuickerThanCompilingIt() throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    PlaybookLayer.write(PlaybookReader.read(DefaultPlaybook.ROOT), folder);
    var compiling = new ArrayList<Long>();
    var reading = new ArrayList<Long>();
    for (int i = 0; i < 5; i++) {
      long start = threads.getCurrentThreadCpuTime();
      PlaybookReader.read(DefaultPlaybook.ROOT);
      long between = threads.getCurrentThreadCpuTime();
      read(folder);
      compiling.add((between - start) / 1_000_000);
      reading.add((threads.getCurrentThreadCpuTime() - between) / 1_000_000);
    }
    System.out.println(
        "the playbook, ms of CPU to compile: " + compiling + ", to read: " + reading);
    assertThat(least(reading)).isLessThan(least(compiling));
  }

  private static long least(List<Long> figures) {
    return figures.stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  private Playbook read(Path root) throws IOException {
    try (var in = Files.newInputStream(folder.resolve(PlaybookJson.FILE))) {
      return PlaybookJson.read(in, root);
    }
  }

  private static String json(Playbook playbook) throws IOException {
    var out = new ByteArrayOutputStream();
    PlaybookJson.write(playbook, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
