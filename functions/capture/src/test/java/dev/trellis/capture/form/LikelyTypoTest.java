package dev.trellis.capture.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R4")
class LikelyTypoTest {

  @ParameterizedTest
  @CsvSource({
    "gmial.com, gmail.com",
    "gamil.com, gmail.com",
    "gmai.com, gmail.com",
    "gmaill.com, gmail.com",
    "gmail.con, gmail.com",
    "GMAIL.CO, gmail.com",
    "hotmial.com, hotmail.com",
    "outlok.com, outlook.com",
    "foxmial.com, foxmail.com",
    "qq.con, qq.com",
    "163.cm, 163.com",
    "gmail.com, -",
    "mail.com, -",
    "ymail.com, -",
    "qqq.com, -",
    "aq.com, -",
    "164.com, -",
    "sina.cn, -",
    "gmx.com, -",
    "example.com, -",
    "xn--fiq228c.xn--fiqs8s, -",
  })
  void oneSlipBesideADomainOfManyIsAskedAboutAndNothingElse(String typed, String meant) {
    assertThat(LikelyTypo.meant("lin@" + typed).orElse("-")).isEqualTo(meant);
  }
}
