package dev.trellis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.event.LeadEvent;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which network somebody comes from is told, and no address of it. */
@Tag("R6")
class NetworksTest {

  private final Stand stand = new Stand();

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.250",
    "2001:db8:7:1::5, 2001:db8:7:ffff:9::1",
    "::ffff:203.0.113.7, 203.0.113.8",
    "fe80::1%eth0, fe80::2"
  })
  void neighboursAreOneNetwork(String one, String other) {
    assertThat(network(one)).isNotNull().isEqualTo(network(other));
  }

  @ParameterizedTest
  @CsvSource({"203.0.113.7, 203.0.114.7", "2001:db8:7::5, 2001:db8:8::5", "203.0.113.7, ::1"})
  void othersAreOthers(String one, String other) {
    assertThat(network(one)).isNotEqualTo(network(other));
  }

  @Test
  void whereNobodyKnowsNobodySays() {
    assertThat(network(null)).isNull();
    assertThat(network("trellis.example")).isNull();
    assertThat(network("")).isNull();
  }

  @Test
  void formsScansAndClicksSayWhereTheyComeFromAndNeverByAddress() {
    var typed = Stand.lin(stand.nonce("summit-deck"));
    stand.submit("summit-deck", typed, "source", "203.0.113.7");
    stand.get("/q/summit-talk", "source", "203.0.113.7");
    stand.get("/go/community", "source", "203.0.113.7");

    var events = stand.queue.take();
    assertThat(events).hasSize(3);
    assertThat(events.stream().map(e -> e.origin().network()).filter(Objects::nonNull).distinct())
        .hasSize(1);
    assertThat(events.stream().map(LeadEvent::toJson))
        .noneMatch(json -> json.contains("203.0.113"));
  }

  private String network(String source) {
    var headers = source == null ? new String[0] : new String[] {"source", source};
    stand.get("/q/summit-talk", headers);
    return stand.queue.take().getFirst().origin().network();
  }
}
