package dev.trellis.checks.imports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.playbook.TellableFields;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.profile.Profile;
import dev.trellis.imports.Census;
import dev.trellis.imports.ImportResult;
import dev.trellis.imports.file.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as people have them, each after a kind of fault that others met. */
@Tag("R31")
class CasesTest {

  private static final Path CASES = Path.of("../imports/src/test/resources/cases");

  @TempDir private Path folder;
  private Town town = new Town();

  @Test
  void whatASpreadsheetLeavesOutAtTheEndIsBlank() {
    var result = takeIn("short-rows.csv");

    assertThat(result.counts().fresh()).isEqualTo(4);
    assertThat(result.tally().faults()).isEmpty();
    assertThat(find("lin3@acme-a.example").value("company")).isEmpty();
    assertThat(find("lin4@acme-a.example").value("import.备注")).contains("要报价, 急");
  }

  @Test
  void textsThatBeginLikeFormulasAreTexts() {
    var result = takeIn("plus-and-dash.csv");

    assertThat(result.counts().fresh()).isEqualTo(8);
    assertThat(result.tally().faults()).isEmpty();
    assertThat(all(IdentityType.EMAIL)).hasSize(8);
    assertThat(notes())
        .contains("- wants a quote", "+1 for the demo", "=)", "-- Select --", "en dashes");
    assertThat(find("ann@beta-b.example").value("mobile")).contains("+14155550132");
    assertThat(find("ann@beta-b.example").value("import.Phone"))
        .contains("+1 (415) 555-0132 ext. 204");
    assertThat(find("ben@beta-b.example").value("mobile")).contains("+8613800138111");
    assertThat(find("ben@beta-b.example").value("import.Phone")).contains("+86 138 0013 8111 转 12");
    assertThat(find("gus@beta-b.example").value("mobile")).contains("+8613800138666");
  }

  @Test
  void aWesternFileIsReadInItsEncoding() {
    var result = takeIn("cp1252.csv");

    assertThat(result.encoding()).isEqualTo("windows-1252 (;)");
    assertThat(find("jm@delta-d.example").value("name")).contains("Jürgen Müller");
    assertThat(find("jm@delta-d.example").value("company")).contains("Köhler Größen GmbH");
    assertThat(find("bb@delta-d.example").value("name")).contains("Björn Bäcker");
    assertThat(find("bb@delta-d.example").value("company")).contains("Bäckerei Süd");
  }

  @Test
  void domainsOfAllScriptsAreAddresses() {
    assertThat(takeIn("idn.csv").counts().fresh()).isEqualTo(6);
    assertThat(all(IdentityType.EMAIL))
        .contains("中文@xn--55qx5d.cn", "sun@xn--fsqu00a.xn--55qx5d", "zhou@xn--mnchen-3ya.de");
  }

  @Test
  void oldLeadsAreTakenAndTheDryRunSaysSo() {
    var dry = town.rehearse(CASES.resolve("old-dates.csv"), folder.resolve("errors.csv"));
    var real = takeIn("old-dates.csv");

    assertThat(real.counts().fresh()).isEqualTo(3).isEqualTo(dry.counts().fresh());
    assertThat(real.tally()).isEqualTo(dry.tally());
    assertThat(town.leads())
        .extracting(lead -> lead.profile().value("met").orElse(""))
        .containsExactlyInAnyOrder("2012-05-01", "2015-12-31", "2025-03-01");
    assertThat(town.leads())
        .allMatch(lead -> lead.profile().fact("name").orElseThrow().at().equals(Town.NOW));
  }

  @Test
  void whoUnsubscribedElsewhereIsNeverMailed() {
    var unknown = takeIn("hubspot.csv");
    assertThat(unknown.tally().mailable()).isZero();
    assertThat(unknown.after().count(Census.MAILABLE)).isZero();
    assertThat(find("nora@theta-t.example").value("consent")).isEmpty();
    assertThat(find("olaf@theta-t.example").value("consent")).contains("no");

    trusting();
    var given = takeIn("hubspot.csv");
    assertThat(given.tally().mailable()).isEqualTo(1);
    assertThat(given.before().count(Census.MAILABLE)).isZero();
    assertThat(given.after().count(Census.MAILABLE)).isEqualTo(1);
    assertThat(find("nora@theta-t.example").value("consent")).contains("yes");
    assertThat(find("olaf@theta-t.example").value("consent")).contains("no");
    assertThat(names()).containsExactlyInAnyOrder("Nora Nash", "Olaf Orr");
    var nora = find("nora@theta-t.example");
    assertThat(nora.value("met")).contains("2024-01-02");
    assertThat(nora.fact("title").orElseThrow().at())
        .isBetween(Instant.parse("2026-01-02T02:00:00Z"), Instant.parse("2026-01-02T02:01:00Z"));
  }

  @Test
  void aLineThatNamesTheSeparatorIsNoHeader() {
    assertThat(takeIn("sep.csv").counts().fresh()).isEqualTo(1);
    assertThat(find("pat@iota-i.example").value("name")).contains("Pat Poe");
    assertThat(find("pat@iota-i.example").value("company")).contains("Iota");
  }

  @Test
  void nothingOfTwoColumnsForOneThingVanishes() {
    takeIn("dup-headers.csv");

    var profile = find("wu1@lambda-l.example");
    assertThat(profile.value("import.备注")).contains("第一条");
    assertThat(profile.value("import.备注 2")).contains("第二条");
    assertThat(profile.value("leadSource")).contains("官网");
    assertThat(profile.value("import.渠道")).contains("百度SEM");
    assertThat(profile.value("city")).contains("杭州");
    assertThat(profile.value("import.地区")).contains("华东");
  }

  @Test
  void aNewerFileBringsEverybodyUpToDateWhateverItIsCalled() throws IOException {
    assertThat(takeInAs("export-january.csv", "export.csv").counts().fresh()).isEqualTo(40);
    later(Duration.ofDays(150));
    var june = takeInAs("export-june.csv", "export.csv");
    assertThat(june.counts().changed()).isEqualTo(40);
    assertThat(june.counts().fields()).containsEntry("title", 40L);
    assertThat(titles()).containsOnly("Director");

    var leads = town.tables.leads();
    later(Duration.ofDays(1));
    var again = takeInAs("export-june.csv", "another.csv");
    assertThat(again.batch()).isEqualTo(june.batch());
    assertThat(again.counts().known()).isEqualTo(40);
    Files.delete(folder.resolve("import-" + june.batch() + ".json"));
    assertThat(takeInAs("export-june.csv", "forgotten.csv").counts().fresh()).isZero();
    assertThat(town.tables.leads()).isEqualTo(leads);
  }

  @Test
  void aNoOfTheCrmTakesAConsentBack() {
    var names = new TreeSet<>(List.of(Identity.parse("email:optout@tau-t.example")));
    var form =
        new FormSubmitted(
            "summit-deck",
            new TreeMap<>(Map.of("email", "optout@tau-t.example")),
            true,
            null,
            null);
    town.handle(
        List.of(
            LeadEvent.of(
                "form", Town.NOW.minusSeconds(3600), Channel.WEB, names, Origin.NONE, form)));
    assertThat(find("optout@tau-t.example").value("consent")).contains("yes");

    takeIn("crm-says-no.csv");

    assertThat(find("optout@tau-t.example").value("consent")).contains("no");
  }

  @Test
  void onlyAWordThatIsKnownForAYesIsOne() {
    trusting();
    var result = takeIn("consent-words.csv");

    assertThat(
            town.leads().stream()
                .map(LeadRecord::profile)
                .filter(p -> p.value("consent").filter("yes"::equals).isPresent())
                .map(p -> p.value("email").orElse("").substring(0, 3)))
        .containsExactlyInAnyOrder("w01", "w11", "w12");
    assertThat(result.tally().mailable()).isEqualTo(3);
    assertThat(result.after().count(Census.MAILABLE)).isEqualTo(3);
  }

  @Test
  void whoOptedOutIsNeverMailedAndWhoDidNotByThePolicy() {
    takeIn("opt-out-column.csv");
    assertThat(find("col1@omega-p.example").value("consent")).contains("no");
    assertThat(find("col2@omega-p.example").value("consent")).isEmpty();

    trusting();
    takeIn("opt-out-column.csv");
    assertThat(find("col1@omega-p.example").value("consent")).contains("no");
    assertThat(find("col2@omega-p.example").value("consent")).contains("yes");
  }

  @Test
  void whatProgramsWriteAroundANameIsTakenAway() throws IOException {
    var result = takeIn("outlook-cells.csv");

    assertThat(all(IdentityType.EMAIL))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 9).mapToObj(i -> "ang" + i + "@beta-e.example").toList());
    assertThat(all(IdentityType.PHONE))
        .containsExactlyInAnyOrder(
            "+8613966660011",
            "+8613966660012",
            "+8613966660013",
            "+8613966660014",
            "+8613966660015");
    var two = phone("+8613966660012");
    assertThat(two.value("mobile")).contains("+8613966660012");
    assertThat(two.value("import.Mobile")).contains("13966660012 13966660013");
    assertThat(phone("+8613966660015").value("import.Mobile")).contains("13966660015转8001");
    assertThat(phone("+8613966660011").value("import.Mobile")).isEmpty();
    assertThat(result.tally().refused()).isEqualTo(1);
    assertThat(result.tally().faults()).containsOnlyKeys(Fault.ROUNDED_IDENTITY);
    assertThat(Files.readString(folder.resolve("import-" + result.batch() + "-errors.csv")))
        .contains("15,row,Mobile,", "1.39667E+10");
  }

  @Test
  void whatOurOwnFormShowsIsUnderstoodInFull() throws IOException {
    trusting();
    var zh =
        takeIn(
            "zh.csv",
            "姓名,公司,手机号,邮箱,行业,职位,授权同意,选型看重的因素,公司人数\n王伟,示例公司,13800138000,wang@example.cn,生产制造,总监,已同意,价格,500\n");
    var en =
        takeIn(
            "en.csv",
            "Name,Company,Mobile number,E-mail,Industry,Job title,Consent,What counts when choosing,Employees\nLi Na,Example,13800138001,li@example.cn,Manufacturing,Head,Given,Price,500\n");

    assertThat(zh.otherColumns()).isEmpty();
    assertThat(en.otherColumns()).isEmpty();
    for (var email : List.of("wang@example.cn", "li@example.cn")) {
      var profile = find(email);
      assertThat(profile.value("consent")).contains("yes");
      assertThat(profile.value("industry")).contains("manufacturing");
      assertThat(profile.value("factors")).contains("price");
      assertThat(profile.value("company-size")).contains("500");
    }
  }

  @Test
  void everyLabelOfAFieldIsAHeaderInBothLanguages() throws IOException {
    var tellable = new TellableFields(Town.PLAYBOOK);
    var fields =
        Town.PLAYBOOK.fields().byId().values().stream()
            .filter(field -> tellable.contains(field.id()))
            .toList();
    for (var language : List.of("zh", "en")) {
      var labels =
          Stream.concat(
                  fields.stream().map(field -> field.name().in(language)),
                  Town.PLAYBOOK.forms().values().stream()
                      .flatMap(form -> form.questions().stream())
                      .map(question -> question.label().in(language)))
              .distinct()
              .map(label -> "\"" + label + "\"")
              .toList();
      var file =
          Files.writeString(
              folder.resolve("labels.csv"),
              String.join(",", labels) + "\na@example.cn" + ",".repeat(labels.size() - 1) + "\n");

      assertThat(labels).hasSizeGreaterThan(25);
      assertThat(town.understood(file).otherColumns()).as(language).isEmpty();
    }
  }

  private ImportResult takeIn(String name) {
    return town.takeIn(CASES.resolve(name), folder);
  }

  private ImportResult takeIn(String name, String text) throws IOException {
    return town.takeIn(folder, name, text);
  }

  private ImportResult takeInAs(String name, String other) throws IOException {
    return town.takeIn(
        Files.copy(CASES.resolve(name), folder.resolve(other), StandardCopyOption.REPLACE_EXISTING),
        folder);
  }

  /** A new town where those of whom nothing is said have agreed. */
  private void trusting() {
    town = new Town(Town.TRUSTING);
    for (var file : Objects.requireNonNull(folder.toFile().listFiles())) {
      assertThat(file.delete()).isTrue();
    }
  }

  private void later(Duration passed) {
    town.now = town.now.plus(passed);
  }

  private Profile find(String email) {
    return only(Identity.parse("email:" + email));
  }

  private Profile phone(String number) {
    return only(Identity.parse("phone:" + number));
  }

  private Profile only(Identity name) {
    var found =
        town.leads().stream()
            .map(LeadRecord::profile)
            .filter(profile -> profile.identities().contains(name))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private List<String> all(IdentityType type) {
    return town.leads().stream().flatMap(lead -> lead.profile().identities(type).stream()).toList();
  }

  private List<String> names() {
    return town.leads().stream().map(l -> l.profile().value("name").orElse("")).toList();
  }

  private List<String> titles() {
    return town.leads().stream().map(l -> l.profile().value("title").orElse("")).toList();
  }

  private List<String> notes() {
    return town.told.stream()
        .map(
            event -> ((RecordImported) event.happening()).values().getOrDefault("import.Notes", ""))
        .toList();
  }
}
