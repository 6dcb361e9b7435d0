package dev.trellis.console.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Flow;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.PlaybookReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JourneyDrawingTest {

  private static final Playbook PLAYBOOK =
      PlaybookReader.read(Path.of("..", "..", "infra", "playbook"));

  @Test
  void whatIsRepeatedIsDrawnOnceWithItsValues() throws Exception {
    var texts = texts("high-value", Flow.NONE, "en");
    var all = String.join(" ", texts);
    assertThat(all)
        .contains("For each of these 10 in turn: Omni-channel lead capture, Progressive profiling,")
        .contains("Is it so? tag is need: this round's topic")
        .contains("Send strategy · this round's topic")
        .contains("Wait 3 days", "Wait 7 days", "How hot is the lead?");
    assertThat(texts.stream().filter(t -> t.startsWith("Wait 3 days"))).hasSize(1);
    assertThat(texts).contains("hot", "warm", "cold", "yes", "no", "read", "not read");
  }

  @Test
  void aWaitOfTheFirstRoundIsDrawnAsSuchAndNoOther() throws Exception {
    var en = String.join(" ", texts("high-value", Flow.NONE, "en"));
    var zh = String.join("", texts("high-value", Flow.NONE, "zh"));

    assertThat(en).containsOnlyOnce("first time only").contains("Wait 3 days (first time only)");
    assertThat(zh).containsOnlyOnce("仅第一轮之前").contains("等待 3 天（仅第一轮之前）");
    for (var journey : List.of("mid-value", "high-value-next", "keep-in-touch-mid")) {
      assertThat(texts(journey, Flow.NONE, "en")).noneMatch(t -> t.contains("first time"));
    }
  }

  @Test
  void peopleAreCountedWhereTheyWaitInWhicheverRound() throws Exception {
    var flow =
        Stream.of(
                at("each.omni-channel-capture.wait"),
                at("each.lead-scoring.wait-2"),
                at("each.tag-system.wait-2"),
                at("send-case").merged())
            .map(Flow::at)
            .reduce(Flow.NONE, Flow::plus);
    var texts = texts("high-value", flow, "zh");
    assertThat(flow.active()).isEqualTo(3);
    assertThat(texts).contains("● 1 人在此", "● 2 人在此", "结束：已合并 1");
  }

  @Test
  void everyJourneyIsDrawnInEveryLanguageWithRoomForItsTexts() throws Exception {
    for (var id : PLAYBOOK.journeys().keySet()) {
      for (var language : List.of("zh", "en")) {
        var picture = picture(id, Flow.NONE, language);
        int width = Integer.parseInt(picture.getDocumentElement().getAttribute("width"));
        for (var text : elements(picture, "text")) {
          int middle = Integer.parseInt(text.getAttribute("x"));
          int half = Svg.width(text.getTextContent()) / 2;
          assertThat(middle - half).as(text.getTextContent()).isNotNegative();
          assertThat(middle + half).as(text.getTextContent()).isLessThanOrEqualTo(width);
        }
        assertThat(elements(picture, "title").getFirst().getTextContent()).isNotBlank();
        assertThat(elements(picture, "desc").getFirst().getTextContent()).isNotBlank();
      }
    }
  }

  @Test
  void textIsWrappedBetweenWordsAndBetweenChineseCharacters() {
    assertThat(Svg.wrapped("one two three", 60)).containsExactly("one two", "three");
    assertThat(Svg.wrapped("一二三四五，六", 60)).containsExactly("一二三四", "五，六");
  }

  private static Enrollment at(String step) {
    return Enrollment.begun("high-value", 2, "mil/high@1", Instant.EPOCH, Instant.EPOCH, step);
  }

  private static List<String> texts(String journey, Flow flow, String language) throws Exception {
    return elements(picture(journey, flow, language), "text").stream()
        .map(Element::getTextContent)
        .toList();
  }

  private static Document picture(String journey, Flow flow, String language) throws Exception {
    var svg = JourneyDrawing.svg(PLAYBOOK.journeys().get(journey), PLAYBOOK, flow, language);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document picture, String name) {
    var found = picture.getElementsByTagName(name);
    var all = new ArrayList<Element>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }
}
