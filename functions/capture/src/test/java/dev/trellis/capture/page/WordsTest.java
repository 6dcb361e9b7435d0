package dev.trellis.capture.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void bothLanguagesHaveEveryWord() {
    assertThat(Words.in("zh").all().keySet()).isEqualTo(Words.in("en").all().keySet());
    assertThat(Words.in("zh").all().values()).noneMatch(String::isBlank);
    assertThat(Words.in("en").all().values()).noneMatch(String::isBlank);
  }

  @Test
  void aLanguageWithoutWordsIsSpokenToInEnglish() {
    assertThat(Words.in("fr").all()).isEqualTo(Words.in("en").all());
  }
}
