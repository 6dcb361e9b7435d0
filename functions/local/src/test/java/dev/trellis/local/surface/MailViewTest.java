package dev.trellis.local.surface;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.view.MailView;
import dev.trellis.local.emulator.KeptMail;
import org.junit.jupiter.api.Test;

class MailViewTest {

  private static final String RAW =
      """
      From: Trellis <hello@trellis.example>
      To: li@example.cn
      Subject: =?UTF-8?B?5L2g5aW9?=
      List-Unsubscribe: <http://localhost:8080/u/abc>
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary=x

      --x
      Content-Type: text/plain; charset=utf-8

      Look: http://localhost:8080/c/abc. Or http://localhost:8080/u/abc
      --x
      Content-Type: text/html; charset=utf-8

      <p><a href="http://localhost:8080/c/abc">Look</a>
      <a href="http://localhost:8080/s?a=1&amp;b=2">More</a></p>
      --x--
      """;

  private final MailView view =
      OpenedMail.of(
          new KeptMail(
              1,
              "id",
              Instant.parse("2026-03-01T08:00:00Z"),
              "hello@trellis.example",
              List.of("li@example.cn"),
              "Set",
              new TreeMap<>()),
          RAW.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));

  @Test
  void showsWhatTheReaderSees() {
    assertThat(view.to()).isEqualTo("li@example.cn");
    assertThat(view.subject()).isEqualTo("你好");
    assertThat(view.at()).isEqualTo("2026-03-01T08:00:00Z");
    assertThat(view.text()).startsWith("Look: ");
    assertThat(view.html()).startsWith("<p>");
    assertThat(view.headers()).containsEntry("List-Unsubscribe", "<http://localhost:8080/u/abc>");
  }

  @Test
  void listsEachLinkOnceAsItIsFollowed() {
    assertThat(view.links())
        .containsExactly(
            "http://localhost:8080/c/abc",
            "http://localhost:8080/s?a=1&b=2",
            "http://localhost:8080/u/abc");
  }
}
