package dev.trellis.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R21")
class CompanyKeyTest {

  @Test
  void theNameComesFirstAndTheDomainIsItsAlias() {
    var both = workplace("Example Motors Ltd", "li@motors.example");

    assertThat(both.key()).hasValue(CompanyKey.name("example motors"));
    assertThat(both.alias()).hasValue(CompanyKey.domain("motors.example"));
  }

  @Test
  void anAddressFromBeforeIsNoAliasOfTheNewCompany() {
    var moved =
        profile("Example Motors Ltd", "li@motors.example")
            .with(
                Samples.event(
                    "e2",
                    Samples.T0.plusSeconds(60),
                    new Happening.CallRecorded(
                        "sdr", "moved", new TreeMap<>(Map.of("company", "Other Works Ltd")))));

    assertThat(workplace(moved).key()).hasValue(CompanyKey.name("other works"));
    assertThat(workplace(moved).alias()).isEmpty();
    assertThat(workplace(moved).domain()).hasValue("motors.example");
  }

  @Test
  void aCompanysMailAloneMakesAKey() {
    var domain = workplace(null, "li@motors.example");

    assertThat(domain.key()).hasValue(CompanyKey.domain("motors.example"));
    assertThat(domain.alias()).isEmpty();
  }

  @Test
  void mailThatAnybodyCanHaveAndANameThatIsNoneMakeNoKey() {
    assertThat(workplace("Ltd", "li@free.example").key()).isEmpty();
    assertThat(workplace("Example Motors Ltd", "li@free.example").alias()).isEmpty();
  }

  @Test
  @Tag("R27")
  void whoLeftWorksThereNoMoreUntilACompanyIsNamedAgain() {
    var worked = profile("Example Motors Ltd", "li@motors.example");
    var left =
        worked.with(
            Samples.event(
                "e2",
                Samples.T0.plusSeconds(60),
                new Happening.CallRecorded(
                    "sdr", "left", new TreeMap<>(Map.of("left-company", "yes")))));
    var again =
        left.with(
            Samples.form("e3", Samples.T0.plusSeconds(90), Map.of("company", "Other Works Ltd")));

    assertThat(workplace(left).key()).isEmpty();
    assertThat(workplace(again).key()).hasValue(CompanyKey.name("other works"));
  }

  @Test
  void aKeyReadsBackAsItWasWritten() {
    for (var key :
        new CompanyKey[] {CompanyKey.name("示例:精工"), CompanyKey.domain("motors.example")}) {
      assertThat(CompanyKey.parse(key.toString())).isEqualTo(key);
    }
    assertThatThrownBy(() -> CompanyKey.parse("motors")).hasMessageContaining("name:");
    assertThatThrownBy(() -> CompanyKey.name(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Profile profile(String company, String email) {
    var answers = new TreeMap<>(Map.of("email", email));
    if (company != null) {
      answers.put("company", company);
    }
    return Profile.EMPTY.with(
        Samples.event(
            "e1",
            Samples.T0,
            new Happening.FormSubmitted("summit-deck", answers, true, "zh", "r1"),
            "email:" + email));
  }

  private static Workplace workplace(String company, String email) {
    return workplace(profile(company, email));
  }

  /** A small dictionary: one legal form, one domain that is free for all. */
  private static Workplace workplace(Profile profile) {
    return Workplace.of(
        profile,
        name ->
            Optional.of(name.toLowerCase().replace("ltd", "").strip()).filter(n -> !n.isEmpty()),
        email ->
            Optional.of(email.substring(email.indexOf('@') + 1))
                .filter(d -> !d.equals("free.example")));
  }
}
