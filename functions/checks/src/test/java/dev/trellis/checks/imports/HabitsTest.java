package dev.trellis.checks.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.profile.Profile;
import dev.trellis.imports.ImportReport;
import dev.trellis.imports.ImportResult;
import dev.trellis.imports.file.Fault;
import dev.trellis.imports.file.ImportException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a whole file tells of a cell, and what is asked because none does. */
@Tag("R31")
class HabitsTest {

  @TempDir private Path folder;
  private Town town = new Town();

  @Test
  void oneDayAboveTwelveTellsHowAllDatesOfItsColumnAreWritten() throws IOException {
    var result = takeIn("email,created at\na@example.cn,03/04/2025\nb@example.cn,31/12/2024\n");

    assertThat(find("a@example.cn").value("met")).contains("2025-04-03");
    assertThat(result.dates()).containsExactly(Map.entry("created at", "dd/MM/yyyy"));
    assertThat(ImportReport.of(result, folder.resolve("e"), Town.PLAYBOOK, "en"))
        .contains("dates of created at read as dd/MM/yyyy (Asia/Shanghai)");
  }

  @Test
  void aColumnThatLeavesItOpenIsWrittenAsTheOthers() throws IOException {
    takeIn("email,created at,last modified\na@example.cn,03/04/2025,12/31/2025\n");

    assertThat(find("a@example.cn").value("met")).contains("2025-03-04");
  }

  @Test
  void whatStaysOpenIsAskedWithTheFormatsThatAreTaken() {
    assertThatThrownBy(() -> takeIn("email,created at\na@example.cn,03/04/2025\n"))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("\"03/04/2025\" in line 2, column created at")
        .hasMessageContaining("-Ddates=dd/MM/yyyy")
        .hasMessageContaining("-Ddates=MM/dd/yyyy");
  }

  @Test
  void aColumnOfBothKindsLeavesOutWhatMayBeEither() throws IOException {
    var result =
        takeIn(
            "email,created at\na@example.cn,03/04/2025\nb@example.cn,31/12/2024\nc@example.cn,12/31/2024\n");

    assertThat(find("a@example.cn").value("met")).isEmpty();
    assertThat(find("a@example.cn").value("import.created at")).contains("03/04/2025");
    assertThat(find("b@example.cn").value("met")).contains("2024-12-31");
    assertThat(find("c@example.cn").value("met")).contains("2024-12-31");
    assertThat(result.tally().faults()).containsOnlyKeys(Fault.NOT_A_DATE);
  }

  @Test
  void aChangedMappingReadsTheSameFileAnew() throws IOException {
    var file = Files.writeString(folder.resolve("a.csv"), "email,consent\na@example.cn,\n");
    var before = town.understood(file).batch();

    assertThat(new Town(Town.TRUSTING).understood(file).batch()).isNotEqualTo(before);
    assertThat(town.understood(Files.copy(file, folder.resolve("other.csv"))).batch())
        .isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Opted out of email: Newsletter",
        "email_opt_out",
        "Newsletter unsubscribed on",
        "DoNotEmail flag",
        "客户是否退订标记",
        "不再接收邮件推送"
      })
  void aHeaderThatSoundsLikeAnOptOutIsTakenForOne(String header) throws IOException {
    town = new Town(Town.TRUSTING);
    takeIn(
        "email,"
            + header
            + "\na@example.cn,true\nb@example.cn,false\nc@example.cn,2025-01-01\nd@example.cn,\n");

    assertThat(find("a@example.cn").value("consent")).contains("no");
    assertThat(find("b@example.cn").value("consent")).contains("yes");
    assertThat(find("c@example.cn").value("consent")).isEmpty();
    assertThat(find("d@example.cn").value("consent")).contains("yes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GDPR consent status", "是否同意隐私政策", "Newsletter subscription"})
  void aHeaderThatSoundsLikeConsentGivesNoneAndMayTakeIt(String header) throws IOException {
    town = new Town(Town.TRUSTING);
    takeIn("email," + header + "\na@example.cn,no\nb@example.cn,yes\nc@example.cn,pending\n");

    assertThat(find("a@example.cn").value("consent")).isEmpty();
    assertThat(find("b@example.cn").value("consent")).contains("yes");
    assertThat(find("b@example.cn").value("consent.basis")).contains("on paper");
    assertThat(find("c@example.cn").value("consent")).isEmpty();
  }

  @Test
  void ofSeveralWordsOnMailANoCounts() throws IOException {
    town = new Town(Town.TRUSTING);
    takeIn(
        "email,consent,Email Opt Out\na@example.cn,yes,TRUE\nb@example.cn,no,FALSE\nc@example.cn,yes,perhaps\n");

    assertThat(find("a@example.cn").value("consent")).contains("no");
    assertThat(find("b@example.cn").value("consent")).contains("no");
    assertThat(find("c@example.cn").value("consent")).isEmpty();
  }

  @Test
  void anOddCellInAColumnThatNobodyMapsCostsNothing() throws IOException {
    var result =
        takeIn(
            "email,note,"
                + IntStream.range(0, 200).mapToObj(i -> "c" + i).collect(Collectors.joining(","))
                + "\na@example.cn,\u0007"
                + "长".repeat(3000)
                + ",x".repeat(200)
                + "\nb@example.cn,\u202etxt.exe,\n");

    assertThat(result.counts().fresh()).isEqualTo(2);
    assertThat(result.tally().refused()).isZero();
    assertThat(result.tally().faults()).containsOnlyKeys(Fault.CUT, Fault.TOO_MANY);
    assertThat(find("a@example.cn").value("import.note").orElseThrow()).hasSizeBetween(999, 1000);
  }

  @Test
  void partsOfANameAreJoinedAsItsLanguageDoes() throws IOException {
    takeIn("姓,名,email\n王,伟,a@example.cn\nNash,Nora,b@example.cn\n,Cher,c@example.cn\n");
    town.takeIn(folder, "b.csv", "姓,名字,email\n王,伟,d@example.cn\n李,李娜,e@example.cn\n");

    assertThat(find("a@example.cn").value("name")).contains("王伟");
    assertThat(find("b@example.cn").value("name")).contains("Nora Nash");
    assertThat(find("c@example.cn").value("name")).contains("Cher");
    assertThat(find("d@example.cn").value("name")).contains("王伟");
    assertThat(find("e@example.cn").value("name")).contains("李娜");
  }

  @Test
  void aTitleAboveTheHeadersIsNone() throws IOException {
    assertThat(takeIn("线索列表,,\n,,\n姓名,邮箱,公司\n王伟,a@example.cn,甲\n").counts().fresh()).isEqualTo(1);
    assertThat(find("a@example.cn").value("company")).contains("甲");
  }

  @ParameterizedTest
  @ValueSource(strings = {"姓名,邮箱\n", "姓名,邮箱\n,\n", "\n\n"})
  void aFileWithoutARowIsRefused(String text) {
    assertThatThrownBy(() -> takeIn(text)).isInstanceOf(ImportException.class);
  }

  @Test
  void aNameWithLostCharactersIsLeftOut() throws IOException {
    var result = takeIn("name,email\n王\uFFFD,a@example.cn\n");

    assertThat(find("a@example.cn").value("name")).isEmpty();
    assertThat(result.tally().faults()).containsOnlyKeys(Fault.LOST_CHARACTERS);
  }

  private ImportResult takeIn(String text) throws IOException {
    return town.takeIn(folder, "a.csv", text);
  }

  private Profile find(String email) {
    return town.leads().stream()
        .map(lead -> lead.profile())
        .filter(profile -> profile.value("email").orElse("").equals(email))
        .findFirst()
        .orElseThrow();
  }
}
