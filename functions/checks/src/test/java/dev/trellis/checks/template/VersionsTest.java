package dev.trellis.checks.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AWS's own transform of the template makes another version of whatever a parameter changes. */
class VersionsTest {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "Stage", "prod",
          "PublicUrl", "",
          "CrmUrl", "https://crm.example.com/leads",
          "FormerKey", "refused",
          "SenderDomain", "mail.example.com",
          "MailConcurrency", "2",
          "MailSharePercent", "100",
          "XRay", "off",
          "BounceLimitPercent", "5",
          "ComplaintLimitPercent", "0.1");

  /** A parameter, its new value, and whom it is for. */
  private static final List<List<String>> CHANGES =
      List.of(
          List.of("FormerKey", "accepted", "Capture", "NurturePreferences", "Crm", "CrmHandoff"),
          List.of(
              "PublicUrl",
              "https://leads.example.com",
              "Capture",
              "NurtureDispatch",
              "Console",
              "CrmHandoff"),
          List.of("MailConcurrency", "10", "NurtureDispatch"),
          List.of("MailSharePercent", "50", "NurtureDispatch"),
          List.of("CrmUrl", "https://crm.example.com/other", "CrmHandoff"),
          List.of("BounceLimitPercent", "4", "NurtureFeedback"),
          List.of("Stage", "dev"));

  @TempDir private Path folder;

  @Test
  void aParameterMakesAnotherVersionOfWhomItIsFor() throws Exception {
    var isThere = run("-c", "import samtranslator") == 0;
    if (!isThere) {
      System.out.println("VersionsTest skipped: python3 has no aws-sam-translator");
    }
    assumeTrue(isThere, "python3 has no aws-sam-translator");
    var settings = new ArrayList<>(List.of(SETTINGS));
    CHANGES.forEach(change -> settings.add(with(change.get(0), change.get(1))));
    settings.add(with("XRay", "on"));

    var versions = versions(settings);

    var before = versions.getFirst();
    for (int i = 0; i < CHANGES.size(); i++) {
      var change = CHANGES.get(i);
      assertThat(others(before, versions.get(i + 1)))
          .as(change.getFirst())
          .containsExactlyInAnyOrderElementsOf(change.subList(2, change.size()));
    }
    assertThat(others(before, versions.getLast()))
        .hasSize(before.size())
        .hasSameSizeAs(Template.read().all("AWS::Serverless::Function"));
  }

  private static Map<String, String> with(String name, String value) {
    var settings = new HashMap<>(SETTINGS);
    settings.put(name, value);
    return settings;
  }

  /** Functions that have another version. */
  private static List<String> others(Map<?, ?> before, Map<?, ?> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    return before.keySet().stream()
        .filter(function -> !after.get(function).equals(before.get(function)))
        .map(function -> ((String) function).replaceFirst("Function$", ""))
        .toList();
  }

  /** What each function's version is called: its resource, and what makes that another one. */
  private List<Map<?, ?>> versions(List<Map<String, String>> settings) throws Exception {
    var script = folder.resolve("versions.py");
    try (var in = Objects.requireNonNull(getClass().getResourceAsStream("versions.py"))) {
      Files.copy(in, script);
    }
    Files.writeString(folder.resolve("in"), Json.compose(Map.of("all", settings)));
    var template = Template.read().root().resolve("infra/template.yaml");
    assertThat(run(script.toString(), template.toString()))
        .as(Files.readString(folder.resolve("errors")))
        .isZero();
    var told = (List<?>) Json.parse(Files.readString(folder.resolve("out"))).get("all");
    return told.stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
  }

  private int run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("python3"));
    command.addAll(List.of(arguments));
    var in = folder.resolve("in");
    if (!Files.exists(in)) {
      Files.createFile(in);
    }
    try {
      return new ProcessBuilder(command)
          .redirectInput(in.toFile())
          .redirectOutput(folder.resolve("out").toFile())
          .redirectError(folder.resolve("errors").toFile())
          .start()
          .waitFor();
    } catch (IOException notThere) {
      return -1;
    }
  }
}
