package dev.trellis.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.json.Json;
import dev.trellis.core.profile.Workplace;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R21")
class AffiliationTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-03-06T12:00:00Z");
  private static final Optional<String> KNOWN = Optional.empty();

  private final Affiliation none = Affiliation.none("L1");

  @Test
  void everyStayIsKeptAlsoWhenSomebodyComesBack() {
    var back =
        none.following(at("motors", MONDAY), KNOWN, 1, MONDAY)
            .following(at("works", FRIDAY), KNOWN, 2, FRIDAY)
            .following(at("motors", FRIDAY.plusSeconds(9)), KNOWN, 3, FRIDAY);

    assertThat(back.stays())
        .extracting(s -> s.company().value() + " " + s.isOpen())
        .containsExactly("motors false", "works false", "motors true");
    assertThat(back.filings().stream().filter(Filing.Contact.class::isInstance))
        .as("one contact per company")
        .hasSize(2);
  }

  @Test
  void sayingTheSameAgainChangesNothing() {
    var first = none.following(at("motors", MONDAY), Optional.of("Wizard"), 1, MONDAY);
    var again = first.following(at("motors", FRIDAY), Optional.of("ＷＩＺＡＲＤ "), 2, FRIDAY);

    assertThat(again.saysTheSameAs(first)).isTrue();
    assertThat(first.saysTheSameAs(none)).isFalse();
  }

  @Test
  void anOlderProfileChangesNothing() {
    var now = none.following(at("works", FRIDAY), KNOWN, 5, FRIDAY);

    assertThat(now.following(at("motors", MONDAY), KNOWN, 4, MONDAY)).isEqualTo(now);
  }

  @Test
  void whoWasMergedByMistakeWorksAgainWhereBefore() {
    var alone = none.following(at("motors", MONDAY), KNOWN, 1, MONDAY);
    var merged = alone.retired("L0", FRIDAY);
    var again = merged.following(at("motors", MONDAY), KNOWN, 3, FRIDAY.plusSeconds(60));

    assertThat(merged.mergedInto()).isEqualTo("L0");
    assertThat(merged.present()).isEmpty();
    assertThat(again.mergedInto()).isNull();
    assertThat(again.present()).isPresent();
  }

  @Test
  void whoTellsOfAHundredCompaniesIsNotBelievedForever() {
    var affiliation = none;
    for (int i = 0; i < 100; i++) {
      affiliation =
          affiliation.following(
              at("company " + i, MONDAY.plusSeconds(i)), Optional.of("title " + i), i, MONDAY);
    }
    assertThat(affiliation.stays()).hasSize(50);
    assertThat(affiliation.titles()).hasSize(50);
  }

  @Test
  void readsBackAsItWasWritten() {
    var affiliation = none.following(at("motors", MONDAY), Optional.of("Wizard"), 1, MONDAY);

    assertThat(Json.read(Affiliation.class, Json.write(affiliation))).isEqualTo(affiliation);
    assertThat(affiliation.filings())
        .isNotEmpty()
        .allSatisfy(f -> assertThat(Json.read(Filing.class, Json.write(f))).isEqualTo(f));
  }

  private static Workplace at(String core, Instant since) {
    return new Workplace(
        Optional.of(core),
        Optional.of(core),
        Optional.of(core + ".example"),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.of(since));
  }
}
