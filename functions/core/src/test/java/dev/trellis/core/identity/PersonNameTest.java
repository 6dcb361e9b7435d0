package dev.trellis.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R17")
class PersonNameTest {

  @ParameterizedTest
  @CsvSource({
    "李娜,     李雷,       true",
    "李娜,     '李 娜',    false",
    "李,       李娜,       true",
    "李娜,     Li Na,      false",
    "Lin Mei,  LIN-MEI,    false",
    "Ｌｉｎ,   Lin,        false",
    "Lin Mei,  Wang Fang,  true",
    "'',       Wang Fang,  false",
    "🌱,       Wang Fang,  false",
  })
  void tellsTwoPeopleApart(String one, String other, boolean differ) {
    assertThat(PersonName.differ(one, other)).isEqualTo(differ);
    assertThat(PersonName.differ(other, one)).isEqualTo(differ);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvFileSource(resources = "names.tsv", delimiter = '\t')
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          李 娜               | 李娜               | same
          张伟先生            | 張偉               | same
          诸葛 亮             | 亮 諸葛            | same
          Wang Xiao Ming      | Wang Xiaoming      | same
          Wang Xiao-Ming      | Xiaoming Wang      | same
          Jean-Pierre Léaud   | Leaud, Jean Pierre | same
          Müller, Jürgen      | Jurgen Muller      | same
          Juergen Mueller     | Jürgen Müller      | same
          Strauß              | Strauss            | same
          Søren Kjær          | Soeren Kjaer       | same
          Łukasz Nowak        | Lukasz Nowak       | same
          D'Arcy, Mary        | Mary D’Arcy        | same
          ANNA KOCH, PhD      | Koch Anna          | same
          A                   | a                  | same
          Dr.                 | Dr.                | same
          がく                | かく               | other
          김민준              | 김민서             | other
          Li                  | Li Na              | other
          Koch                | Anna Koch          | other
          Ann                 | Hannah Koch        | other
          Anna                | Hannah             | other
          ANNA K              | Anna Koch          | other
          Joe Smith           | Jo Smith           | other
          娜李                | 李娜               | other
          娜                  | 李娜               | other
          Anna                | Anna Koch          | possibly
          John F. Kennedy     | John Kennedy       | possibly
          李娜                | Li Na              | possibly
          李娜                | 李娜 Anna          | possibly
          Anna                | Анна               | possibly
          ''                  | Anna               | possibly
          """)
  void namesAgreeAsWholesOrNotAtAll(String one, String other, String who) {
    assertWho(one, other, who);
    assertWho(other, one, who);
  }

  private static void assertWho(String one, String other, String who) {
    assertThat(PersonName.agree(one, other)).isEqualTo(who.equals("same"));
    assertThat(PersonName.differ(one, other)).isEqualTo(who.equals("other"));
  }
}
