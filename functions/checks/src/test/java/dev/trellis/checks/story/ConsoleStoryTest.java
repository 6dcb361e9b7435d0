package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;
import module java.net.http;

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
  void someoneFindsALeadLogsACallWatchesItBeHandedOffCorrectsItGroupsItAndErasesIt(
      String language, int width, int number) throws Exception {
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
      var id = town.lead(address).at("id").text();
      assertThat(town.json("/local/crm").texts("lead")).contains(id);
      var lead = town.url() + "/console/leads/" + id;

      for (var page :
          List.of("/audiences", "/accounts", "/quarantine", "/titles", "/sweeps", "/tags")) {
        browser.get(town.url() + "/console" + page);
        looksRight(browser);
      }

      correct(browser, lead, "moved" + number + "@example.cn");
      group(browser, "called-" + number, name);
      erase(browser, lead, name);

      browser.findElement(By.cssSelector("form[action$='/sign-out'] button")).click();
      browser.get(town.url() + "/console/leads");
      assertThat(browser.findElements(By.partialLinkText(zh ? "管理员" : "Admin"))).isNotEmpty();
    } finally {
      browser.quit();
    }
  }

  private void correct(ChromeDriver browser, String lead, String address) throws Exception {
    browser.get(lead);
    browser.findElement(By.cssSelector("details:has(#act-field) > summary")).click();
    browser.findElement(By.cssSelector("#act-field option[value='email']")).click();
    browser.findElement(By.id("act-value")).sendKeys(address);
    browser.findElement(By.id("act-reason")).sendKeys("said so on the phone");
    browser.findElement(By.cssSelector("form[action$='/values'] button")).click();
    Chrome.await(() -> at(browser, "done=corrected"));
    looksRight(browser);
    town.quiet();
    browser.navigate().refresh();
    assertThat(browser.findElement(By.tagName("main")).getText()).contains(address);
  }

  private void group(ChromeDriver browser, String group, String member) throws Exception {
    browser.get(town.url() + "/console/audiences");
    browser.findElement(By.cssSelector("details:has(#zh) > summary")).click();
    for (var input : List.of("id", "zh", "en")) {
      browser.findElement(By.id(input)).sendKeys(group);
    }
    browser.findElement(By.cssSelector("[name=field0] option[value='name']")).click();
    browser.findElement(By.name("value0")).sendKeys(member);
    browser.findElement(By.cssSelector("form:has(#zh) button.main")).click();
    Chrome.await(() -> at(browser, "/console/audiences/" + group));
    looksRight(browser);
    var filling = By.cssSelector("main p:has(a[href$='/sweeps']) .mark");
    assertThat(browser.findElements(filling)).as("is being filled").hasSize(1);
    town.pass(Duration.ofMinutes(5));
    browser.navigate().refresh();
    assertThat(browser.findElement(By.tagName("main")).getText()).contains(member);
    assertThat(browser.findElements(filling)).as("is filled").isEmpty();
    looksRight(browser);
    assertThat(read(browser, link(browser, group + ".csv").getAttribute("href"))).contains(member);
  }

  private void erase(ChromeDriver browser, String lead, String name) throws Exception {
    browser.get(lead);
    browser.findElement(By.cssSelector("details:has(a[href$='/erase']) > summary")).click();
    link(browser, "/erase").click();
    Chrome.await(() -> at(browser, "/erase"));
    looksRight(browser);
    browser.findElement(By.cssSelector("form[action$='/erase'] button")).click();
    Chrome.await(() -> at(browser, "done=erased"));
    town.quiet();
    browser.get(lead);
    assertThat(browser.getPageSource()).doesNotContain(name);
    browser.get(town.url() + "/console/leads");
    browser.findElement(By.cssSelector(".top input[type=search]")).sendKeys(name + "\n");
    Chrome.await(() -> at(browser, "/console/leads?"));
    assertThat(browser.findElements(By.linkText(name))).isEmpty();
    looksRight(browser);
  }

  // As a file, of which a browser shows nothing.
  private static String read(ChromeDriver browser, String file) throws Exception {
    var cookies =
        browser.manage().getCookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    try (var client = HttpClient.newHttpClient()) {
      var ask = HttpRequest.newBuilder(URI.create(file)).header("cookie", cookies).build();
      return client.send(ask, HttpResponse.BodyHandlers.ofString()).body();
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
