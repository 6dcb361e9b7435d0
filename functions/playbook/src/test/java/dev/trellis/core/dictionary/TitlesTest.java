package dev.trellis.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.dictionary.Titles.Match;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R26")
class TitlesTest {

  /** Other processes must not spoil the figures. */
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private static final Titles TITLES = DefaultPlaybook.PLAYBOOK.dictionaries().titles();

  @ParameterizedTest
  @ValueSource(strings = {"首席信息官", "信息中心主任", "科技處處長", "科技处处长", "信息部经理", "IT总监"})
  void theTitlesOfTheSourceAreOneRole(String title) {
    assertThat(TITLES.find(title)).map(Match::role).contains("cio");
  }

  @ParameterizedTest(name = "{0} is {1}, {2}, {3}")
  @CsvSource(
      textBlock =
          """
          # Who answers for IT, across industries.
          首席信息官,            cio, it, executive
          信息科主任,            cio, it, head
          医院信息科科长,        cio, it, head
          信息科副主任,          cio, it, manager
          科技部总经理,          cio, it, head
          金融科技部副总经理,    cio, it, manager
          网络中心主任,          cio, it, head
          现代教育技术中心主任,  cio, it, head
          信息化部长,            cio, it, head
          信息化办公室主任,      cio, it, head
          信息部副部长,          cio, it, manager
          信息技术部负责人,      cio, it, head
          资讯科技总监,          cio, it, head
          數據中心主任,          cio, it, head
          首席資訊官,            cio, it, executive
          ＩＴ經理,              cio, it, head
          信 息 中 心　主 任,    cio, it, head
          信息中心（主任）,      cio, it, head
          ＣＩＯ,                cio, it, executive
          C.I.O.,                cio, it, executive
          cio,                   cio, it, executive
          Chief Information Officer, cio, it, executive
          Deputy CIO,            cio, it, head
          Group CIO & SVP,       cio, it, executive
          IT Director,           cio, it, head
          Director of IT,        cio, it, head
          'Director, Information Technology', cio, it, head
          HEAD OF INFORMATION TECHNOLOGY, cio, it, head
          Vice President of Information Systems, cio, it, executive
          数字化转型负责人,      cio, digital, head
          首席数字官,            cio, digital, executive
          信息主管,              it, it, manager
          高级系统管理员,        it, it, specialist
          运维工程师,            it, it, specialist
          Network Engineer,      it, it, specialist
          网管,                  it, it, specialist
          # Who signs.
          总经理,                ceo, management, executive
          董事长兼总经理,        ceo, management, executive
          創辦人,                ceo, management, executive
          副总经理,              ceo, management, head
          事业部总经理,          ceo, management, head
          老板,                  ceo, management, executive
          Founder & CEO,         ceo, management, executive
          CEO / Sales Director,  ceo, management, executive
          财务总监,              cfo, finance, head
          財務部副部長,          cfo, finance, manager
          CFO,                   cfo, finance, executive
          Financial Controller,  cfo, finance, head
          # Technology and product.
          技术总监,              cto, engineering, head
          研发部部长,            cto, engineering, head
          总工程师,              cto, engineering, executive
          Head of R&D,           cto, engineering, head
          VP Engineering,        cto, engineering, executive
          Senior Software Engineer, product, engineering, specialist
          产品经理,              product, product, manager
          助理工程师（研发）,    product, engineering, junior
          # Marketing and sales.
          市场总监,              cmo, marketing, head
          市场部副经理,          cmo, marketing, manager
          營銷副總裁,            cmo, marketing, executive
          品牌市场部负责人,      cmo, marketing, head
          Marketing Director APAC, cmo, marketing, head
          Vice President Marketing, cmo, marketing, executive
          VP of Global Marketing, cmo, marketing, executive
          市场经理,              marketing, marketing, manager
          行銷專員,              marketing, marketing, specialist
          Assistant Marketing Manager, marketing, marketing, specialist
          Marketing Assistant,   marketing, marketing, junior
          市场部,                marketing, marketing, specialist
          数字营销经理,          marketing-operations, marketing, manager
          Demand Generation Manager, marketing-operations, marketing, manager
          增长负责人,            marketing-operations, marketing, head
          销售总监,              sales, sales, head
          大客户经理,            sales, sales, manager
          Sales & Marketing Director, cmo, marketing, head
          业务员,                sales, sales, specialist
          Key Account Manager,   sales, sales, manager
          # Operations and procurement.
          运营总监,              operations, operations, head
          厂长,                  operations, operations, head
          供应链副总裁,          operations, operations, executive
          总经理办公室主任,      operations, operations, head
          Plant Manager,         operations, operations, head
          采购部经理,            procurement, procurement, head
          採購主管,              procurement, procurement, manager
          醫院設備科科長,        procurement, procurement, head
          Senior Buyer,          procurement, procurement, specialist
          Strategic Sourcing Manager, procurement, procurement, manager
          """)
  void oneRoleHasManyTitles(String title, String role, String department, String level) {
    assertThat(TITLES.find(title))
        .map(m -> List.of(m.role(), m.department(), m.level()))
        .contains(List.of(role, department, level));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "总经理助理",
        "CIO助理",
        "董事长秘书",
        "Assistant to the CIO",
        "Executive Assistant to CEO",
        "CEO's Secretary",
        "市场总监助理"
      })
  void whoAssistsAnExecutiveIsNotTheExecutive(String title) {
    assertThat(TITLES.find(title)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "🙂",
        "总监",
        "Director",
        "coordinator",
        "student",
        "教师",
        "人力资源部总经理",
        "HR Director",
        "makes it happen? 123",
        "-"
      })
  void whatTheDictionaryDoesNotKnowIsForAPersonToReview(String title) {
    assertThat(TITLES.find(title)).isEmpty();
  }

  @Test
  void aWordInsideAnotherIsNoTitle() {
    assertThat(TITLES.find("Director")).isEmpty();
    assertThat(TITLES.find("Doctoral student")).isEmpty();
    assertThat(TITLES.find("CTO")).map(Match::role).contains("cto");
  }

  @Test
  void levelIsIndependentOfRole() {
    assertThat(TITLES.find("采购员")).map(Match::role).isEqualTo(TITLES.find("采购总监").map(Match::role));
  }

  @Test
  void aMatchNamesTheEntryThatItRestsOn() {
    assertThat(TITLES.find("某医院 信息科主任")).map(Match::pattern).contains("信息科主任");
    assertThat(TITLES.find("网络安全部主任")).map(Match::pattern).contains("网络安全");
  }

  @Test
  void thereAreThreeHundredTitlesOverTwelveRoles() {
    assertThat(TITLES.size()).isGreaterThanOrEqualTo(300);
    assertThat(TITLES.roles())
        .containsOnlyKeys(
            "ceo",
            "cfo",
            "cio",
            "it",
            "cto",
            "product",
            "cmo",
            "marketing-operations",
            "marketing",
            "sales",
            "operations",
            "procurement");
    assertThat(TITLES.roles().get("cio").in("zh")).isEqualTo("信息化负责人");
    assertThat(TITLES.levels().keySet())
        .containsExactly("executive", "head", "manager", "specialist", "junior");
    assertThat(TITLES.departments()).containsKeys("it", "marketing");
  }

  @Test
  void widthCaseAndSpacesNeverMatter() {
    var random = new Random(26);
    for (var title : List.of("信息中心主任", "IT总监", "Director of IT", "采购部经理", "Key Account Manager")) {
      for (int i = 0; i < 50; i++) {
        assertThat(TITLES.find(Typing.scrambled(title, random))).isEqualTo(TITLES.find(title));
      }
    }
  }

  @Test
  void anythingCanBeTyped() {
    var random = new Random(26);
    for (int i = 0; i < 2_000; i++) {
      var typed = new StringBuilder();
      random.ints(random.nextInt(30), 0, 0x2ffff).forEach(typed::appendCodePoint);
      assertThat(TITLES.find(typed.toString())).isNotNull();
    }
    assertThat(TITLES.find("采购总监" + "采".repeat(1_000_000)))
        .map(Match::role)
        .contains("procurement");
  }

  @Test
  void findingTakesMicroseconds() {
    var titles = List.of("某某医院信息科副主任", "Vice President of Global Marketing", "没有这个职位", "总经理");
    var found = new ArrayList<Match>();
    long nanos = 0;
    int rounds = 20_000;
    for (int warm = 0; warm < 2; warm++) {
      found.clear();
      long start = CPU.getCurrentThreadCpuTime();
      for (int i = 0; i < rounds; i++) {
        TITLES.find(titles.get(i % titles.size())).ifPresent(found::add);
      }
      nanos = CPU.getCurrentThreadCpuTime() - start;
    }
    System.out.printf("titles: %d ns each, %d titles%n", nanos / rounds, TITLES.size());
    assertThat(found).hasSize(rounds * 3 / 4);
  }
}
