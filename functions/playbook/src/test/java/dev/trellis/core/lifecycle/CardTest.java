package dev.trellis.core.lifecycle;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.CardQuery;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a list shows of a lead, when it is rewritten, and where it stands in a list. */
class CardTest {

  private static final Instant NOW = Samples.T0.plusSeconds(3600);
  private static final Card SHOWN = card(Map.of("name", "張偉", "company", "示例", "owner", " li "));

  private static Card card(Map<String, String> told) {
    var profile = Profile.EMPTY.with(Samples.form("e1", Samples.T0, told));
    var placement = new Placement("mil", "mil/high", List.of(), List.of(), null);
    var entered = new TreeMap<>(Map.of("mil", Samples.T0, "mil/high", NOW));
    return Card.of(Portrait.of("L1", profile, PLAYBOOK, NOW), Position.of(placement, entered, 1));
  }

  @Test
  void showsWhoWhereSinceWhenAndWhatItIsWorth() {
    assertThat(SHOWN.name()).isEqualTo("張偉");
    assertThat(SHOWN.company()).isEqualTo("示例");
    assertThat(SHOWN.title()).isNull();
    assertThat(SHOWN.owner()).isEqualTo("li");
    assertThat(SHOWN.pool()).isEqualTo("mil/high");
    assertThat(SHOWN.since()).isEqualTo(NOW);
    assertThat(SHOWN.heat()).isEqualTo("cold");
    assertThat(SHOWN.score()).isPositive();
    assertThat(SHOWN.grade()).isEqualTo("C2");
    assertThat(SHOWN.asOf()).isEqualTo(PLAYBOOK.company().days().of(NOW));
    assertThat(SHOWN.lastTouch()).isEqualTo(PLAYBOOK.company().days().of(Samples.T0));
    assertThat(Json.read(Card.class, Json.write(SHOWN))).isEqualTo(SHOWN);
  }

  @Test
  @Tag("R20")
  void isFoundByItsTagsAndByNoOthers() {
    var card = card(Map.of("need", "lead-scoring", "title", "CFO"));
    var profile =
        Profile.EMPTY.with(
            Samples.form("e1", Samples.T0, Map.of("need", "lead-scoring", "title", "CFO")));
    var has =
        Portrait.of("L1", profile, PLAYBOOK, NOW).tags().stream()
            .map(dev.trellis.core.portrait.Tag::id)
            .filter(tag -> !tag.startsWith("grade:"))
            .collect(Collectors.toSet());
    assertThat(has).isNotEmpty();
    assertThat(PLAYBOOK.tagScheme().ids().stream().filter(card::has).toList())
        .containsExactlyInAnyOrderElementsOf(has);
  }

  @Test
  void whatIsTooLongIsCutBetweenCharacters() {
    assertThat(card(Map.of("name", "🌱".repeat(60))).name()).isEqualTo("🌱".repeat(48));
  }

  /** Columns: what changed, on the same day or another, and whether lists show another card. */
  @ParameterizedTest
  @CsvSource({
    "nothing, same, false",
    "nothing, other, false",
    "score, same, false",
    "score, other, true",
    "touch, same, false",
    "touch, other, true",
    "warm, same, false",
    "warm, other, true",
    "hot, same, true",
    "grade, same, false",
    "grade, other, true",
    "marks, same, false",
    "marks, other, true",
    "pool, same, true",
    "name, other, true"
  })
  void isRewrittenWhereItShowsSomethingElse(String changed, String day, boolean isRewritten) {
    var later = Json.parse(Json.write(SHOWN));
    if (day.equals("other")) {
      later.put("asOf", SHOWN.asOf().plusDays(1).toString());
    }
    switch (changed) {
      case "score" -> later.put("score", SHOWN.score() + 1);
      case "touch" -> later.put("lastTouch", SHOWN.asOf().plusDays(1).toString());
      case "warm", "hot" -> later.put("heat", changed);
      case "nothing" -> {}
      default -> later.put(changed, "other");
    }
    var card = Json.read(Card.class, later);
    assertThat(card.orElse(Optional.of(SHOWN))).isEqualTo(isRewritten ? card : SHOWN);
    assertThat(card.orElse(Optional.empty())).isEqualTo(card);
  }

  @ParameterizedTest
  @CsvSource({"张, true", "張偉, true", "张偉 , true", "偉, false", "Zhang, false"})
  void isFoundByHowItsNameBegins(String prefix, boolean isFound) {
    assertThat(CardQuery.named(prefix).holds(SHOWN)).isEqualTo(isFound);
    assertThat(CardQuery.named(prefix).holds(card(Map.of()))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    ",,, BIRTH, true",
    "mil,,, POOL, true",
    "mil, li,, OWNER, false",
    "mil, li, 张, NAME, false",
    ", li,, OWNER, true",
    ",, 张, NAME, true",
    "a b c d e,,, BIRTH, false"
  })
  void oneQuestionIsAnsweredByAnIndex(
      String pools, String owner, String name, CardQuery.Order order, boolean isAll) {
    var paths = new TreeSet<>(pools == null ? Set.of() : Set.of(pools.split(" ")));
    var query = new CardQuery(paths, null, null, owner, null, name, null);
    assertThat(query.order()).isEqualTo(order);
    assertThat(query.equals(query.indexed())).isEqualTo(isAll);
  }
}
