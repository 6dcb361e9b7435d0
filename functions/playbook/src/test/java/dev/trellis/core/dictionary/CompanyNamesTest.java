package dev.trellis.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R21")
class CompanyNamesTest {

  private static final CompanyNames NAMES = DefaultPlaybook.PLAYBOOK.dictionaries().companies();

  private static final List<String> STEMS =
      List.of("示例信息科技", "示例精密机械", "Example Technology", "示例ABC软件", "示例", "某某银行", "Sample Works");
  private static final List<String> FORMS = List.of("有限公司", "股份有限公司", "公司", "总公司", "有限责任公司");
  private static final List<String> ENGLISH_FORMS =
      List.of(" Co., Ltd.", " Inc.", " Corp", " GmbH", " LLC");
  private static final List<String> PLACES = List.of("上海", "北京市", "江苏省", "深圳", "中国", "香港");

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      textBlock =
          """
          上海示例信息科技有限公司,            上海·示例信息科技
          示例信息科技（上海）股份有限公司,    上海·示例信息科技
          示例信息科技,                        示例信息科技
          示例信息科技(上海)有限责任公司,      上海·示例信息科技
          上海市示例信息科技集团有限公司,      上海·示例信息科技/集团
          示例信息科技有限公司上海分公司,      示例信息科技/上海 分公司
          北京示例信息科技集团有限公司上海分公司, 北京·示例信息科技/集团/上海 分公司
          示例信息科技（集团）有限公司,        示例信息科技/集团
          上海示例資訊科技有限公司,            上海·示例资讯科技
          浙江省杭州市示例软件有限公司,        杭州·示例软件
          （株）示例製作所,                    示例制作所
          株式会社示例,                        示例
          'Example Technology Co., Ltd.',      exampletechnology
          EXAMPLE TECHNOLOGY,                  exampletechnology
          Ｅｘａｍｐｌｅ　Ｔｅｃｈｎｏｌｏｇｙ, exampletechnology
          Example Technology (Shanghai) Co. Ltd, 上海·exampletechnology
          Shanghai Example Technology Inc.,    上海·exampletechnology
          Example Technology Holdings Ltd.,    exampletechnology/控股
          'Example Technology, China',         中国·exampletechnology
          The Example Company,                 example
          Example S.A.,                        example
          Example GmbH & Co. KG,               example
          示例（医疗）有限公司,                示例医疗
          """)
  void oneCompanyHasManyNames(String name, String core) {
    assertThat(NAMES.core(name)).contains(core);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"无", " 无 ", "Ｎ／Ａ", "n/a", "N.A", "None", "個人", "个人", "Test", "self-employed", "-"})
  void whatNamesNoCompanyIsNone(String placeholder) {
    assertThat(NAMES.core(placeholder)).isEmpty();
    assertThat(NAMES.core(placeholder + " 示例科技")).isPresent();
  }

  @ParameterizedTest(name = "{0} and {1} are two")
  @CsvSource(
      textBlock =
          """
          合肥精密阀门,           苏州精密阀门
          合肥精密阀门,           精密阀门
          北京银行,               上海银行
          中国银行,               北京银行
          北京大学,               南京大学
          上海信息科技有限公司,   北京信息科技有限公司
          江西铜业股份有限公司,   云南铜业股份有限公司
          中国移动,               中国联通
          Bank of China,          Bank of Beijing
          Air China,              China Mobile
          示例信息科技,           示例资讯科技
          上海有限公司,           北京有限公司
          中国上海有限公司,       中国北京有限公司
          中国人寿保险,           中国财产保险
          """)
  void twoCompaniesAreNeverFoldedIntoOne(String one, String other) {
    assertThat(NAMES.core(one)).isPresent();
    assertThat(NAMES.core(one)).isNotEqualTo(NAMES.core(other));
  }

  @Test
  void aPlaceStaysWhereverItStood() {
    assertThat(NAMES.core("信息科技（上海）有限公司"))
        .isEqualTo(NAMES.core("上海信息科技股份有限公司"))
        .contains("上海·信息科技");
    assertThat(NAMES.core("上海市政工程有限公司")).contains("上海·市政工程");
  }

  @Test
  void aNameThatIsOnlyAPlaceKeepsIt() {
    assertThat(NAMES.core("上海有限公司")).contains("上海");
    assertThat(NAMES.core("（上海）有限公司")).contains("上海");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "有限公司", "Co., Ltd.", "🙂", "——"})
  void aNameMayBeNone(String name) {
    assertThat(NAMES.core(name)).isEmpty();
  }

  @Test
  void takingACoreApartAgainChangesNothing() {
    var random = new Random(21);
    for (int i = 0; i < 3_000; i++) {
      var name = random(random);
      var core = NAMES.core(name);
      assertThat(core).as(name).isPresent();
      assertThat(NAMES.core(core.get())).as(name).isEqualTo(core);
    }
  }

  @Test
  void neitherDoesItForAnyMixtureOfPlacesFormsAndCommonWords() {
    var random = new Random(25);
    var parts = new ArrayList<>(STEMS);
    parts.addAll(FORMS);
    parts.addAll(ENGLISH_FORMS);
    parts.addAll(PLACES);
    parts.addAll(
        List.of(
            "（", "）", " ", "China ", "Hong Kong", "银行", "工商", "of ", "市", "Shang", "hai ", "株"));
    for (int i = 0; i < 20_000; i++) {
      var name = new StringBuilder();
      for (int n = 1 + random.nextInt(7); n > 0; n--) {
        name.append(parts.get(random.nextInt(parts.size())));
      }
      var core = NAMES.core(name.toString());
      assertThat(core.flatMap(NAMES::core)).as(name.toString()).isEqualTo(core);
    }
  }

  @Test
  void theOrderOfLegalFormsAndPlacesMakesNoDifference() {
    var random = new Random(22);
    for (int i = 0; i < 1_000; i++) {
      var stem = STEMS.get(random.nextInt(STEMS.size()));
      var forms = new ArrayList<>(stem.startsWith("示") ? FORMS : ENGLISH_FORMS);
      Collections.shuffle(forms, random);
      var some = String.join("", forms.subList(0, random.nextInt(forms.size())));
      assertThat(NAMES.core(stem + some)).as(stem + some).isEqualTo(NAMES.core(stem));
      var place = PLACES.get(random.nextInt(PLACES.size()));
      assertThat(NAMES.core(place + stem + some))
          .as(place + stem + some)
          .isEqualTo(NAMES.core(stem + "（" + place + "）" + some));
    }
  }

  @Test
  void widthCaseAndSpacesNeverMatter() {
    var random = new Random(23);
    for (int i = 0; i < 2_000; i++) {
      var name = random(random);
      var typed = Typing.scrambled(name, random);
      assertThat(NAMES.core(typed)).as(typed).isEqualTo(NAMES.core(name));
    }
  }

  @Test
  void anythingCanBeTyped() {
    var random = new Random(24);
    for (int i = 0; i < 2_000; i++) {
      var typed = new StringBuilder();
      random.ints(random.nextInt(30), 0, 0x2ffff).forEach(typed::appendCodePoint);
      var core = NAMES.core(typed.toString());
      assertThat(core.flatMap(NAMES::core)).as(typed.toString()).isEqualTo(core);
    }
    assertThat(NAMES.core("上海（".repeat(300_000))).isPresent();
  }

  @ParameterizedTest(name = "{0} is at {1}")
  @CsvSource(
      textBlock =
          """
          wang@example.cn,               example.cn
          Wang@EXAMPLE.CN,               example.cn
          ' wang@ｅｘａｍｐｌｅ.cn ',    example.cn
          wang@mail.example.com,         mail.example.com
          wang@qq.example.com,           qq.example.com
          wang@example.com.,             example.com
          """)
  void anAddressShowsItsCompany(String email, String domain) {
    assertThat(NAMES.domain(email)).contains(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@qq.com",
        "a@QQ.com",
        "a@vip.qq.com",
        "a@163.com",
        "a@gmail.com",
        "a@outlook.com",
        "",
        "a",
        "@example.cn",
        "a@",
        "a@b",
        "a@exa mple.cn",
        "a@-.cn",
        "a@1.2.3.4",
        "a@example..cn"
      })
  void anAddressMayShowNoCompany(String email) {
    assertThat(NAMES.domain(email)).isEmpty();
  }

  private static String random(Random random) {
    var stem = STEMS.get(random.nextInt(STEMS.size()));
    var name = new StringBuilder(stem);
    if (random.nextBoolean()) {
      name.insert(0, PLACES.get(random.nextInt(PLACES.size())));
    }
    if (random.nextInt(3) == 0) {
      name.append("（").append(PLACES.get(random.nextInt(PLACES.size()))).append("）");
    }
    var forms = random.nextBoolean() ? FORMS : ENGLISH_FORMS;
    for (int i = random.nextInt(3); i > 0; i--) {
      name.append(forms.get(random.nextInt(forms.size())));
    }
    return name.toString();
  }
}
