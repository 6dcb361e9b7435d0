package dev.trellis.checks.template;

import static dev.trellis.checks.template.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.trellis.checks.template.Template.Call;
import dev.trellis.checks.template.Template.Resource;
import dev.trellis.core.message.MailPreview;
import dev.trellis.core.playbook.PlaybookJson;
import dev.trellis.core.port.Timers;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Test;

/** What the template says about a function is true of the code. */
class FunctionsTest {

  private final Template template;

  FunctionsTest() throws IOException {
    template = Template.read();
  }

  @Test
  void everyHandlerIsAClassThatLambdaCanMake() {
    assertThat(template.all("AWS::Serverless::Function"))
        .allSatisfy(function -> {
          var handler = Class.forName(handler(function));
          assertThat(RequestHandler.class).isAssignableFrom(handler);
          assertThat(Modifier.isPublic(handler.getModifiers())).as(handler.getName()).isTrue();
          assertThat(Modifier.isPublic(handler.getConstructor().getModifiers())).isTrue();
        });
  }

  @Test
  void everyZipIsBuiltByTheModuleOfItsHandler() throws IOException {
    var aggregator = Files.readString(template.root().resolve("pom.xml"));
    assertThat(template.all("AWS::Serverless::Function"))
        .allSatisfy(function -> {
          var zip = Path.of((String) function.properties().get("CodeUri"));
          var module = template.root().relativize(inInfra(zip).getParent().getParent());
          assertThat(zip).endsWithRaw(Path.of("target/lambda.zip"));
          assertThat(aggregator).contains("<module>" + module + "</module>");
          assertThat(Files.readString(template.root().resolve(module).resolve("pom.xml")))
              .contains("maven-assembly-plugin");
          assertThat(handler(function))
              .startsWith("dev.trellis." + module.getFileName() + ".lambda.");
        });
  }

  @Test
  void theLayerOfThePlaybookIsCarriedByTheFunctionsThatReadIt() {
    var layer = List.of(new Call("Ref", "PlaybookLayer"));
    assertThat(template.all("AWS::Serverless::Function"))
        .allSatisfy(function -> {
          var reads = variables(function).containsKey("PLAYBOOK");
          assertThat(function.properties().get("Layers"))
              .as(function.id())
              .isEqualTo(reads ? layer : null);
        })
        .anySatisfy(function -> assertThat(variables(function)).containsEntry("PLAYBOOK", "/opt"));
  }

  @Test
  void theLayerHoldsThePlaybookItself() throws IOException {
    var content = (String) template.resource("PlaybookLayer").properties().get("ContentUri");
    var compiled = PlaybookReader.read(template.root().resolve("infra/playbook"));
    var layer = inInfra(Path.of(content));
    try (var in = Files.newInputStream(layer.resolve(PlaybookJson.FILE))) {
      assertThat(PlaybookJson.read(in, compiled.root())).isEqualTo(compiled);
    }
    assertThat(compiled.mails().keySet())
        .allSatisfy(mail -> assertThat(MailPreview.read(layer, mail, "zh")).as(mail).isPresent());
  }

  @Test
  void noTwoEventsAnswerTheSameRoute() {
    assertThat(template.events("HttpApi"))
        .extracting(each -> each.properties().get("Method") + " " + each.properties().get("Path"))
        .hasSizeGreaterThan(10)
        .doesNotHaveDuplicates()
        .allMatch(route -> route.matches("(GET|HEAD|POST|OPTIONS) /\\S+"));
  }

  @Test
  void whateverCanBeOpenedCanBeLookedAt() {
    var routes =
        template.events("HttpApi").stream()
            .map(each -> each.properties().get("Method") + " " + each.properties().get("Path"))
            .toList();
    assertThat(routes)
        .filteredOn(route -> route.startsWith("GET "))
        .hasSizeGreaterThan(5)
        .allSatisfy(route -> assertThat(routes).contains(route.replace("GET ", "HEAD ")));
  }

  /** A tick looks back two minutes at most, so it must come every minute and end within it. */
  @Test
  void everyTickComesEachMinuteAndEndsWithinIt() {
    assertThat(template.events("ScheduleV2"))
        .hasSize(2)
        .allSatisfy(event -> {
          var timeout = (String) template.ofFunction(event.function(), "Timeout");
          assertThat(event.properties()).containsEntry("ScheduleExpression", "rate(1 minute)");
          assertThat(Integer.parseInt(timeout)).isLessThan(60);
        });
  }

  /** SnapStart works on published versions, and not beside these two. */
  @Test
  void everyFunctionGoesOnFromASnapshot() {
    assertThat(template.all("AWS::Serverless::Function"))
        .allSatisfy(function -> {
          assertThat(map(template.ofFunction(function, "SnapStart")))
              .containsExactlyEntriesOf(Map.of("ApplyOn", "PublishedVersions"));
          assertThat(function.properties())
              .doesNotContainKeys("FileSystemConfigs", "EphemeralStorage");
        });
  }

  /** The scheduler calls without waiting, so that Lambda itself would repeat what failed, twice. */
  @Test
  void noTickIsRepeated() {
    assertThat(template.events("ScheduleV2"))
        .allSatisfy(event -> {
          assertThat(map(event.properties().get("RetryPolicy")))
              .containsEntry("MaximumRetryAttempts", "0");
          assertThat(map(event.function().properties().get("EventInvokeConfig")))
              .as(event.toString())
              .containsEntry("MaximumRetryAttempts", "0")
              .containsEntry("MaximumEventAgeInSeconds", "60");
        });
  }

  /** Else a tick could tell of a timer whose reason is not saved yet, and forget it. */
  @Test
  void whoeverSetsTimersIsStoppedBeforeTheyComeDue() {
    assertThat(template.all("AWS::Serverless::Function"))
        .filteredOn(function -> variables(function).containsKey("TIMERS_TABLE"))
        .filteredOn(function -> !handler(function).endsWith(".RekeyHandler")) // only its progress
        .hasSizeGreaterThan(3)
        .allSatisfy(function ->
            assertThat(Integer.parseInt((String) template.ofFunction(function, "Timeout")))
                .as(function.id())
                .isLessThanOrEqualTo((int) Timers.SAVING.toSeconds()));
  }

  static String handler(Resource function) {
    return (String) function.properties().get("Handler");
  }

  static Map<String, Object> variables(Resource function) {
    return map(map(function.properties().get("Environment")).get("Variables"));
  }

  private Path inInfra(Path relative) {
    return template.root().resolve("infra").resolve(relative).normalize();
  }
}
