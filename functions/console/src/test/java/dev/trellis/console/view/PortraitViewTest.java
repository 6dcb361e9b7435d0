package dev.trellis.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PortraitViewTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  private static final Instant T0 = Instant.parse("2026-11-20T02:00:00Z");

  private static final List<LeadEvent> LOG =
      List.of(
          event(
              "import",
              0,
              new Happening.RecordImported(
                  "b1",
                  1,
                  new TreeMap<>(Map.of("identity", "agent", "industry", "retail", "name", "Li")))),
          event("read", 60, new Happening.ContentRead("summit-deck", 1, 30, null)),
          event(
              "call",
              90,
              new Happening.CallRecorded(
                  "ann",
                  "reached",
                  new TreeMap<>(Map.of("identity", "agent", "industry", "finance")))),
          event(
              "crm",
              120,
              new Happening.CrmChanged(
                  "stand-in", "h1", "returned", "no-budget", null, "sam", new TreeMap<>())));

  @Test
  @Tag("R19")
  void theArchiveHoldsWhatWasDeclaredAndThePortraitWhatItMeansAsOfNow() {
    var view = view();

    assertThat(texts(view, "archive", "fields", "industry", "value"))
        .containsExactly("finance", "retail");
    assertThat(at(view, "portrait", "asOf")).isEqualTo("2026-11-20T04:00:00Z");
    assertThat(at(view, "portrait", "attributes", "values", "industry", "value"))
        .isEqualTo("finance");
    assertThat(at(view, "portrait", "attributes", "values", "views", "value")).isEqualTo("1");
  }

  @Test
  @Tag("R20")
  @Tag("R40")
  void eachTagNamesTheEventsAndThePersonBehindIt() {
    var interests = texts(view(), "portrait", "interests", "tag");
    assertThat(interests).containsExactly("need:omni-channel-capture");
    assertThat(texts(view(), "portrait", "interests", "events")).containsExactly(List.of("read"));
    var identity = tag(view(), "identity:agent");
    assertThat(identity.get("status")).isEqualTo("confirmed");
    assertThat(identity.get("by")).isEqualTo(List.of("ann"));
    assertThat(identity.get("events")).isEqualTo(List.of("call"));
    assertThat(at(view(), "portrait", "activity", "grade")).isEqualTo("c");
  }

  @Test
  @Tag("R24")
  @Tag("R25")
  @Tag("R36")
  @Tag("R37")
  void conflictsBlocksBantAndTheVerdictOfSalesAreShown() {
    var view = view();

    assertThat(texts(view, "conflicts", "field")).containsExactly("industry");
    assertThat(at(view, "blocks", "company", "fields", "industry")).isEqualTo("finance");
    assertThat((Integer) at(view, "blocks", "company", "completenessPercent")).isBetween(1, 99);
    assertThat(at(view, "portrait", "bant", "budget")).isEqualTo("unknown");
    assertThat(at(view, "portrait", "bant", "valid")).isEqualTo(false);
    assertThat(at(view, "portrait", "isSQL", "isSql")).isEqualTo(false);
    assertThat(at(view, "portrait", "isSQL", "who")).isEqualTo("sam");
    assertThat(at(view, "portrait", "isSQL", "why")).isEqualTo("no-budget");
    assertThat(Json.compose(view)).startsWith("{");
  }

  @Test
  @Tag("R48")
  @Tag("R49")
  void theTagsAreListedWithWhatComputesAndUsesThem() {
    var view = Json.parse(Json.show(TagsView.of(PLAYBOOK)));

    assertThat(view).containsEntry("clean", true).containsEntry("count", 60);
    assertThat(texts(view, "tags", "usedBy"))
        .contains(List.of("audience:renewal"), List.of("dossier"));
    assertThat(view.toString()).contains("in-use:competitor", "onlyRead", "journey:high-value");
    assertThat(Json.compose(view)).contains("need:omni-channel-capture");
  }

  private static Map<String, Object> view() {
    var profile = Profile.EMPTY;
    for (var event : LOG) {
      profile = profile.with(event);
    }
    var portrait = Portrait.of("L1", profile, PLAYBOOK, T0.plusSeconds(7200));
    return Json.parse(Json.show(PortraitView.of(portrait, LOG)));
  }

  private static LeadEvent event(String id, long seconds, Happening happening) {
    return LeadEvent.about("L1", id, T0.plusSeconds(seconds), Channel.WEB, happening);
  }

  private static Map<?, ?> tag(Map<String, Object> view, String id) {
    return (Map<?, ?>)
        ((List<?>) at(view, "portrait", "attributes", "tags"))
            .stream().filter(t -> ((Map<?, ?>) t).get("tag").equals(id)).findFirst().orElseThrow();
  }

  /** What every element of a list holds under the last name. */
  private static List<Object> texts(Map<String, Object> view, String... path) {
    var list = (List<?>) at(view, java.util.Arrays.copyOf(path, path.length - 1));
    return list.stream().<Object>map(e -> ((Map<?, ?>) e).get(path[path.length - 1])).toList();
  }

  private static Object at(Map<String, Object> view, String... path) {
    Object place = view;
    for (var name : path) {
      place = ((Map<?, ?>) place).get(name);
    }
    return place;
  }
}
