package dev.trellis.nurture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands in a mail can be read, by day and by night (WCAG 2.2, 1.4.3). */
class MailColoursTest {

  private static final double ENOUGH = 4.5;
  private static final String BODY =
      "A [link](https://example.com/a)\n\n[Button](https://example.com/b)\n\n---\n\nSmall"
          + " [way out](https://example.com/c)\n";

  @ParameterizedTest
  @EnumSource
  void everyTextStandsOutAgainstItsBackground(MailColours colours) {
    assertThat(contrast(colours.text(), colours.background())).isGreaterThanOrEqualTo(ENOUGH);
    assertThat(contrast(colours.link(), colours.background())).isGreaterThanOrEqualTo(ENOUGH);
    assertThat(contrast(colours.smallPrint(), colours.background())).isGreaterThanOrEqualTo(ENOUGH);
    assertThat(contrast(colours.buttonText(), colours.button())).isGreaterThanOrEqualTo(ENOUGH);
  }

  @Test
  void contrastIsCountedAsTheStandardSays() {
    assertThat(contrast("#ffffff", "#000000")).isEqualTo(21);
    assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.48);
    assertThat(contrast("#121212", "#2563eb")).isLessThan(ENOUGH);
  }

  @Test
  void theDaysColoursStandOnTheElementsAndTheNightsInTheRules() {
    var html = html();
    var rules = html.substring(html.indexOf("<style>"), html.indexOf("</style>"));
    var elements = html.substring(html.indexOf("<body"));

    assertThat(rules)
        .contains("@media (prefers-color-scheme: dark)")
        .contains(MailColours.NIGHT.rules().strip());
    assertThat(elements)
        .contains("<table role=\"presentation\" class=\"letter\" width=\"100%\"")
        .containsPattern(
            "<a href=\"https://example.com/a\" style=\"color:" + MailColours.DAY.link())
        .containsPattern("<a href=\"https://example.com/b\" style=\"[^\"]*\" class=\"button\"")
        .contains("<td class=\"button\" bgcolor=\"" + MailColours.DAY.button() + "\"")
        .containsPattern("<p style=\"[^\"]*" + MailColours.DAY.smallPrint() + "\" class=\"small\"");
  }

  private static String html() {
    var letter = new LetterText("Hello", Parser.builder().build().parse(BODY));
    return HtmlPart.of(letter, "en");
  }

  private static double contrast(String one, String other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(String colour) {
    return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
  }

  private static double linear(String colour, int at) {
    double share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
