package dev.trellis.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.policy.JourneyList;
import dev.trellis.console.policy.JourneySheet;
import dev.trellis.console.policy.MailPreviews;
import dev.trellis.console.policy.PlaybookView;
import dev.trellis.console.policy.WaysIn;
import dev.trellis.console.view.AccountList;
import dev.trellis.console.view.AccountView;
import dev.trellis.console.view.AudienceView;
import dev.trellis.console.view.JourneyBoard;
import dev.trellis.console.view.LeadList;
import dev.trellis.console.view.LeadLog;
import dev.trellis.console.view.LeadView;
import dev.trellis.console.view.LetterView;
import dev.trellis.console.view.SweepView;
import dev.trellis.console.view.Today;
import dev.trellis.console.view.TwinsView;
import dev.trellis.console.view.watch.OperationsView;
import dev.trellis.console.view.watch.Suppressed;
import dev.trellis.console.visit.Entrance;
import dev.trellis.core.message.MailPreview;
import dev.trellis.core.port.Audit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The document for programs says what the routes are, and what the records are that they answer
 * with. After a change of these, {@code mvn test -pl functions/console -am -Dtest=OpenApiTest
 * -Dopenapi=write -Dsurefire.failIfNoSpecifiedTests=false} writes its schemas anew; paths are
 * written by hand.
 */
@Tag("R97")
class OpenApiTest {

  private static final Path FILE = Path.of("../../infra/console.openapi.yaml");
  private static final String SCHEMAS = "  schemas:\n";
  private static final RecordSchemas RECORDS =
      new RecordSchemas(
          new TreeMap<>(
              Map.ofEntries(
                  Map.entry("Today", Today.View.class),
                  Map.entry("LeadLine", LeadList.Line.class),
                  Map.entry("Lead", LeadView.class),
                  Map.entry("LeadLog", LeadLog.View.class),
                  Map.entry("Group", AudienceView.Summary.class),
                  Map.entry("Load", AudienceView.Load.class),
                  Map.entry("GroupPage", AudienceView.Shown.class),
                  Map.entry("CompanyLine", AccountList.Line.class),
                  Map.entry("Company", AccountView.class),
                  Map.entry("Letter", LetterView.class),
                  Map.entry("JourneyLine", JourneyList.Line.class),
                  Map.entry("Journey", JourneySheet.class),
                  Map.entry("Waiting", JourneyBoard.Queue.View.class),
                  Map.entry("Sweep", SweepView.class),
                  Map.entry("MailLine", MailPreviews.Line.class),
                  Map.entry("MailPreview", MailPreview.class),
                  Map.entry("WaysIn", WaysIn.class),
                  Map.entry("Form", WaysIn.OfForm.class),
                  Map.entry("Playbook", PlaybookView.Contents.class),
                  Map.entry("Things", PlaybookView.Kind.class),
                  Map.entry("Thing", PlaybookView.Thing.class),
                  Map.entry("Source", PlaybookView.Written.class),
                  Map.entry("Suppressed", Suppressed.class),
                  Map.entry("Pair", TwinsView.Pair.class),
                  Map.entry("Operations", OperationsView.class),
                  Map.entry("Deed", Audit.Deed.class))));

  @Test
  void everyRouteIsInTheDocumentWithItsRoleAndNoOther() throws IOException {
    var routes = EveryEntranceTest.entrances().stream().map(OpenApiTest::line).toList();

    assertThat(operations().map(Operation::line).toList())
        .hasSizeGreaterThan(60)
        .containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void everyOperationNamesItsParametersAndAsksForTheTokenIfItChangesSomething() throws IOException {
    var parameter = Pattern.compile("\\{(\\w+)}");
    assertThat(operations())
        .allSatisfy(operation -> {
          assertThat(operation.pathParameters())
              .isEqualTo(
                  parameter.matcher(operation.path()).results().map(m -> m.group(1)).toList());
          assertThat(operation.security().containsKey("token"))
              .isEqualTo(!operation.method().equals("GET"));
          assertThat(operation.of().get("summary").toString()).isNotBlank();
        });
  }

  @Test
  void itsSchemasAreWhatTheRecordsSayAndEachIsUsed() throws IOException {
    if ("write".equals(System.getProperty("openapi"))) {
      var text = Files.readString(FILE);
      Files.writeString(FILE, text.substring(0, text.indexOf(SCHEMAS)) + SCHEMAS + RECORDS.yaml());
    }
    assertThat(at(document(), "components", "schemas")).isEqualTo(RECORDS.all());
    var used =
        Pattern.compile("#/components/schemas/(\\w+)")
            .matcher(Files.readString(FILE))
            .results()
            .map(m -> m.group(1))
            .collect(Collectors.toSet());
    assertThat(used).isEqualTo(RECORDS.all().keySet());
  }

  /** One of the document's operations, with the parameters of its path. */
  private record Operation(String method, String path, List<String> pathParameters, Map<?, ?> of) {

    Map<?, ?> security() {
      return (Map<?, ?>) ((List<?>) of.get("security")).getFirst();
    }

    String line() {
      return method + " " + path + " " + ((List<?>) security().get("session")).getFirst();
    }
  }

  private static String line(Entrance entrance) {
    return entrance.method()
        + " "
        + SignIn.BASE
        + entrance.path().replace("+}", "}")
        + " "
        + entrance.role().name().toLowerCase(Locale.ROOT);
  }

  private static Stream<Operation> operations() throws IOException {
    return at(document(), "paths").entrySet().stream()
        .flatMap(path -> {
          var item = (Map<?, ?>) path.getValue();
          var named =
              item.get("parameters") instanceof List<?> all
                  ? all.stream().map(p -> ((Map<?, ?>) p).get("name").toString()).toList()
                  : List.<String>of();
          return item.entrySet().stream()
              .filter(operation -> !operation.getKey().equals("parameters"))
              .map(operation ->
                  new Operation(
                      operation.getKey().toString().toUpperCase(Locale.ROOT),
                      path.getKey().toString(),
                      named,
                      (Map<?, ?>) operation.getValue()));
        });
  }

  private static Map<?, ?> document() throws IOException {
    return (Map<?, ?>)
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FILE));
  }

  private static Map<?, ?> at(Map<?, ?> document, String... names) {
    var here = document;
    for (var name : names) {
      here = (Map<?, ?>) here.get(name);
    }
    return here;
  }
}
