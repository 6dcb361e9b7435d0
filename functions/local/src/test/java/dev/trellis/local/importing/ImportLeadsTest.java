package dev.trellis.local.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Name;
import dev.trellis.core.profile.Authority;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("R31")
class ImportLeadsTest {

  @TempDir private Path folder;
  private final Town town = new Town();

  @Test
  void aRowBecomesALeadWithItsFacts() throws IOException {
    var result =
        takeIn(
            "姓名,公司名称,职位,手机号（必填）,邮箱,行业,需求,采购计划,来源,是否同意,创建时间,星座\n"
                + "王伟,示例机械有限公司,市场总监,138 0013 8000,Wang@Example.CN,制造业,线索评分；获客,半年内,展会,同意,2026/9/1,白羊\n");

    assertThat(result.newLeads()).isEqualTo(1);
    var profile = only().profile();
    assertThat(profile.value("mobile")).contains("+8613800138000");
    assertThat(profile.value("email")).contains("wang@example.cn");
    assertThat(profile.value("industry")).contains("manufacturing");
    assertThat(profile.value("need")).contains("lead-scoring,omni-channel-capture");
    assertThat(profile.value("plan")).contains("within-6-months");
    assertThat(profile.value("consent")).contains("yes");
    assertThat(profile.value("import.星座")).contains("白羊");
    assertThat(profile.value("imported")).contains(result.batch());
    assertThat(profile.facts().get("company")).containsOnlyKeys(Authority.IMPORT);
    assertThat(profile.fact("plan").orElseThrow().at())
        .isEqualTo(Instant.parse("2026-08-31T16:00:00Z"));
    assertThat(result.otherColumns()).containsExactly("星座");
  }

  @Test
  void englishHeadersAndGb18030AndSemicolonsWorkAsWell() throws IOException {
    takeIn(
        "Name;Company;Mobile;E-mail;Industry\nLi Na;Example Ltd, Shanghai;+8613800138001;li@example.com;Finance\n");
    var gbk = folder.resolve("gbk.csv");
    Files.write(
        gbk, "姓名,手机,邮箱\n张敏,13800138002,zhang@example.cn\n".getBytes(Charset.forName("GB18030")));
    town.takeIn(gbk, folder);

    assertThat(town.leads())
        .extracting(l -> l.profile().value("name").orElse(""))
        .containsExactlyInAnyOrder("Li Na", "张敏");
    assertThat(town.leads())
        .anyMatch(l -> l.profile().value("industry").orElse("").equals("finance"));
  }

  @Test
  void whoIsKnownAlreadyIsNoNewLead() throws IOException {
    takeIn("姓名,邮箱,手机\n王伟,wang@example.cn,13800138000\n王伟,,13800138000\n");
    var result = takeInAs("other.csv", "姓名,邮箱,城市\n王伟,wang@example.cn,上海\n");

    assertThat(town.leads()).hasSize(1);
    assertThat(result.newLeads()).isZero();
    assertThat(result.mergedRows()).isEqualTo(1);
    assertThat(only().profile().value("city")).contains("上海");
  }

  @Test
  void theSameFileTwiceChangesNothing() throws IOException {
    var text = "姓名,邮箱,浏览内容\n王伟,wang@example.cn,summit-deck\n李娜,li@example.cn,\n";
    takeIn(text);
    var leads = town.tables.leads();
    Files.delete(
        folder.resolve("import-" + ImportFile.of(folder.resolve("a.csv")).batch() + ".json"));

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
  @Tag("R17")
  void aFileNamesNobodyAgainWhoWasForgotten() throws IOException {
    var forgotten = new Identity(IdentityType.EMAIL, "wang@example.cn");
    town.tables.adopt(forgotten, new Name(null, Instant.parse("2026-01-01T00:00:00Z")));

    takeIn("姓名,邮箱,浏览内容\n王伟,wang@example.cn,summit-deck\n");

    assertThat(town.leads()).isEmpty();
  }

  @Test
  void badRowsAreReportedAndStopNothing() throws IOException {
    var result =
        takeIn(
            String.join(
                "\n",
                "姓名,邮箱,手机,行业",
                "无名,,,",
                "坏的,wrong@,12345,",
                "少了",
                "=SUM(A1),x@example.cn,,",
                "过长" + "长".repeat(1000) + ",y@example.cn,,",
                "开口,\"z@example.cn,,",
                "好的,good@example.cn,12345,火星业",
                ""));

    assertThat(result.tally().told()).isEqualTo(1);
    assertThat(result.tally().refused()).isEqualTo(6);
    assertThat(result.tally().doubts()).isEqualTo(2);
    assertThat(only().profile().value("import.行业")).contains("火星业");
    assertThat(only().profile().value("industry")).isEmpty();
    assertThat(errors(result))
        .containsExactly(
            "\uFEFFline,left out,column,原因,reason,cell",
            "2,row,,没有邮箱、手机等任何身份信息,\"nothing names the person: no address, no number, no id\",",
            "3,row,邮箱,身份信息全部无效,nothing that names the person is valid,wrong@",
            "4,row,,列数与表头不一致,the number of cells is not that of the header,少了",
            "5,row,姓名,单元格是公式,a cell is a formula,'=SUM(A1)",
            "6,row,姓名,单元格或整行过长,\"a cell, or the row, is too long\",过长" + "长".repeat(198) + "…",
            "7,row,,引号没有闭合,a quote is opened and never closed,\"开口,\"\"z@example.cn,,\"",
            "8,cell,手机,不是有效的手机号,is no mobile number,12345",
            "8,cell,行业,不在选项之中,is none of the options,火星业");
  }

  @Test
  void aFileThatNamesNobodyIsRefused() {
    assertThatThrownBy(() -> takeIn("姓名,公司\n王伟,示例\n"))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("names people")
        .hasMessageContaining("姓名 | 公司");
  }

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
    assertThat(find("a@example.cn").profile().first().at())
        .isEqualTo(Instant.parse("2026-04-30T16:00:00Z"));
    assertThat(find("b@example.cn").profile().first().at())
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
    takeInAs("b.csv", "邮箱,浏览内容,日期\na@example.cn,summit-deck,2026-05-01\n");

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
  void withoutAWordOnConsentThereIsNone() throws IOException {
    takeIn("邮箱,是否同意\na@example.cn,\nb@example.cn,也许\n");

    assertThat(town.leads()).allMatch(l -> l.profile().value("consent").isEmpty());
  }

  @Test
  void itGoesOnWhereItStoppedAndRepeatsAtMostOneChunk() throws IOException {
    var file = folder.resolve("crowd.csv");
    var crowd = Crowd.write(file, 7, 2000);
    var chunks = new AtomicInteger();
    town.trouble =
        _ -> {
          if (chunks.incrementAndGet() == 4) {
            throw new IllegalStateException("half way");
          }
        };
    assertThatThrownBy(() -> town.takeIn(file, folder)).hasMessage("half way");
    int before = town.told.size();
    var result = town.takeIn(file, folder);

    assertThat(before).isBetween(3 * ImportLeads.CHUNK, 4 * ImportLeads.CHUNK);
    assertThat(town.told.stream().filter(e -> e.happening() instanceof RecordImported))
        .extracting(LeadEvent::id)
        .doesNotHaveDuplicates();
    assertThat(town.leads()).hasSize(crowd.people());
    assertThat(result.newLeads()).isEqualTo(crowd.people());
    assertThat(result.tally().told()).isEqualTo(crowd.told());
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

  @Test
  void aDryRunTellsTheRealRunsNumbersAndChangesNothing() throws IOException {
    var first = folder.resolve("first.csv");
    var second = folder.resolve("second.csv");
    Crowd.write(first, 1, 300);
    Crowd.write(second, 2, 600);
    town.takeIn(first, folder);
    var leads = town.tables.leads();

    var dry = town.rehearse(second, folder.resolve("dry-errors.csv"));
    assertThat(town.tables.leads()).isEqualTo(leads);
    var real = town.takeIn(second, folder);

    assertThat(dry.before()).isEqualTo(real.before());
    assertThat(dry.after()).isEqualTo(real.after());
    assertThat(dry.tally()).isEqualTo(real.tally());
    assertThat(dry.newLeads()).isPositive().isEqualTo(real.newLeads());
    assertThat(Files.readAllLines(folder.resolve("dry-errors.csv"))).isEqualTo(errors(real));
  }

  @Test
  void aDryRunOfWhatWasImportedTellsThatNothingWouldChange() throws IOException {
    var file = folder.resolve("crowd.csv");
    Crowd.write(file, 3, 300);
    town.takeIn(file, folder);

    var dry = town.rehearse(file, folder.resolve("dry-errors.csv"));

    assertThat(dry.after()).isEqualTo(dry.before());
  }

  @Test
  void thereIsAReportInBothLanguages() throws IOException {
    var result = takeIn("邮箱,行业,是否同意\na@example.cn,金融,是\nwrong,,\n");
    var errors = folder.resolve("errors.csv");

    assertThat(ImportReport.of(result, errors, Town.PLAYBOOK, "zh"))
        .contains("已导入 a.csv", "新增线索 1", "拒绝 1 行：身份信息全部无效", "直接填写: 0 → 1", "lead（潜在线索池）: 0 → 1");
    assertThat(ImportReport.of(result, errors, Town.PLAYBOOK, "en"))
        .contains("Imported a.csv", "1 new leads", "what was declared: 0 → 1", "1 / 1 (100.0 %)");
  }

  private ImportResult takeIn(String text) throws IOException {
    return takeInAs("a.csv", text);
  }

  private ImportResult takeInAs(String name, String text) throws IOException {
    var file = Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    return town.takeIn(file, folder);
  }

  private List<String> errors(ImportResult result) throws IOException {
    return Files.readAllLines(folder.resolve("import-" + result.batch() + "-errors.csv"));
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
}
