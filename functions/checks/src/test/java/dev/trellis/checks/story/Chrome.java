package dev.trellis.checks.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The Chromium of this machine; without one whoever asks for it is skipped, and says why. */
final class Chrome {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Chrome() {}

  /**
   * Opens one.
   *
   * @param width of its window
   */
  static ChromeDriver start(String language, int width) {
    var driver = found("chromedriver");
    var options = new ChromeOptions();
    options.setBinary(found("chromium", "google-chrome", "chrome"));
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
        Map.of(
            "deviceMetrics",
            Map.of("width", width, "height", 844, "pixelRatio", 2.0, "touch", width < 700)));
    return new ChromeDriver(
        new ChromeDriverService.Builder().usingDriverExecutable(driver).build(), options);
  }

  /** Asks until there is an answer. */
  static <T> T await(Supplier<Optional<T>> question) throws InterruptedException {
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

  /** By how many pixels the page is wider than the window. */
  static long overflow(ChromeDriver browser) {
    return (Long)
        browser.executeScript(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  private static File found(String... names) {
    var file =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(folder -> Arrays.stream(names).map(name -> new File(folder, name)))
            .filter(File::canExecute)
            .findFirst();
    if (file.isEmpty()) {
      System.out.println("skipped: there is no " + names[0] + " on the PATH");
    }
    assumeTrue(file.isPresent(), "there is no " + names[0] + " on the PATH");
    return file.orElseThrow();
  }
}
