package dev.trellis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("R4")
class MalformedSubmissionTest {

  private static final String HTML = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private final Stand stand = new Stand();

  static Stream<Arguments> bodies() {
    return Stream.of(
        form("a line break", "name=Lin%0D%0ABcc:x", 422),
        form("a NUL", "name=Lin%00", 422),
        form("a tabulator", "company=a%09b", 422),
        form("a line separator", "name=a%E2%80%A8b", 422),
        form("text turned right to left", "name=%E2%80%AEgnp.exe", 422),
        form("isolated direction", "name=%E2%81%A6x", 422),
        form("a line break in an address", "email=a%40example.com%0Ab", 422),
        form("a second address", "email=a%40example.com&email=b%40example.com", 422),
        form("an unknown option", "industry=war", 422),
        form("two options for one", "industry=finance&industry=retail", 422),
        form("bytes that are no UTF-8", "name=%FF%FE", 400),
        form("half a character", "name=%E4%BD", 400),
        form("overlong slash", "name=%C0%AF", 400),
        form("half an escape", "name=%4", 400),
        form("no escape at all", "name=100%", 400),
        form("JSON said to be a form", "{\"name\":\"x\"}", 422),
        raw("raw bytes that are no UTF-8", HTML, new byte[] {'a', '=', (byte) 0xFF}, 400),
        raw("JSON bytes that are no UTF-8", JSON, new byte[] {'{', (byte) 0xFF, '}'}, 400),
        json("a form said to be JSON", "name=Lin&email=a%40example.com", 400),
        json("nothing", "", 400),
        json("null", "null", 400),
        json("a list", "[{}]", 400),
        json("two documents", "{} {}", 400),
        json("a member twice", "{\"name\":1,\"name\":2}", 400),
        json("an object as answer", "{\"name\":{\"a\":1}}", 400),
        json("a list in a list", "{\"name\":[[1]]}", 400),
        json("depth", "{\"name\":" + "[".repeat(5000) + "]".repeat(5000) + "}", 400),
        json("depth of objects", "{\"a\":".repeat(3000) + "1" + "}".repeat(3000), 400),
        json("no number", "{\"name\":NaN}", 400),
        json("beyond numbers", "{\"name\":1e999999}", 400),
        json("half a pair", "{\"nonce\":\"$\",\"name\":\"\\ud800\"}", 422),
        json("an escaped line break", "{\"nonce\":\"$\",\"name\":\"a\\r\\nb\"}", 422),
        json("an escaped NUL", "{\"nonce\":\"$\",\"name\":\"\\u0000\"}", 422),
        raw("a file", "multipart/form-data; boundary=x", bytes("--x--"), 415),
        raw("text", "text/plain", bytes("nonce=$&name=Lin"), 415),
        raw("no type", "", bytes("nonce=$&name=Lin"), 415),
        raw("another charset", HTML + "; charset=gbk", bytes("nonce=$&name=Lin"), 415),
        raw("XML", "application/xml", bytes("<name/>"), 415),
        raw("one byte over 32 KB", HTML, bytes("a".repeat(32 * 1024 + 1)), 413),
        raw("one byte over 32 KB of JSON", JSON, bytes(" ".repeat(32 * 1024 + 1)), 413));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void isRefusedAndNothingIsSent(String what, String type, byte[] body, int status) {
    var nonce = bytes(stand.nonce("summit-deck"));
    var response = stand.post("/f/summit-deck", filled(body, nonce), "content-type", type);
    assertThat(response.status()).isEqualTo(status);
    assertThat(stand.queue.sent()).isEmpty();
  }

  /** Everything else is right, so only what is wrong can be the reason; $ stands for the nonce. */
  private static Arguments form(String what, String wrong, int status) {
    var field = wrong.substring(0, Math.max(0, wrong.indexOf('=')));
    var body = new StringBuilder("nonce=$&").append(wrong);
    Stand.lin("")
        .forEach((name, value) -> {
          if (!name.equals("nonce") && !name.equals(field) && !wrong.startsWith("{")) {
            body.append('&').append(name).append('=').append(value.replace(' ', '+'));
          }
        });
    return raw(what, HTML, bytes(body.toString()), status);
  }

  private static Arguments json(String what, String body, int status) {
    return raw(what, JSON, bytes(body), status);
  }

  private static Arguments raw(String what, String type, byte[] body, int status) {
    return Arguments.of(what, type, body, status);
  }

  private static byte[] filled(byte[] body, byte[] nonce) {
    var out = new ByteArrayOutputStream();
    for (var b : body) {
      if (b == '$') {
        out.writeBytes(nonce);
      } else {
        out.write(b);
      }
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
