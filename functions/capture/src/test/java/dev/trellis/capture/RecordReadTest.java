package dev.trellis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.signing.ContentLinks;
import dev.trellis.core.signing.ContentLinks.Link;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R82")
class RecordReadTest {

  private final Stand stand = new Stand();
  private final String token = stand.token("summit-deck", "send-1", "zh");

  @Test
  void aHumanVisitIsARead() {
    read("");
    var event = stand.queue.sent().getFirst();
    assertThat(event.lead()).isEqualTo("L1");
    assertThat(event.happening()).isEqualTo(new ContentRead("summit-deck", 1, 0, "send-1"));
    assertThat(LeadEvent.fromJson(event.toJson())).isEqualTo(event);
  }

  @Test
  void aRepeatedPixelWithinHalfAnHourIsTheSameRead() {
    read("");
    stand.pass(Duration.ofMinutes(30).minusMillis(1));
    read("{\"seconds\":9}");
    assertThat(stand.queue.take().stream().map(LeadEvent::id).distinct()).hasSize(1);
    var first = read("");
    stand.pass(Duration.ofMillis(1));
    assertThat(read("").id()).isNotEqualTo(first.id());
  }

  @Test
  @Tag("R87")
  void howLongItWasLookedAtIsToldWhenLeavingAndIsNoSecondRead() {
    var read = read("{}");
    var left = read("{\"seconds\":95,\"again\":true}");
    assertThat(left.happening())
        .isEqualTo(new PageVisited("content/summit-deck", 95, null, "send-1", null));
    assertThat(left.id()).isNotEqualTo(read.id());
    assertThat(read("{\"seconds\":96,\"again\":true}").id()).isEqualTo(left.id());
    stand.pass(Duration.ofMinutes(2));
    var more = read("{\"seconds\":200,\"again\":true,\"part\":2}");
    assertThat(more.id()).as("whoever comes back is told once more").isNotEqualTo(left.id());
    assertThat(read("{\"seconds\":200,\"again\":true,\"part\":2}").id()).isEqualTo(more.id());
  }

  @Test
  @Tag("R17")
  void aReadCountsWhereTheLinkSaysAndTellsInWhichBrowser() {
    var path = "/c/" + token + "/read";
    for (var body : List.of("{}", "{\"seconds\":9,\"again\":true}")) {
      stand.post(path, body.getBytes(StandardCharsets.UTF_8), "cookie", Stand.BROWSER);
    }
    assertThat(stand.queue.take())
        .hasSize(2)
        .allSatisfy(event -> {
          assertThat(event.lead()).isEqualTo("L1");
          assertThat(event.identities()).hasToString("[cookie:" + Stand.BROWSER + "]");
        });
    assertThat(read("").identities()).as("without a cookie").isEmpty();
  }

  @Test
  @Tag("R17")
  void anotherBrowserIsAnotherReaderAndAReloadIsNone() {
    var browsers = List.of("", Stand.BROWSER, "ponmlkjihgfedcba", Stand.BROWSER, "");
    for (var browser : browsers) {
      stand.post("/c/" + token + "/read", new byte[0], "cookie", browser);
    }
    assertThat(stand.queue.take().stream().map(LeadEvent::id).distinct()).hasSize(3);
  }

  @Test
  @Tag("R17")
  void aReadTellsToWhichMailboxItsLinkWasMailedAndAClickDoesNot() {
    var mailed = new Link("L1", "summit-deck", "send-1", "zh", Stand.NOON, "aB3-xY_z");
    var path = "/c/" + new ContentLinks(Stand.SIGNING).make(mailed, Stand.NOON.plusSeconds(60));
    stand.get(path);
    stand.post(path + "/read", new byte[0]);

    assertThat(stand.queue.take())
        .extracting(LeadEvent::happening)
        .containsExactly(
            new MailClicked("send-1", "summit-deck"),
            new ContentRead("summit-deck", 1, 0, "send-1", Stand.NOON, "aB3-xY_z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"seconds\": 12}      | 12",
        "{\"dwell\":12}         | 12",
        "{\"seconds\":\"12\"}   | 12",
        "{\"seconds\":12.9}     | 12",
        "seconds=12             | 12",
        "a=b&dwell=12           | 12",
        "dwell: 12              | 12",
        "{\"seconds\":3600}     | 3600",
        "{\"seconds\":3601}     | 3600",
        "{\"seconds\":-5}       | 0",
        "{\"seconds\":99999999999999999999} | 0",
        "{\"seconds\":          | 0",
        "no number at all       | 0"
      })
  void understandsHowLongInWhateverFormItIsSaid(String body, long seconds) {
    Happening expected = new ContentRead("summit-deck", 1, seconds, "send-1");
    assertThat(read(body).happening()).isEqualTo(expected);
  }

  @Test
  void aBodyThatIsTooLongIsRefused() {
    var path = "/c/" + token + "/read";
    assertThat(stand.post(path, new byte[32 * 1024]).status()).isEqualTo(204);
    stand.queue.take();
    assertThat(stand.post(path, new byte[32 * 1024 + 1]).status()).isEqualTo(413);
    assertThat(stand.queue.take()).isEmpty();
  }

  @Test
  void anExpiredLinkIsReadNoMore() {
    stand.pass(Duration.ofDays(30));
    assertThat(stand.post("/c/" + token + "/read", new byte[0]).status()).isEqualTo(410);
    assertThat(stand.queue.sent()).isEmpty();
  }

  private LeadEvent read(String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var response = stand.post("/c/" + token + "/read", bytes, "content-type", "text/plain");
    assertThat(response.status()).isEqualTo(204);
    return stand.queue.sent().getLast();
  }
}
