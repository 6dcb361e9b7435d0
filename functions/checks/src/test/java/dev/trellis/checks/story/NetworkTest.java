package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import dev.trellis.local.LocalTrellis;
import dev.trellis.local.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone beside the laptop: it scans and fills in forms, and sees nothing of the leads. */
class NetworkTest {

  @TempDir private Path state;

  @Test
  void aPhoneReachesTheDeployedRoutesAndNothingElse() throws Exception {
    assumeTrue(hasNetwork(), "skipped: this machine is in no network");
    var options = Options.of(Town.TEMPLATE, state).standingAt(Town.MORNING).openAt("0.0.0.0");
    try (var trellis = LocalTrellis.start(options)) {
      var phone = new Visitor(trellis.publicUrl(), "en");
      var laptop = new Visitor(trellis.url(), "en");

      assertThat(trellis.publicUrl()).doesNotContain("localhost", "127.", "0.0.0.0");
      assertThat(phone.get("/q/summit-talk").statusCode()).isEqualTo(303);
      assertThat(phone.page("/f/summit-deck?code=summit-talk")).contains("<form");
      for (var path : List.of("/", "/local/leads", "/local/mails", "/local/process", "/nothing")) {
        assertThat(phone.get(path).statusCode()).as(path).isEqualTo(403);
      }
      for (var path : List.of("/local/clock", "/local/crm/inbox", "/local/leads/L1/erase")) {
        assertThat(phone.post(path, Map.of("advance", "P1D")).statusCode()).as(path).isEqualTo(403);
      }
      assertThat(trellis.now()).isEqualTo(Town.MORNING);
      assertThat(laptop.get("/local/leads").statusCode()).isEqualTo(200);
      assertThat(laptop.page("/local/process")).contains(state.toString());
    }
  }

  private static boolean hasNetwork() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .anyMatch(address -> address instanceof Inet4Address && !address.isLoopbackAddress());
  }
}
