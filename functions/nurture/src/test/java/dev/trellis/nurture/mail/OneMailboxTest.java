package dev.trellis.nurture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneMailboxTest {

  @ParameterizedTest
  @CsvSource({
    "mei.lin@example.cn, mei.lin@example.cn",
    "Mei.Lin+talk@Example.CN, mei.lin@example.cn",
    "mei.lin+a+b@example.cn, mei.lin@example.cn",
    "m.e.i.lin+x@gmail.com, meilin@gmail.com",
    "MeiLin@GoogleMail.com, meilin@gmail.com",
    "meilin@example.cn, meilin@example.cn",
    "'\"a@b\"@example.cn', '\"a@b\"@example.cn'",
    "nobody, nobody"
  })
  void spellingsOfOneMailboxAreOne(String address, String mailbox) {
    assertThat(OneMailbox.of(address)).isEqualTo(mailbox);
  }
}
