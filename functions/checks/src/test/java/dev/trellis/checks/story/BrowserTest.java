package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The first steps of the story as a person takes them: a phone-sized Chromium, in real time. */
class BrowserTest {

  private static final int PHONE = 390;

  @TempDir private static Path state;
  private static LocalTrellis trellis;

  @BeforeAll
  static void start() throws Exception {
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
    var phone = Chrome.start("zh-CN", PHONE);
    try {
      phone.get(trellis.url() + "/q/summit-talk");
      assertThat(phone.getCurrentUrl()).endsWith("/f/summit-deck?code=summit-talk");
      assertThat(phone.findElement(By.tagName("html")).getDomAttribute("lang")).startsWith("zh");
      assertThat(Chrome.overflow(phone)).as("pixels wider than the phone").isZero();
      assertThat(withoutLabel(phone)).as("inputs without a label").isEmpty();

      type(phone, "name", "李娜");
      type(phone, "company", "示例制造有限公司");
      type(phone, "email", "browser@example.cn");
      type(phone, "mobile", "13800138020");
      trellis.advance(Duration.ofSeconds(3)); // faster than this, and it is no person
      phone.findElement(By.name("consent")).click();
      phone.findElement(By.cssSelector("button[type=submit], form button")).click();
      Chrome.await(
          () -> phone.getCurrentUrl().endsWith("/thanks") ? Optional.of(true) : Optional.empty());

      var link =
          Chrome.await(() ->
              mails().stream()
                  .flatMap(BrowserTest::links)
                  .filter(l -> l.contains("/c/"))
                  .findFirst());
      assertThat(mails()).hasSize(1);
      trellis.advance(Duration.ofSeconds(3)); // who reads within two seconds is no person either
      phone.get(link);
      assertThat(phone.findElement(By.tagName("h1")).getText()).isNotBlank();
      assertThat(phone.findElements(By.cssSelector("a[href*='/file']"))).isNotEmpty();
      assertThat(Chrome.await(BrowserTest::count)).isEqualTo(1);
    } finally {
      phone.quit();
    }
  }

  @Test
  void thePageSpeaksTheVisitorsLanguage() {
    var english = Chrome.start("en-US", PHONE);
    try {
      english.get(trellis.url() + "/f/summit-deck");
      assertThat(english.findElement(By.tagName("html")).getDomAttribute("lang")).startsWith("en");
      assertThat(english.findElement(By.tagName("body")).getText()).doesNotContain("姓名");
      assertThat(Chrome.overflow(english)).isZero();
    } finally {
      english.quit();
    }
  }

  private static void type(ChromeDriver phone, String field, String text) {
    phone.findElement(By.name(field)).sendKeys(text);
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
}
