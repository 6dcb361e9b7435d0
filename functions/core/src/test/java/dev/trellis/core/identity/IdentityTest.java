package dev.trellis.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R17")
class IdentityTest {

  private final Normalizer normalizer = new Normalizer("CN");

  @ParameterizedTest
  @CsvSource({
    "13800138000, +8613800138000",
    "'138 0013 8000', +8613800138000",
    "+86-138-0013-8000, +8613800138000",
    "０１３８００１３８０００, +8613800138000",
    "１３８００１３８０００, +8613800138000",
    "+1 650 253 0000, +16502530000",
  })
  void aNumberHasOneForm(String typed, String expected) {
    assertThat(normalizer.phone(typed)).hasValue(new Identity(IdentityType.PHONE, expected));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "phones.tsv", delimiter = '\t', quoteCharacter = '\0')
  void aNumberIsFoundInWhatPeopleAndSpreadsheetsMakeOfIt(String typed, String expected) {
    assertThat(normalizer.phone(typed).map(Identity::value).orElse("-")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.39667E+10",
        "12345",
        "no phone",
        "021 6123 4567",
        "1380013800",
        "13800138000\r\nX: y",
        "📱"
      })
  void whatIsNoNumberIsNone(String typed) {
    assertThat(normalizer.phone(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Li.Na@Example.CN, li.na@example.cn",
    "' a@example.com ', a@example.com",
    "ａ＠ｅｘａｍｐｌｅ．ｃｏｍ, a@example.com",
    "a+b@mail.example.com, a+b@mail.example.com",
  })
  void anAddressHasOneForm(String typed, String expected) {
    assertThat(normalizer.email(typed)).hasValue(new Identity(IdentityType.EMAIL, expected));
  }

  @ParameterizedTest
  @CsvSource({
    "info@xn--fiqs8s.xn--fiqs8s, info@xn--fiqs8s.xn--fiqs8s",
    "li@xn--55qx5d.cn, li@xn--55qx5d.cn",
    "中文@公司.cn, 中文@xn--55qx5d.cn",
    "qian@中文.中国, qian@xn--fiq228c.xn--fiqs8s",
    "sun@例子.公司, sun@xn--fsqu00a.xn--55qx5d",
    "sun@例子。公司, sun@xn--fsqu00a.xn--55qx5d",
    "zhou@münchen.de, zhou@xn--mnchen-3ya.de",
    "ZHOU@MÜNCHEN.DE, zhou@xn--mnchen-3ya.de",
    "前台@example.cn, 前台@example.cn",
    "a@xn--.com, -",
    "中 文@公司.cn, -",
    "zhou@-münchen.de, -",
    "postmaster@example.cn, -",
    "No-Reply@Example.com, -",
    "noreply+news@example.com, -",
    "noreplying@example.com, noreplying@example.com",
  })
  void domainsOfAllScriptsAreToldInAsciiAndNobodysAddressIsNone(String typed, String expected) {
    assertThat(normalizer.email(typed).map(Identity::value).orElse("-")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "info@example.com, true, false",
    "sales+asia@example.com, true, false",
    "前台@公司.cn, true, true",
    "li.na@example.com, false, false",
    "infos@example.com, false, false",
    "中文@公司.cn, false, true",
    "li@公司.cn, false, false",
  })
  void anAddressTellsWhetherItIsACompanysAndWhoCanSendThere(
      String typed, boolean isRole, boolean needsSmtpUtf8) {
    var address = normalizer.email(typed).orElseThrow();
    assertThat(Addressee.isRole(address)).isEqualTo(isRole);
    assertThat(Addressee.needsSmtpUtf8(address.value())).isEqualTo(needsSmtpUtf8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a@",
        "@b.com",
        "a@b",
        "a b@c.com",
        "a@b..com",
        "a@-b.com",
        ".a@b.com",
        "a@b.com\r\nBcc: c@d.com",
        "a@b.com,c@d.com",
        "<a@b.com>",
        "李@example.cn"
      })
  void whatIsNoAddressIsNone(String typed) {
    assertThat(normalizer.email(typed)).isEmpty();
  }

  @Test
  void anIdentityIsWrittenTypeColonValue() {
    var identity = Identity.parse("openid:wx:abc");

    assertThat(identity).isEqualTo(new Identity(IdentityType.OPENID, "wx:abc"));
    assertThat(identity).hasToString("openid:wx:abc");
    assertThatThrownBy(() -> Identity.parse("fax:1")).hasMessage("unknown identity type");
    assertThatThrownBy(() -> Identity.parse("email:")).hasMessageContaining("1 to 320");
  }

  @Test
  void leadIdsSortByAge() {
    var older = Ids.newLead(Instant.parse("2026-01-01T00:00:00Z"));
    var newer = Ids.newLead(Instant.parse("2026-01-01T00:00:00.001Z"));

    assertThat(older).isLessThan(newer).matches("L[0-9a-f]{11}[A-Za-z0-9]{16}");
  }

  @Test
  void derivedIdsTellTheirPartsApart() {
    assertThat(Ids.derived("a", "bc")).isEqualTo(Ids.derived("a", "bc"));
    assertThat(Ids.derived("a", "bc")).isNotEqualTo(Ids.derived("ab", "c"));
    assertThat(Ids.derived("a", "")).isNotEqualTo(Ids.derived("a"));
  }
}
