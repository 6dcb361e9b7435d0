package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import dev.trellis.imports.file.Choices;
import dev.trellis.imports.file.ErrorFile;
import dev.trellis.imports.row.Intake;
import dev.trellis.imports.row.Understanding;
import dev.trellis.playbook.PlaybookReader;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same characters, lengths and forms are asked of whoever tells something of a person. */
@Tag("R24")
@Tag("R31")
@Tag("R102")
@Tag("R105")
class EveryDoorTest extends TownStory {

  /** A way in: tells one value, and says what is refused, or nothing. */
  private enum Door {
    FORM,
    CRM,
    CALL,
    CONSOLE,
    PARTNER_CALL,
    PARTNER_ROW,
    FILE;

    /** What the field is called there. */
    String name(String field) {
      return switch (this) {
        case CRM ->
            Map.of("name", "contactName", "email", "email", "mobile", "mobilePhone").get(field);
        case FILE -> Map.of("name", "姓名", "email", "邮箱", "mobile", "手机").get(field);
        default -> field;
      };
    }
  }

  private record Fault(String name, String field, String value) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Fault> FAULTS =
      List.of(
          new Fault("NUL", "name", "Li\u0000Na"),
          new Fault("bell", "name", "Li\u0007Na"),
          new Fault("line break", "name", "Li\nBcc: x@example.com"),
          new Fault("turned direction", "name", "Li \u202Eanozam"),
          new Fault("201 characters", "name", "长".repeat(201)),
          new Fault("2,001 characters", "name", "长".repeat(2_001)),
          new Fault("no address", "email", "nobody"),
          new Fault("address with a line break", "email", "li@example.com\nBcc: x@example.com"),
          new Fault("address in zero-width marks", "email", "\u200Bli@example.com\u200D"),
          new Fault("address in turned direction", "email", "\u202Ali@example.com\u202C"),
          new Fault("number in turned direction", "mobile", "\u202A138 0013 8090\u202C"),
          new Fault("number after a zero-width mark", "mobile", "\uFEFF138 0013 8090"),
          new Fault("no number", "mobile", "12345"),
          new Fault("a switchboard", "mobile", "010 6552 9988"));

  private static final Pattern UNSEEN = Pattern.compile("NUL|(address|number) .*(mark|turned).*");

  private static final List<Fault> GOOD =
      List.of(
          new Fault("name", "name", "José 李娜-" + "长".repeat(190)),
          new Fault("address", "email", "  Door@Example.com "),
          new Fault("number", "mobile", "\u3000138 0013 8090 "));

  private String lead;

  static Stream<Arguments> faults() {
    // A file with a NUL is no text, and refused as a whole. What programs put unseen around a name
    // has one reading without it.
    return Stream.of(Door.values())
        .flatMap(d ->
            FAULTS.stream()
                .filter(f -> d != Door.FILE || !UNSEEN.matcher(f.name()).matches())
                .map(f -> Arguments.of(d, f)));
  }

  static Stream<Arguments> good() {
    return Stream.of(Door.values()).flatMap(d -> GOOD.stream().map(f -> Arguments.of(d, f)));
  }

  @BeforeAll
  void somebody() throws Exception {
    town.register("door@example.com", Map.of("mobile", "13800138090"));
    lead = town.lead("door@example.com").at("id").text();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsRefusedAndItsFieldNamed(Door door, Fault fault, @TempDir Path folder)
      throws Exception {
    assertThat(refusal(door, fault, folder)).contains(door.name(fault.field()));
  }

  @ParameterizedTest
  @MethodSource("good")
  void whatTheFormTakesIsTakenEverywhere(Door door, Fault good, @TempDir Path folder)
      throws Exception {
    assertThat(refusal(door, good, folder)).isEmpty();
  }

  @Test
  @Tag("R23")
  void whatCountsAndWhatConcernsIsAskedOnTheFormAndInACall() throws Exception {
    var page = Visitor.text(town.visitor("zh").get("/f/summit-deck"));
    assertThat(page).contains("选型时您看重什么", "name=\"factors\"", "name=\"concerns\"");

    town.register("factors@example.com", Map.of("factors", "price", "concerns", "上线太慢"));
    var path = "/local/leads/" + town.lead("factors@example.com").at("id").text() + "/calls";
    var said = Map.of("factors", "compliance,references", "concerns", "no budget for roll-out");
    assertThat(post(path, Map.of("outcome", "reached", "answers", Map.of("factors", "colour"))))
        .contains("factors", "compliance");
    assertThat(post(path, Map.of("outcome", "reached", "answers", said))).isEmpty();
    town.quiet();

    var facts = town.lead("factors@example.com").at("profile").at("facts");
    assertThat(facts.at("factors").toString()).contains("price", "compliance,references");
    assertThat(facts.at("concerns").toString()).contains("上线太慢", "no budget for roll-out");
  }

  @Test
  void theConsoleNamesTheOptionsOfAFieldThatHasSome() throws Exception {
    var console = "/local/leads/" + lead;

    for (var body :
        Map.of(
                "/values", Map.of("values", Map.of("need", "robots")),
                "/calls", Map.of("outcome", "reached", "answers", Map.of("need", "robots")))
            .entrySet()) {
      assertThat(post(console + body.getKey(), body.getValue())).contains("need", "lead-scoring");
    }
    assertThat(post(console + "/values", Map.of("values", Map.of("need", "lead-scoring"))))
        .isEmpty();
  }

  @Test
  void theConsoleHearsANoAndGivesNoYes() throws Exception {
    var console = "/local/leads/" + lead + "/values";

    assertThat(post(console, Map.of("values", Map.of("consent", "yes"))))
        .contains("consent", "for the person to say");
    assertThat(post(console, Map.of("values", Map.of("consent", "no")))).isEmpty();
    town.quiet();
    assertThat(town.lead("door@example.com").at("profile").at("facts").at("consent").toString())
        .contains("no");
  }

  @Test
  void nothingIsDoneToALeadThatIsNotThere() throws Exception {
    var body = Json.compose(Map.of("outcome", "reached", "values", Map.of("name", "Li")));
    for (var what :
        List.of(
            "nobody/calls",
            "nobody/values",
            "nobody/split",
            "nobody/keep",
            "nobody/erase",
            "nobody/requests/export",
            "nobody/join/" + lead,
            lead + "/join/nobody",
            lead + "/apart/nobody")) {
      for (var visitor : List.of(town.visitor("en"), town.visitor("zh"))) {
        var answer = visitor.post("/local/leads/" + what, "application/json", body);
        assertThat(answer.statusCode()).as(what).isEqualTo(404);
        assertThat(Visitor.text(answer)).contains("there is no such lead");
      }
    }
    var split = Json.compose(Map.of("absorbed", "nobody"));
    var answer =
        town.visitor("en").post("/local/leads/" + lead + "/split", "application/json", split);
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  /** What the door answers to a value that it refuses; empty if it takes it. */
  private String refusal(Door door, Fault told, Path folder) throws Exception {
    var values = Map.of(told.field(), told.value());
    var console = "/local/leads/" + lead;
    return switch (door) {
      case FORM -> form(told);
      case CRM -> {
        var crm = new Partner(town, state);
        yield refusal(crm.crm(crm.filed(lead, Map.of(door.name(told.field()), told.value()))));
      }
      case CALL -> post(console + "/calls", Map.of("outcome", "reached", "answers", values));
      case CONSOLE -> post(console + "/values", Map.of("values", values));
      case PARTNER_CALL ->
          partner(Map.of("kind", "CallRecorded", "outcome", "reached", "answers", values));
      case PARTNER_ROW ->
          partner(Map.of("kind", "RecordImported", "batch", "b", "line", 1, "values", values));
      case FILE -> file(door.name(told.field()), told.value(), folder);
    };
  }

  private String form(Fault told) throws Exception {
    var visitor = town.visitor("en");
    var fields = visitor.open("/f/summit-deck");
    town.pass(Duration.ofSeconds(20));
    fields.putAll(Town.person("door@example.com"));
    fields.put(told.field(), told.value());
    var answer = visitor.post("/f/summit-deck", "application/json", Json.compose(fields));
    return answer.statusCode() == 422 ? Visitor.text(answer) : "";
  }

  private String partner(Map<String, Object> happening) throws Exception {
    var event =
        Map.of(
            "version",
            1,
            "id",
            Ids.random(),
            "occurredAt",
            town.now().toString(),
            "channel",
            "wecom",
            "identities",
            List.of("openid:example-app/door"),
            "happening",
            happening);
    return refusal(
        new Partner(town, state).post("/events", "events", Map.of("events", List.of(event))));
  }

  private static String refusal(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isIn(202, 422);
    return answer.statusCode() == 422 ? answer.body() : "";
  }

  private String post(String path, Map<String, ?> body) throws Exception {
    var answer = town.visitor("en").post(path, "application/json", Json.compose(body));
    assertThat(answer.statusCode()).isIn(202, 422);
    return answer.statusCode() == 422 ? Visitor.text(answer) : "";
  }

  private static String file(String header, String cell, Path folder) throws Exception {
    var csv = folder.resolve("row.csv");
    Files.writeString(csv, "WeCom ID," + header + "\nwoDoor,\"" + cell + "\"\n");
    var errors = folder.resolve("errors.csv");
    var playbook = PlaybookReader.read(Path.of("../../infra/playbook"));
    try (var intake =
        Intake.open(
            Understanding.of(csv, Choices.NONE, playbook, Town.MORNING),
            playbook,
            Town.MORNING,
            ErrorFile.create(errors))) {
      for (var row = intake.next(); row.isPresent(); row = intake.next()) {
        var told = (RecordImported) row.get().events().getFirst().happening();
        assertThat(told.values().getOrDefault("name", "").codePoints().count()).isLessThan(201);
      }
    }
    var left = Files.readAllLines(errors);
    return left.size() > 1 ? String.join("\n", left.subList(1, left.size())) : "";
  }
}
