package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.trellis.local.LocalTrellis;
import dev.trellis.local.Options;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The first steps of the story as a person takes them: a phone-sized Chromium, in real time. */
class BrowserTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private static Path state;
  private static LocalTrellis trellis;
  private static File driver;
  private static File browser;

  @BeforeAll
  static void start() throws Exception {
    driver = found("chromedriver");
    browser = found("chromium", "google-chrome", "chrome");
    trellis = LocalTrellis.start(Options.of(Path.of("../../infra/template.yaml"), state));
  }

  @AfterAll
  static void stop() {
    if (trellis != null) {
      trellis.close();
    }
  }

  @Test
  @Tag("R4")
  @Tag("R6")
  void aPhoneScansFillsInTheFormAndReadsTheDeck() throws Exception {
    var phone = chromium("zh-CN");
    try {
      phone.get(trellis.url() + "/q/summit-talk");
      assertThat(phone.getCurrentUrl()).endsWith("/f/summit-deck?code=summit-talk");
      assertThat(phone.findElement(By.tagName("html")).getDomAttribute("lang")).startsWith("zh");
      assertThat(overflow(phone)).as("pixels wider than the phone").isZero();
      assertThat(withoutLabel(phone)).as("inputs without a label").isEmpty();

      type(phone, "name", "李娜");
      type(phone, "company", "示例制造有限公司");
      type(phone, "email", "browser@example.cn");
      type(phone, "mobile", "13800138020");
      trellis.advance(Duration.ofSeconds(3)); // faster than this, and it is no person
      phone.findElement(By.name("consent")).click();
      phone.findElement(By.cssSelector("button[type=submit], form button")).click();
      await(() -> phone.getCurrentUrl().endsWith("/thanks") ? Optional.of(true) : Optional.empty());

      var link =
          await(() ->
              mails().stream()
                  .flatMap(BrowserTest::links)
                  .filter(l -> l.contains("/c/"))
                  .findFirst());
      assertThat(mails()).hasSize(1);
      trellis.advance(Duration.ofSeconds(3)); // who reads within two seconds is no person either
      phone.get(link);
      assertThat(phone.findElement(By.tagName("h1")).getText()).isNotBlank();
      assertThat(phone.findElements(By.cssSelector("a[href*='/file']"))).isNotEmpty();
      assertThat(await(BrowserTest::count)).isEqualTo(1);
    } finally {
      phone.quit();
    }
  }

  @Test
  void thePageSpeaksTheVisitorsLanguage() {
    var english = chromium("en-US");
    try {
      english.get(trellis.url() + "/f/summit-deck");
      assertThat(english.findElement(By.tagName("html")).getDomAttribute("lang")).startsWith("en");
      assertThat(english.findElement(By.tagName("body")).getText()).doesNotContain("姓名");
      assertThat(overflow(english)).isZero();
    } finally {
      english.quit();
    }
  }

  private static ChromeDriver chromium(String language) {
    var options = new ChromeOptions();
    options.setBinary(browser);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-agent=" + Visitor.AGENT, // else it says that nobody is before it
        "--lang=" + language);
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
    options.setExperimentalOption(
        "mobileEmulation",
        Map.of("deviceMetrics", Map.of("width", 390, "height", 844, "pixelRatio", 2.0)));
    var service = new ChromeDriverService.Builder().usingDriverExecutable(driver).build();
    return new ChromeDriver(service, options);
  }

  private static void type(ChromeDriver phone, String field, String text) {
    phone.findElement(By.name(field)).sendKeys(text);
  }

  private static long overflow(ChromeDriver phone) {
    return (Long)
        phone.executeScript(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  private static List<WebElement> withoutLabel(ChromeDriver phone) {
    return phone.findElements(By.cssSelector("input:not([type=hidden]), select")).stream()
        .filter(i -> ((Long) phone.executeScript("return arguments[0].labels.length", i)) == 0)
        .toList();
  }

  private static List<Map<?, ?>> mails() {
    return json("/local/mails").stream().<Map<?, ?>>map(m -> (Map<?, ?>) m).toList();
  }

  private static Stream<String> links(Map<?, ?> mail) {
    return ((List<?>) mail.get("links")).stream().map(String.class::cast);
  }

  private static Optional<Integer> count() {
    return json("/local/leads").stream()
        .map(l -> ((Map<?, ?>) l).get("id"))
        .map(id -> new View(read("/local/leads/" + id)))
        .flatMap(l -> l.at("profile", "tags").list().stream())
        .filter(t -> t.at("tag").text().equals("need:omni-channel-capture"))
        .map(t -> (Integer) t.at("count").value())
        .filter(c -> c > 0)
        .findFirst();
  }

  private static List<?> json(String path) {
    return (List<?>) read(path);
  }

  private static Object read(String path) {
    try (var in = URI.create(trellis.url() + path).toURL().openStream()) {
      return JSON.std.anyFrom(in);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static <T> T await(Supplier<Optional<T>> question) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      var answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      Thread.sleep(Duration.ofMillis(100));
    }
    throw new AssertionError("nothing came within " + PATIENCE);
  }

  private static File found(String... names) {
    var file =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(folder -> Arrays.stream(names).map(name -> new File(folder, name)))
            .filter(File::canExecute)
            .findFirst();
    if (file.isEmpty()) {
      System.out.println("BrowserTest skips: there is no " + names[0] + " on the PATH");
    }
    assumeTrue(file.isPresent(), "there is no " + names[0] + " on the PATH");
    return file.orElseThrow();
  }
}
