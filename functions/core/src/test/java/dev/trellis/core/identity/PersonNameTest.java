package dev.trellis.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R17")
class PersonNameTest {

  @ParameterizedTest
  @CsvSource({
    "李娜,     李雷,       true",
    "李娜,     '李 娜',    false",
    "李,       李娜,       false",
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
}
