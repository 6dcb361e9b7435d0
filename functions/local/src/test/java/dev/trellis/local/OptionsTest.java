package dev.trellis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void readsWhatMavenPassesOn() {
    var options = parse("--port=18080", "--fresh=true", "--playbook=", "--state=/tmp/state");

    assertThat(options.port()).isEqualTo(18080);
    assertThat(options.fresh()).isTrue();
    assertThat(options.playbook()).isEqualTo(Optional.empty());
    assertThat(options.state()).isEqualTo(Path.of("/tmp/state"));
  }

  @Test
  void startsAt8080WithKeptStateWhenToldNothing() {
    var options = parse("--fresh=false");

    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.fresh()).isFalse();
  }

  @Test
  void letsNobodyElseInUnlessToldTheAddress() {
    assertThat(parse("--host=").host()).isEmpty();
    assertThat(parse("--sender=").sender()).isEqualTo("trellis.example");
    assertThat(parse("--sender=acme.example").sender()).isEqualTo("acme.example");
    assertThat(parse("--host=0.0.0.0", "--port=18080").host()).contains("0.0.0.0");
    assertThat(parse("--host=0.0.0.0", "--port=18080").port()).isEqualTo(18080);
  }

  @Test
  void takesAFileToImport() {
    var options = parse("--import=leads.csv", "--dry=true");

    assertThat(options.file()).contains(Path.of("leads.csv"));
    assertThat(options.dry()).isTrue();
    assertThat(parse("--import=", "--dry=false").file()).isEmpty();
    assertThatThrownBy(() -> parse("--dry")).hasMessageContaining("-Dimport=file.csv");
  }

  @Test
  void namesWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> parse("--prt=1")).hasMessageContaining("--prt is unknown");
    assertThatThrownBy(() -> parse("--port=65536")).hasMessageContaining("-Dport=65536 is no port");
  }

  private static Options parse(String... arguments) {
    return Options.parse(arguments);
  }
}
