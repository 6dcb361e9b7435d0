package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** A working day in the console, in a real browser, as people at a desk and on the way have it. */
@Tag("R97")
@Tag("R102")
class ConsoleStoryTest extends TownStory {

  /** What is wrong for whoever cannot see or point, of the two gravest kinds (axe-core). */
  private static final String OBSTACLES =
      """
      const done = arguments[arguments.length - 1];
      axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa']}).then(found => done(found.violations
          .filter(v => v.impact === 'serious' || v.impact === 'critical')
          .map(v => v.id + ' ' + v.nodes.map(n => n.html).slice(0, 3).join(' '))));
      """;

  private static String axe;

  @BeforeAll
  static void readAxe() throws IOException {
    try (var in = ConsoleStoryTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 1280, 0", "en-US, 1280, 1", "zh-CN, 390, 2", "en-US, 390, 3"})
  void someoneFindsALeadLogsACallAndWatchesItBeHandedOff(String language, int width, int number)
      throws Exception {
    var zh = language.startsWith("zh");
    var name = List.of("周一鸣", "Ada Stone", "吴敏", "Ben Rivers").get(number);
    var address = "desk" + number + "@example.cn";
    town.register(
        address,
        Map.of("name", name, "mobile", "1380013830" + number, "industry", "manufacturing"));
    var browser = Chrome.start(language, width);
    try {
      browser.get(town.url() + "/console");
      link(browser, "role=admin").click();
      looksRight(browser);

      browser.findElement(By.cssSelector(".top input[type=search]")).sendKeys(name + "\n");
      Chrome.await(() -> at(browser, "/console/leads?"));
      looksRight(browser);
      browser.findElement(By.linkText(name)).click();
      Chrome.await(() -> at(browser, "/console/leads/L"));
      looksRight(browser);

      browser.findElement(By.cssSelector("details:has(#outcome) > summary")).click();
      browser.findElement(By.cssSelector("#outcome option[value='interested']")).click();
      choose(browser, "need", "lead-scoring");
      choose(browser, "plan", "within-6-months");
      browser.findElement(By.id("note")).sendKeys("<b>asks for a quote</b>");
      browser.findElement(By.cssSelector("form[action$='/calls'] button")).click();
      var mql = zh ? "营销认可线索（MQL）" : "Marketing-qualified lead (MQL)";
      Chrome.await(() -> {
        browser.navigate().refresh();
        return Optional.of(browser.findElement(By.className("head")).getText())
            .filter(head -> head.contains(mql));
      });
      town.quiet();
      browser.navigate().refresh();
      assertThat(browser.findElement(By.tagName("main")).getText())
          .contains("<b>asks for a quote</b>", "admin");
      assertThat(town.json("/local/crm").texts("lead"))
          .contains(town.lead(address).at("id").text());

      browser.get(town.url() + "/console/audiences");
      looksRight(browser);
      for (var page : List.of("/accounts", "/quarantine", "/titles", "/sweeps", "/tags")) {
        browser.get(town.url() + "/console" + page);
        looksRight(browser);
      }
      browser.findElement(By.cssSelector("form[action$='/sign-out'] button")).click();
      browser.get(town.url() + "/console/leads");
      assertThat(browser.findElements(By.partialLinkText(zh ? "管理员" : "Admin"))).isNotEmpty();
    } finally {
      browser.quit();
    }
  }

  private static Optional<Boolean> at(ChromeDriver browser, String path) {
    return browser.getCurrentUrl().contains(path) ? Optional.of(true) : Optional.empty();
  }

  private static WebElement link(ChromeDriver browser, String of) {
    return browser.findElement(By.cssSelector("a[href*='" + of + "']"));
  }

  private static void choose(ChromeDriver browser, String field, String value) {
    browser
        .findElement(
            By.cssSelector(
                "#%s option[value='%s'], input[name='answer.%s'][value='%s']"
                    .formatted(field, value, field, value)))
        .click();
  }

  private static void looksRight(ChromeDriver browser) {
    var page = browser.getCurrentUrl();
    assertThat(Chrome.overflow(browser)).as("pixels wider than the window: %s", page).isZero();
    browser.executeScript(axe);
    assertThat((List<?>) browser.executeAsyncScript(OBSTACLES)).as(page).isEmpty();
  }
}
