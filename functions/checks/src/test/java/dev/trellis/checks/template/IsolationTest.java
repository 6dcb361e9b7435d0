package dev.trellis.checks.template;

import static dev.trellis.checks.template.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.checks.template.Template.Call;
import org.junit.jupiter.api.Test;

/** What waits in queues takes no visitor's place, and one flood of visitors no other's. */
class IsolationTest {

  private static final String UNSUBSCRIBE = "POST /u/{token}";

  private final Template template;

  IsolationTest() throws IOException {
    template = Template.read();
  }

  @Test
  void noQueueTakesMoreCallsThanItIsGiven() {
    assertThat(template.events("SQS"))
        .allSatisfy(source ->
            assertThat(map(source.properties().get("ScalingConfig")))
                .as(source.toString())
                .containsKey("MaximumConcurrency"));
  }

  /** As infra/README.md says it, for the account's limit that it asks for. */
  @Test
  void theQueuesTogetherLeaveRoomForVisitors() throws IOException {
    var least = template.events("SQS").stream().mapToInt(this::atOnce).sum();
    var readme = Files.readString(template.root().resolve("infra/README.md"));
    assertThat(least).isEqualTo(12);
    assertThat(readme).contains("**" + least + "** calls", "L-B99A9384");
  }

  @Test
  void nothingIsKeptFreeUnlessSomebodySaysSo() {
    var kept =
        new Call(
            "If",
            List.of(
                "KeepsCallsFree",
                new Call("Ref", "VisitorConcurrency"),
                new Call("Ref", "AWS::NoValue")));
    var parameters = map(template.document().get("Parameters"));
    assertThat(map(parameters.get("VisitorConcurrency"))).containsEntry("Default", "0");
    assertThat(template.all("AWS::Serverless::Function"))
        .filteredOn(function -> function.properties().containsKey("ReservedConcurrentExecutions"))
        .allSatisfy(function ->
            assertThat(function.properties()).containsEntry("ReservedConcurrentExecutions", kept))
        .extracting(Template.Resource::id)
        .containsExactlyInAnyOrder("CaptureFunction", "NurturePreferencesFunction");
  }

  /** A route with limits of its own has a bucket of its own. */
  @Test
  void formsAndBatchesAreStricterAndUnsubscribingIsNot() {
    var api = template.resource("Api").properties();
    var usual = rate(api.get("DefaultRouteSettings"));
    var routes = map(api.get("RouteSettings"));
    var known =
        template.events("HttpApi").stream()
            .map(each -> each.properties().get("Method") + " " + each.properties().get("Path"))
            .toList();
    assertThat(known).containsAll(routes.keySet());
    assertThat(rate(routes.get("POST /f/{form}"))).isLessThan(usual);
    assertThat(rate(routes.get("POST /events"))).isLessThan(usual);
    assertThat(rate(routes.get(UNSUBSCRIBE))).isGreaterThanOrEqualTo(usual);
  }

  private int atOnce(Template.Event source) {
    var said = map(source.properties().get("ScalingConfig")).get("MaximumConcurrency");
    var number =
        said instanceof Call parameter
            ? map(map(template.document().get("Parameters")).get(parameter.argument()))
                .get("Default")
            : said;
    return Integer.parseInt((String) number);
  }

  private static int rate(Object settings) {
    return Integer.parseInt((String) map(settings).get("ThrottlingRateLimit"));
  }
}
