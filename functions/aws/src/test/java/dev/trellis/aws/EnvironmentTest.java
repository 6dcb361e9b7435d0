package dev.trellis.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.playbook.PlaybookException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
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
  @Tag("R47")
  void startsWithADraftOnlyWhereItMayBeTriedOut(@TempDir Path root) throws IOException {
    var shipped = Path.of("../../infra/playbook");
    try (var files = Files.walk(shipped)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = root.resolve(shipped.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    var strict = Environment.where(of(root), NOON, Environment::current);
    assertThat(strict.policy().stages()).isNotEmpty();

    Files.delete(root.resolve("approvals.yaml"));
    assertThatThrownBy(strict::policy)
        .isInstanceOf(PlaybookException.class)
        .hasMessageContaining("approvals.yaml:1: nobody has approved what \"mql\" means");
    var variables = new HashMap<>(of(root));
    variables.put(Environment.DRAFT, "yes");
    var here = Environment.where(variables, NOON, Environment::current);
    assertThat(here.policy().stages()).isNotEmpty();
  }

  private static Map<String, String> of(Path playbook) {
    return Map.of("PLAYBOOK", playbook.toString());
  }

  @Test
  void readsTheVariablesOfTheProcess() {
    assertThat(Environment.current().find("PATH")).isPresent();
  }
}
