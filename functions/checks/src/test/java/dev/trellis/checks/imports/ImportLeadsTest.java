package dev.trellis.checks.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Name;
import dev.trellis.core.profile.Authority;
import dev.trellis.imports.ImportResult;
import dev.trellis.imports.file.Fault;
import dev.trellis.imports.file.ImportException;
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
            "姓名,公司名称,职位,手机号（必填）,邮箱,行业,需求,采购计划,来源,是否同意,更新时间,星座\n"
                + "王伟,示例机械有限公司,市场总监,138 0013 8000,Wang@Example.CN,制造业,线索评分；获客,半年内,展会,同意,2026/9/1,白羊\n");

    assertThat(result.counts().fresh()).isEqualTo(1);
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
        .isEqualTo(Instant.parse("2026-09-01T15:59:59.999Z"));
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
  @Tag("R105")
  void anExportOfTheCrmNamesItsRecordsAsItsWebhooksDo() throws IOException {
    takeIn("CRM编号,邮箱\nCRM-7,a@example.cn\nother/8,b@example.cn\n");

    assertThat(town.leads())
        .extracting(l -> l.profile().identities(IdentityType.CRM))
        .containsExactlyInAnyOrder(
            new TreeSet<>(Set.of("stand-in/CRM-7")), new TreeSet<>(Set.of("other/8")));
  }

  @Test
  void domainsOfAllScriptsAreAddresses() throws IOException {
    var result =
        takeIn(
            """
            姓名,邮箱,手机
            王中文,info@xn--fiqs8s.xn--fiqs8s,
            李国,li@xn--55qx5d.cn,
            赵一,中文@公司.cn,
            钱二,qian@中文.中国,
            孙三,sun@例子.公司,13800139001
            周四,zhou@münchen.de,
            """);

    assertThat(result.counts().fresh()).isEqualTo(6);
    assertThat(town.leads())
        .extracting(l -> l.profile().value("email").orElse(""))
        .contains("中文@xn--55qx5d.cn", "sun@xn--fsqu00a.xn--55qx5d", "zhou@xn--mnchen-3ya.de");
  }

  @Test
  void aMailboxThatNobodyReadsNamesNobody() throws IOException {
    var result = takeIn("姓名,邮箱,手机\n王伟,noreply@example.cn,13800138000\n李娜,postmaster@example.cn,\n");

    assertThat(result.counts().fresh()).isEqualTo(1);
    assertThat(only().profile().identities(IdentityType.EMAIL)).isEmpty();
    assertThat(result.tally().faults()).containsKeys(Fault.NOBODYS_ADDRESS, Fault.BROKEN_IDENTITY);
  }

  @Test
  void whoIsKnownAlreadyIsNoNewLead() throws IOException {
    takeIn("姓名,邮箱,手机\n王伟,wang@example.cn,13800138000\n王伟,,13800138000\n");
    var result = town.takeIn(folder, "other.csv", "姓名,邮箱,城市\n王伟,wang@example.cn,上海\n");

    assertThat(town.leads()).hasSize(1);
    assertThat(result.counts().fresh()).isZero();
    assertThat(result.counts().known() + result.counts().changed()).isEqualTo(1);
    assertThat(only().profile().value("city")).contains("上海");
  }

  @Test
  void withoutAWordOnConsentThereIsNone() throws IOException {
    takeIn("邮箱,是否同意\na@example.cn,\nb@example.cn,也许\n");

    assertThat(town.leads()).allMatch(l -> l.profile().value("consent").isEmpty());
  }

  @Test
  @Tag("R17")
  void aFileNamesNobodyAgainWhoWasForgotten() throws IOException {
    var forgotten = new Identity(IdentityType.EMAIL, "wang@example.cn");
    town.tables.adopt(forgotten, new Name(null, Instant.parse("2026-01-01T00:00:00Z")));

    var text = "姓名,邮箱,浏览内容\n王伟,wang@example.cn,summit-deck\n李娜,li@example.cn,\n";
    var rehearsed = town.rehearse(Files.writeString(folder.resolve("a.csv"), text), errors());
    var result = takeIn(text);

    assertThat(only().profile().value("name")).contains("李娜");
    for (var counted : List.of(rehearsed, result)) {
      assertThat(counted.tally().told()).isEqualTo(1);
      assertThat(counted.tally().refused()).isEqualTo(1);
      assertThat(counted.tally().faults()).containsOnlyKeys(Fault.ERASED);
      assertThat(counted.counts().fresh()).isEqualTo(1);
      assertThat(counted.counts().refused()).isEqualTo(1);
    }
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

    assertThat(result.tally().told()).isEqualTo(3);
    assertThat(result.tally().refused()).isEqualTo(4);
    assertThat(result.tally().doubts()).isEqualTo(3);
    assertThat(town.leads())
        .extracting(lead -> lead.profile().value("name").orElse("-"))
        .containsExactlyInAnyOrder("=SUM(A1)", "-", "好的");
    assertThat(town.leads())
        .extracting(lead -> lead.profile().value("import.行业").orElse("-"))
        .containsExactlyInAnyOrder("-", "-", "火星业");
    assertThat(errors(result))
        .containsExactly(
            "\uFEFFline,left out,column,原因,reason,cell",
            "2,row,,没有邮箱、手机等任何身份信息,\"nothing names the person: no address, no number, no id\",",
            "3,row,邮箱,身份信息全部无效,nothing that names the person is valid,wrong@",
            "4,row,,没有邮箱、手机等任何身份信息,\"nothing names the person: no address, no number, no id\",",
            "6,cell,姓名,不是一行两百字以内的文字,is no line of at most 200 characters,过长"
                + "长".repeat(198)
                + "…",
            "7,row,,引号没有闭合,a quote is opened and never closed,\"开口,\"\"z@example.cn,,\"",
            "8,cell,手机,不是有效的手机号，应如 13800138000 或 +8613800138000,is no mobile number such as +8613800138000,12345",
            "8,cell,行业,不在选项之中,is none of the options,火星业");
  }

  @Test
  void aFileThatNamesNobodyIsRefused() {
    assertThatThrownBy(() -> takeIn("姓名,公司\n王伟,示例\n"))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("names people")
        .hasMessageContaining("姓名 | 公司");
  }

  private ImportResult takeIn(String text) throws IOException {
    return town.takeIn(folder, "a.csv", text);
  }

  private Path errors() {
    return folder.resolve("errors.csv");
  }

  private List<String> errors(ImportResult result) throws IOException {
    return Files.readAllLines(folder.resolve("import-" + result.batch() + "-errors.csv"));
  }

  private LeadRecord only() {
    assertThat(town.leads()).hasSize(1);
    return town.leads().getFirst();
  }
}
