package dev.trellis.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.dictionary.CompanyNames;
import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.dictionary.Industries;
import dev.trellis.core.dictionary.SearchKeywords;
import dev.trellis.core.dictionary.Titles;
import dev.trellis.playbook.check.DictionariesCheck;
import dev.trellis.playbook.yaml.Problem;
import dev.trellis.playbook.yaml.Yaml;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DictionariesReaderTest {

  @TempDir private Path root;

  private final List<Problem> problems = new ArrayList<>();

  @BeforeEach
  void copyTheDefaultDictionaries() throws IOException {
    Files.createDirectories(root.resolve("dictionaries"));
    try (var files = Files.list(DefaultPlaybook.ROOT.resolve("dictionaries"))) {
      for (var file : files.toList()) {
        Files.copy(file, root.resolve("dictionaries").resolve(file.getFileName()));
      }
    }
  }

  @Test
  void theDefaultDictionariesHaveNoProblem() {
    assertThat(read().titles().find("CIO")).isPresent();
    assertThat(problems).isEmpty();
  }

  @Test
  void aPlaybookWithoutDictionariesKnowsNoWords() {
    var none = DictionariesReader.read(source(root.resolve("nowhere")));

    assertThat(none).isEqualTo(Dictionaries.EMPTY);
    assertThat(none.titles().find("CIO")).isEmpty();
    assertThat(none.industries().guess("示例银行")).isEmpty();
    assertThat(none.keywords().of("CDP").needs()).isEmpty();
    assertThat(none.companies().core("示例（上海）有限公司")).contains("示例上海有限公司");
  }

  @ParameterizedTest
  @ValueSource(strings = {"titles", "industries", "keywords", "companies"})
  void aFileMayBeMissing(String name) throws IOException {
    Files.delete(root.resolve("dictionaries").resolve(name + ".yaml"));

    var read = read();

    assertThat(problems).isEmpty();
    assertThat(
            switch (name) {
              case "titles" -> read.titles() == Titles.EMPTY;
              case "industries" -> read.industries() == Industries.EMPTY;
              case "keywords" -> read.keywords() == SearchKeywords.EMPTY;
              default -> read.companies() == CompanyNames.EMPTY;
            })
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"titles", "industries", "keywords", "companies", "variants"})
  void anEmptyFileIsReported(String name) throws IOException {
    Files.writeString(root.resolve("dictionaries").resolve(name + ".yaml"), "# nothing\n");

    read();

    assertThat(problems)
        .isNotEmpty()
        .allMatch(p -> p.file().equals("dictionaries/" + name + ".yaml"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          titles     | manager: [市场经理,                         | manager: [市场经理, ＣＩＯ,            | "ＣＩＯ" stands here and elsewhere with another meaning
          titles     | specialist: [信息员,                        | specialist: [信息员, 首席資訊官,       | "首席資訊官" stands here and elsewhere with another meaning
          titles     | roles: { cto: [executive, head], product:   | roles: { cdo: [executive, head], product: | there is no role "cdo"
          titles     | levels: [executive, head]                   | levels: [executive, boss]              | there is no level "boss"
          titles     | unranked: specialist                        | unranked: nobody                       | there is no level "nobody"
          titles     | - department: procurement                   | - department: buying                   | there is no department "buying"
          titles     | roles: { cfo: [executive, head, manager] }  | roles: { cfo: [head], cio: [head] }    | "head" has two roles
          titles     | specialist: [采购专员,                      | specialist: ["?!", 采购专员,           | "?!" has no letter
          titles     | - id: cto                                   | - id: cio                              | a second role "cio"
          titles     | unranked:                                   | unranked: specialist~ranked:         | unknown key "ranked"
          industries | 40: [科技,                                  | 0: [科技,                              | the confidence "0" is no percentage from 1 to 100
          industries | 40: [科技,                                  | 101: [科技,                            | the confidence "101" is no percentage from 1 to 100
          industries | 40: [科技,                                  | 41: [银行, 科技,                       | "银行" stands here and elsewhere with another meaning
          industries | 75: [物业, 置地, 产业园, 房产, properties, estates] | 75: []                          | is an empty list
          industries | - id: energy                                | - id: finance                          | a second industry "finance"
          companies  | freeMail:~  [qq.com,                       | freeMail:~  [qq,                      | "qq" is no domain
          variants   | 資资                                        | 資                                     | "資" is no pair of characters
          variants   | 訊讯                                        | 訊讯 訊训                              | "訊" stands for two characters
          """)
  void aMistakeIsReportedWithItsLine(String name, String what, String by, String problem)
      throws IOException {
    var file = root.resolve("dictionaries").resolve(name + ".yaml");
    var text = Files.readString(file);
    var found = what.replace("~", "\n");
    assertThat(text).contains(found);
    int at = text.indexOf(found);
    Files.writeString(
        file, text.substring(0, at) + by.replace("~", "\n") + text.substring(at + found.length()));

    read();

    assertThat(problems)
        .anySatisfy(p -> {
          assertThat(p.file()).isEqualTo("dictionaries/" + name + ".yaml");
          assertThat(p.what()).isEqualTo(problem);
          assertThat(p.remedy()).isNotBlank();
          assertThat(p.line()).isGreaterThan(1);
        });
  }

  @Test
  void aProblemNamesTheLineOfItsWord() throws IOException {
    Files.writeString(
        root.resolve("dictionaries/industries.yaml"),
        """
        industries:
          - id: finance
            name: { zh: 金融, en: Finance }
            keywords:
              90: [银行]
          - id: retail
            name: { zh: 零售, en: Retail }
            keywords:
              80:
                - 百货
                - 銀行
        """);

    read();

    assertThat(problems).extracting(Problem::line).containsExactly(11);
  }

  @Test
  void anotherSpellingOfAWordIsNoProblem() throws IOException {
    replace("industries", "90: [信息科技,", "90: [信息科技, 信息 科技, 資訊,");
    replace("industries", "互联网, 资讯,", "互联网,");

    read();

    assertThat(problems).isEmpty();
  }

  @Test
  @Tag("R75")
  void aNeedThatNoFormOffersIsRefused() throws IOException {
    var places = new HashMap<String, Yaml>();
    replace("keywords", "  lead-scoring:", "  lead-guessing:");
    replace("keywords", "  energy:", "  power:");

    DictionariesReader.read(new Source(root, List.of("zh", "en"), places, problems));
    new DictionariesCheck(DefaultPlaybook.PLAYBOOK, places).run();

    assertThat(problems)
        .extracting(Problem::what)
        .containsExactlyInAnyOrder(
            "no form offers the need \"lead-guessing\"", "no form offers the industry \"power\"");
    assertThat(problems.getFirst().line()).isGreaterThan(1);
  }

  @Test
  void aMistakeInADictionaryRefusesThePlaybook() {
    assertThatExceptionOfType(PlaybookException.class)
        .isThrownBy(() ->
            DefaultPlaybook.with(
                "dictionaries/keywords.yaml", "  lead-scoring:", "  lead-guessing:"))
        .withMessageContaining("dictionaries/keywords.yaml")
        .withMessageContaining("lead-guessing");
  }

  @Test
  @Tag("R26")
  void aChangedDictionaryChangesWhatATitleMeans() throws IOException {
    replace("titles", "网管, ", "");
    assertThat(read().titles().find("网管")).isEmpty();

    replace("titles", "信息管理员,", "信息管理员, 网管,");
    assertThat(read().titles().find("网管")).map(Titles.Match::role).contains("it");
  }

  @Test
  void readingCostsLittle() {
    var cpu = ManagementFactory.getThreadMXBean();
    var figures = new ArrayList<Long>();
    for (int i = 0; i < 5; i++) {
      long start = cpu.getCurrentThreadCpuTime();
      read();
      figures.add((cpu.getCurrentThreadCpuTime() - start) / 1_000_000);
    }
    System.out.println("reading all dictionaries, ms of CPU: " + figures);
    assertThat(problems).isEmpty();
  }

  private Dictionaries read() {
    return DictionariesReader.read(source(root));
  }

  private Source source(Path from) {
    return new Source(from, List.of("zh", "en"), new HashMap<>(), problems);
  }

  private void replace(String name, String what, String by) throws IOException {
    var file = root.resolve("dictionaries").resolve(name + ".yaml");
    var text = Files.readString(file);
    assertThat(text).contains(what);
    Files.writeString(file, text.replace(what, by));
  }
}
