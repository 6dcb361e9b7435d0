package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A hundred and twenty people come with a file; whoever works with them finds them in lists. */
@TestMethodOrder(OrderAnnotation.class)
class ListsStoryTest extends TownStory {

  private static final int PEOPLE = 120;
  private static final int MOST_BYTES = 100_000;

  private String second;

  @BeforeAll
  void aFileOfPeople() throws Exception {
    var file = state.resolveSibling(state.getFileName() + "-people.csv");
    var rows = new ArrayList<String>();
    rows.add("姓名,公司名称,职位,手机号,邮箱,行业,需求,搜索关键词,采购计划,浏览内容,是否同意,创建时间,备注");
    for (int i = 0; i < PEOPLE; i++) {
      rows.add(
          "%s,示例阀门%d有限公司,经理,138%08d,person%d@example.cn,,,,,,是,2026-0%d-11,"
              .formatted(name(i), i, i, i, 1 + i % 9));
    }
    Files.write(file, rows);
    town.importFile(file);
    town.quiet();
  }

  private static String name(int i) {
    return switch (i % 3) {
      case 0 -> "王小芳" + i;
      case 1 -> "張偉" + i;
      default -> "Jonas Wéber " + i;
    };
  }

  @Test
  @Order(1)
  void everybodyIsInThreePagesYoungestFirstWhileSomebodyMovesAndSomebodyComes() throws Exception {
    var first = town.answer("/local/leads");
    var moving = View.of(first).list().getLast().at("email").text();
    town.pass(Duration.ofMinutes(1));
    town.register(moving, nurtured("13800138777"));
    town.register("late@example.cn", nurtured("13800138778"));
    second = Town.next(first).orElseThrow();
    var next = town.answer(second);
    var last = town.answer(Town.next(next).orElseThrow());

    assertThat(View.of(first).list()).hasSize(50);
    assertThat(View.of(next).list()).hasSize(50);
    assertThat(View.of(last).list()).hasSize(PEOPLE - 100);
    assertThat(Town.next(last)).isEmpty();
    var ids = new ArrayList<String>();
    for (var page : List.of(first, next, last)) {
      ids.addAll(View.of(page).texts("id"));
    }
    assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(first.headers().firstValue("looked")).hasValue("50");
    assertThat(town.leads()).hasSize(PEOPLE + 1);
    assertThat(town.json("/local/leads?limit=1").texts("email")).containsExactly("late@example.cn");
  }

  @Test
  @Order(2)
  void aPoolIsListedWithAllThatLieInItAndFiltersSayHowFarTheyLooked() throws Exception {
    var inPool = town.json("/local/leads?pool=mil").list();
    assertThat(inPool.stream().map(l -> l.at("pool").text())).contains("mil/high");
    assertThat(inPool.stream().map(l -> l.at("pool").text()))
        .allMatch(pool -> pool.startsWith("mil"));
    assertThat(inPool.stream().map(l -> l.at("since").text()))
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(inPool.getFirst().at("heat").text()).isIn("cold", "warm", "hot");

    var none = town.answer("/local/leads?stage=customer");
    assertThat(View.of(none).list()).isEmpty();
    assertThat(none.headers().firstValue("looked")).hasValue(Integer.toString(PEOPLE + 1));
    assertThat(town.html("/local/leads?stage=customer", "zh"))
        .contains("看了 " + (PEOPLE + 1) + " 位", "没有找到", "selected>");
    assertThat(town.answer("/local/leads?after=***").statusCode()).isEqualTo(422);
    assertThat(town.answer("/local/leads?limit=0").statusCode()).isEqualTo(422);
  }

  @Test
  @Order(3)
  void aPersonIsFoundByTheStartOfTheNameAndByEveryAddress() throws Exception {
    assertThat(found("王小")).hasSize(PEOPLE / 3).allMatch(name -> name.startsWith("王小芳"));
    assertThat(found("张伟1")).contains("張偉1").allMatch(name -> name.startsWith("張偉1"));
    assertThat(found("jonas weber 11")).contains("Jonas Wéber 11").hasSizeBetween(2, 6);
    assertThat(found("weber")).isEmpty();
    assertThat(found("示例阀门11")).contains(name(11), name(110)).hasSize(11);
    assertThat(town.json("/local/leads?company=" + encoded("示例阀门11有限")).texts("name"))
        .containsExactly(name(11));
    assertThat(found("Person7@Example.CN")).containsExactly(name(7));
    assertThat(found("138 0000 0008")).containsExactly(name(8));
    var lead = town.lead("person9@example.cn").at("id").text();
    assertThat(found(lead)).containsExactly(name(9));
    assertThat(town.json("/local/leads?q=" + encoded("王小") + "&pool=sql").list()).isEmpty();
  }

  private List<String> found(String question) throws Exception {
    return town.json("/local/leads?limit=200&q=" + encoded(question)).texts("name");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  @Order(4)
  void aPageIsSmallAndSpeaksBothLanguages() throws Exception {
    var zh = town.html("/local/leads", "zh");
    var en = town.html(second, "en");
    assertThat(zh).contains("下一页", "所在", "负责人", "示例阀门", "after=");
    assertThat(en).contains("Next page", "Where", "Salesperson");
    assertThat(List.of(zh, en))
        .allSatisfy(
            page -> assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES));
  }

  @Test
  @Order(5)
  void whoeverIsErasedIsFoundNowhere() throws Exception {
    var lead = town.lead("person12@example.cn");
    var id = lead.at("id").text();
    var answer = town.visitor("zh").post("/local/leads/" + id + "/erase", "application/json", "{}");
    assertThat(answer.statusCode()).isEqualTo(202);
    town.quiet();

    assertThat(found("person12@example.cn")).isEmpty();
    assertThat(found("138 0000 0012")).isEmpty();
    assertThat(found(id)).isEmpty();
    assertThat(found(name(12))).doesNotContain(name(12));
    assertThat(town.leads()).hasSize(PEOPLE).noneMatch(l -> l.at("id").text().equals(id));
  }
}
