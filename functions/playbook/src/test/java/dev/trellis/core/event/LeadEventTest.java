package dev.trellis.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.core.Samples;
import dev.trellis.core.json.MessageFormatException;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LeadEventTest {

  @Test
  void everyKindSurvivesTheRoundTrip() {
    for (var event : Samples.oneOfEachKind()) {
      assertThat(LeadEvent.fromJson(event.toJson())).isEqualTo(event);
    }
    for (var event : Samples.history(new Random(3), 50)) {
      assertThat(LeadEvent.fromJson(event.toJson())).isEqualTo(event);
    }
    assertThat(Samples.oneOfEachKind().stream().map(LeadEvent::kind).collect(Collectors.toSet()))
        .hasSize(Happening.class.getPermittedSubclasses().length);
  }

  @Test
  void unknownKindsAndVersionsAreRefused() {
    var json = Samples.scan("e1", Samples.T0).toJson();

    assertThatThrownBy(() -> LeadEvent.fromJson(json.replace("CodeScanned", "CodeEaten")))
        .isInstanceOf(MessageFormatException.class)
        .hasMessageContaining("unknown kind");
    assertThatThrownBy(() -> LeadEvent.fromJson(json.replace("\"version\":1", "\"version\":2")))
        .hasMessageContaining("version must be 1");
  }

  @Test
  void anEventNamesALeadOrAnIdentity() {
    assertThatThrownBy(() ->
            LeadEvent.of("e1", Samples.T0, Channel.WEB, null, null, new Happening.CodeScanned()))
        .hasMessageContaining("names a lead or an identity");
  }
}
