package dev.trellis.nurture.ses;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.Suppressions.Suppression;
import dev.trellis.nurture.MailFeedback;
import dev.trellis.nurture.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What everything that SES publishes means to us: the rows of {@code ses-events.jsonl}. */
class SesTruthTest {

  private static final Map<String, Object> MAIL =
      Map.of(
          "timestamp", "2026-03-02T09:00:01.000Z",
          "messageId", "0107018f-example",
          "source", "hello@trellis.example",
          "destination", List.of("Lin Mei <" + ADDRESS + ">"),
          "tags", Map.of("sendId", List.of(SEND), "lead", List.of(LEAD)));

  private final Scene scene = new Scene();

  /**
   * @param kind of feedback; null if it is not used
   * @param closes the address for this reason; null if it stays open
   * @param tells this event of the lead; null for none
   * @param novel if nobody knew its name when this was written
   */
  record Row(String name, String body, String kind, String closes, String tells, boolean novel) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyTypeHasTheEffectThatIsStated(Row row) {
    scene.submits();
    scene.dispatchMail().dispatch(scene.due(), false);
    scene.events.take();

    var told = SesEvent.read(row.body());
    told.ifPresent(feedback -> scene.recordFeedback().record(feedback, false));

    assertThat(told.filter(SesEvent::isNovel).isPresent()).isEqualTo(row.novel());
    assertThat(told.map(MailFeedback::kind).map(Enum::name).orElse(null)).isEqualTo(row.kind());
    assertThat(
            scene
                .suppressions
                .find(scene.keys.of(ADDRESS))
                .map(Suppression::reason)
                .map(Enum::name)
                .orElse(null))
        .isEqualTo(row.closes());
    assertThat(scene.events.take())
        .extracting(LeadEvent::kind)
        .isEqualTo(Stream.ofNullable(row.tells()).toList());
  }

  static List<Row> rows() throws IOException {
    try (var in = SesTruthTest.class.getResourceAsStream("ses-events.jsonl")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(SesTruthTest::row)
          .toList();
    }
  }

  private static Row row(String line) {
    var row = Json.parse(line);
    var event = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) row.get("event")).forEach((member, value) -> event.put((String) member, value));
    event.put("mail", MAIL);
    return new Row(
        row.get("case") + " (" + event.get("eventType") + ")",
        Json.compose(event),
        text(row, "kind"),
        text(row, "closes"),
        text(row, "tells"),
        row.containsKey("novel"));
  }

  private static String text(Map<String, Object> row, String member) {
    return Optional.ofNullable(row.get(member)).map(Object::toString).orElse(null);
  }
}
