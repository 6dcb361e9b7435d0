package dev.trellis.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.trellis.console.html.Words;
import dev.trellis.console.report.AudienceList;
import dev.trellis.console.report.AudienceList.Member;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.Audiences.Of;
import dev.trellis.core.text.Wording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceCsvTest {

  private static final String DANGER = "=+-@\t\r\n＝＋－＠";

  @ParameterizedTest
  @Tag("R50")
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+8613800138000",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r\n=1",
        " =1",
        "\uFEFF=1",
        "＝1+1",
        "\u0000=1",
        "\u2028=1"
      })
  void noCellBeginsWithAFormula(String text) {
    var cell = AudienceCsv.cell(text);

    assertThat(DANGER).doesNotContain(cell.substring(0, 1));
    assertThat(cell).startsWith("'").doesNotContain("\n", "\r", "\t");
  }

  @Test
  @Tag("R50")
  void whateverPeopleTypedThereIsOneSafeLinePerPerson() {
    var random = new Random(50);
    var signs = "=+-@\t\r\n\",;'李a ＝";
    for (int round = 0; round < 500; round++) {
      var name = new StringBuilder();
      random.ints(random.nextInt(9), 0, signs.length()).forEach(i -> name.append(signs.charAt(i)));
      var text = AudienceCsv.text(list(name.toString()), new Words("zh", ZoneOffset.UTC));

      assertThat(text).startsWith("\uFEFF线索,姓名");
      assertThat(text.split("\r\n")).hasSize(2);
      var rows = CsvReader.builder().ofCsvRecord(text.substring(1)).stream().toList();
      assertThat(rows).hasSize(2);
      assertThat(rows.get(1).getFieldCount()).isEqualTo(rows.get(0).getFieldCount());
      rows.get(1).getFields().stream()
          .filter(cell -> !cell.isEmpty())
          .forEach(cell -> assertThat(DANGER).doesNotContain(cell.substring(0, 1)));
      assertThat(rows.get(1).getField(5)).isEqualTo("'+8613800138000");
    }
  }

  private static AudienceList list(String name) {
    var title = new Wording(new TreeMap<>(Map.of("zh", "受众", "en", "Audience")));
    var member =
        new Member(
            "L1",
            name,
            "示例公司",
            null,
            "li.na@example.cn",
            "+8613800138000",
            null,
            Instant.EPOCH,
            Map.of("zh", "总是成立", "en", "always"),
            List.of());
    return new AudienceList(
        new Audience("all", title, Of.PROSPECTS, Condition.always()),
        1,
        List.of(member),
        null,
        null);
  }
}
