package dev.trellis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R5")
class PrintCodeTest {

  private static final String SCAN_URL = Stand.URL + "/q/summit-talk";
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H\\1z");

  private final Stand stand = new Stand();

  @Test
  void anyReaderDecodesThePngToTheScanUrl() throws Exception {
    var response = stand.get("/q/summit-talk.png");
    assertThat(response.headers())
        .containsEntry("content-type", "image/png")
        .containsEntry("cache-control", "public, max-age=86400");
    var image = ImageIO.read(new ByteArrayInputStream(response.body()));
    assertThat(image.getWidth()).isEqualTo(image.getHeight()).isBetween(900, 1024);
    assertThat(CodeReader.read(image)).isEqualTo(SCAN_URL);
  }

  @Test
  void anyReaderDecodesTheSvgToTheScanUrl() throws Exception {
    var response = stand.get("/q/summit-talk.svg");
    assertThat(response.headers())
        .containsEntry("content-type", "image/svg+xml")
        .containsEntry("cache-control", "public, max-age=86400");
    assertThat(CodeReader.read(Stand.text(response))).isEqualTo(SCAN_URL);
  }

  /** Where the API has no other address than its own, which only requests tell. */
  @Test
  void namesTheHostThatWasAskedFor() throws Exception {
    var asked = new Stand("https://{host}").get("/q/summit-talk.svg", "host", "api.example.com");
    assertThat(CodeReader.read(Stand.text(asked)))
        .isEqualTo("https://api.example.com/q/summit-talk");
  }

  @Test
  void theQuietZoneIsFourSquaresWide() {
    var runs = RUN.matcher(Stand.text(stand.get("/q/summit-talk.svg")));
    while (runs.find()) {
      assertThat(Integer.parseInt(runs.group(1))).isGreaterThanOrEqualTo(4);
      assertThat(Integer.parseInt(runs.group(2))).isGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void printingRecordsNothing() {
    assertThat(stand.get("/q/summit-talk.svg").cookies()).isEmpty();
    assertThat(stand.get("/q/summit-talk.png").cookies()).isEmpty();
    assertThat(stand.get("/q/other.svg").status()).isEqualTo(404);
    assertThat(stand.get("/q/summit-talk.gif").status()).isEqualTo(404);
    assertThat(stand.queue.sent()).isEmpty();
  }
}
