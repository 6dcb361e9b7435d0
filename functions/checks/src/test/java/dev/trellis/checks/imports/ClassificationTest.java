package dev.trellis.checks.imports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.imports.Census;
import dev.trellis.imports.ImportResult;
import dev.trellis.imports.Means;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("R31")
class ClassificationTest {

  @TempDir private Path folder;
  private final Town town = new Town();

  @Test
  @Tag("R76")
  void aSurveysAnswersTellNeeds() throws IOException {
    var result =
        takeIn(
            "邮箱,1、您目前最想解决的营销问题是什么？,2、您所在的行业\n"
                + "a@example.cn,获客成本高┋线索优先级,金融\n"
                + "b@example.cn,别的什么,\n");

    assertThat(find("a@example.cn").profile().value("need"))
        .contains("lead-scoring,omni-channel-capture");
    assertThat(find("b@example.cn").profile().value("survey.biggest-problem")).contains("别的什么");
    assertThat(result.after().count("by.survey")).isEqualTo(1);
    assertThat(result.after().count(Census.UNCLASSIFIED)).isEqualTo(1);
  }

  @Test
  @Tag("R78")
  void pastViewsBringTheTagsOfTheContents() throws IOException {
    var result =
        takeIn(
            "邮箱,浏览内容,日期\n"
                + "a@example.cn,渠道越多，线索越乱？全渠道获客先想清楚四件事;summit-deck,2026-05-01\n"
                + "b@example.cn,summit-deck,\n"
                + "c@example.cn,没有这个,\n");

    assertThat(find("a@example.cn").profile().countedReads())
        .containsOnlyKeys("omni-channel-capture-strategy", "summit-deck");
    assertThat(find("a@example.cn").profile().first().orElseThrow().at())
        .isEqualTo(Instant.parse("2026-04-30T16:00:00Z"));
    assertThat(find("b@example.cn").profile().first().orElseThrow().at())
        .isEqualTo(Instant.parse("2026-08-04T02:00:00Z"));
    assertThat(town.told)
        .filteredOn(e -> e.happening() instanceof ContentRead)
        .allMatch(e -> e.channel() == Channel.IMPORT);
    assertThat(result.after().count("by.content")).isEqualTo(2);
    assertThat(result.tally().views()).isEqualTo(3);
  }

  @Test
  @Tag("R78")
  void aViewThatTwoFilesTellIsOneView() throws IOException {
    takeIn("邮箱,浏览内容,日期\na@example.cn,summit-deck,2026-05-01\n");
    town.takeIn(folder, "b.csv", "邮箱,浏览内容,日期\na@example.cn,summit-deck,2026-05-01\n");

    assertThat(only().profile().countedReads().get("summit-deck").count()).isEqualTo(1);
  }

  @Test
  @Tag("R79")
  void whoCannotBeClassifiedIsCounted() throws IOException {
    var result = takeIn("邮箱,行业,需求,是否同意\na@example.cn,金融,,是\nb@example.cn,,,是\nc@example.cn,,,\n");

    assertThat(result.before().count(Census.LEADS)).isZero();
    assertThat(result.after().count(Census.LEADS)).isEqualTo(3);
    assertThat(result.after().count(Census.CLASSIFIED)).isEqualTo(1);
    assertThat(result.after().count(Census.UNCLASSIFIED)).isEqualTo(2);
    assertThat(result.after().counts())
        .containsEntry("pool.lead", 2L)
        .containsEntry("pool.traffic", 1L);
  }

  @Test
  @Tag("R75")
  @Tag("R77")
  @Tag("R79")
  void fourMeansClassifyAboutSevenOfTenAndTheRestIsToBeAsked() throws IOException {
    var file = folder.resolve("crowd.csv");
    var crowd = Crowd.write(file, 11, 2000);

    var dry = town.rehearse(file, folder.resolve("dry-errors.csv"));
    assertThat(town.leads()).isEmpty();
    var after = town.takeIn(file, folder).after();

    assertThat(after).isEqualTo(dry.after());
    assertThat(after.count(Census.CLASSIFIED) * 100 / crowd.people()).isBetween(65L, 75L);
    assertThat(List.of(Means.KEYWORD, Means.COMPANY_NAME, Means.CONTENT))
        .allMatch(means -> after.count(Census.by(means)) > 0);
    assertThat(after.count(Census.UNCLASSIFIED))
        .isEqualTo(crowd.people() - after.count(Census.CLASSIFIED));
  }

  @Test
  @Tag("R79")
  void aConditionMayAskForWhoIsUnclassified() throws IOException {
    takeIn("邮箱,公司名称\na@example.cn,晨光有限公司\nb@example.cn,晨光信息科技有限公司\n");

    assertThat(portrait("a@example.cn").value("unclassified").isKnown()).isTrue();
    assertThat(portrait("b@example.cn").value("unclassified").isKnown()).isFalse();
  }

  private ImportResult takeIn(String text) throws IOException {
    return town.takeIn(folder, "a.csv", text);
  }

  private LeadRecord only() {
    assertThat(town.leads()).hasSize(1);
    return town.leads().getFirst();
  }

  private LeadRecord find(String email) {
    return town.leads().stream()
        .filter(l -> l.profile().value("email").orElse("").equals(email))
        .findFirst()
        .orElseThrow();
  }

  private Portrait portrait(String email) {
    var lead = find(email);
    return Portrait.of(lead.lead(), lead.profile(), Town.PLAYBOOK, Town.NOW);
  }
}
