package dev.trellis.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void namesTheVariableThatIsMissing() {
    var environment = Environment.where(Map.of("A", "1"), NOON, Environment::current);
    assertThat(environment.need("A")).isEqualTo("1");
    assertThatThrownBy(() -> environment.need("LEADS_TABLE"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("LEADS_TABLE must be set");
  }

  @Test
  void takesABlankValueForAMissingOne() {
    var environment = Environment.where(Map.of("A", " "), NOON, Environment::current);
    assertThat(environment.find("A")).isEmpty();
    assertThatThrownBy(() -> environment.need("A")).hasMessage("A must be set");
  }

  @Test
  void isBoundWithinTheWorkOnly() {
    var variables = Map.of("PLAYBOOK", "/playbook");
    var inside = Environment.where(variables, NOON, () -> Environment.current().playbook());
    assertThat(inside).isEqualTo(Path.of("/playbook"));
    assertThat(Environment.where(variables, NOON, () -> Environment.current().clock()))
        .isSameAs(NOON);
    assertThat(Environment.current().find("PLAYBOOK")).isEmpty();
    assertThat(Environment.current().clock()).isEqualTo(Clock.systemUTC());
  }

  @Test
  void namesThePlaybookThatIsMissing(@TempDir Path root) {
    var variables = Map.of("PLAYBOOK", root.toString());
    var environment = Environment.where(variables, NOON, Environment::current);
    assertThatThrownBy(environment::policy)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(root.resolve("playbook.json") + " cannot be read");
  }

  @Test
  void readsTheVariablesOfTheProcess() {
    assertThat(Environment.current().find("PATH")).isPresent();
  }
}
