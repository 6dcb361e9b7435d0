package dev.trellis.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Test;

class HttpTest {

  private Request seen;

  @Test
  void handsOverAllPartsOfARequest() {
    var event = event("POST", "/f/summit-deck");
    event.setPathParameters(Map.of("form", "summit-deck"));
    event.setQueryStringParameters(Map.of("lang", "zh"));
    event.setHeaders(Map.of("Content-Type", "Application/JSON; charset=utf-8", "X-A", "1,2"));
    event.setCookies(List.of("visitor=a=b", "lang=zh"));
    event.setBody("名字");

    answer(event, Response.text(200, "ok"));

    assertThat(seen.method()).isEqualTo("POST");
    assertThat(seen.path()).isEqualTo("/f/summit-deck");
    assertThat(seen.parameter("form")).contains("summit-deck");
    assertThat(seen.query()).containsEntry("lang", "zh");
    assertThat(seen.header("x-a")).contains("1,2");
    assertThat(seen.mediaType()).isEqualTo("application/json");
    assertThat(seen.cookies()).isEqualTo(Map.of("visitor", "a=b", "lang", "zh"));
    assertThat(seen.text()).isEqualTo("名字");
  }

  @Test
  void takesWhatIsMissingForEmpty() {
    answer(event("GET", "/q/summit-talk"), Response.text(200, "ok"));
    assertThat(seen.pathParameters()).isEmpty();
    assertThat(seen.query()).isEmpty();
    assertThat(seen.headers()).isEmpty();
    assertThat(seen.cookies()).isEmpty();
    assertThat(seen.body()).isEmpty();
    assertThat(seen.mediaType()).isEmpty();
  }

  @Test
  void decodesABase64Body() {
    var event = event("POST", "/events");
    event.setIsBase64Encoded(true);
    event.setBody(Base64.getEncoder().encodeToString(new byte[] {0, -1, 1}));
    answer(event, Response.text(200, "ok"));
    assertThat(seen.body()).containsExactly(0, -1, 1);
  }

  @Test
  void refusesABodyThatIsNotTheBase64ItClaimsToBe() {
    var event = event("POST", "/events");
    event.setIsBase64Encoded(true);
    event.setBody("{\"plain\": true}");
    assertThat(answer(event, Response.text(200, "ok")).getStatusCode()).isEqualTo(400);
    assertThat(seen).isNull();
  }

  @Test
  void aFailureIsAnsweredWithTheReferenceThatItsLogLineHolds() {
    var out = System.out;
    var log = new ByteArrayOutputStream();
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    APIGatewayV2HTTPResponse page;
    try {
      page = failing(event("GET", "/u/secret"));
    } finally {
      System.setOut(out);
    }
    var reference = Pattern.compile("<code>([A-Za-z0-9_-]{8})</code>").matcher(page.getBody());
    assertThat(page.getStatusCode()).isEqualTo(503);
    assertThat(page.getHeaders()).containsEntry("retry-after", "5");
    assertThat(reference.find()).isTrue();
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("\"reference\":\"" + reference.group(1) + "\"", "IllegalStateException")
        .doesNotContain("secret", "what a person typed");
    assertThat(page.getBody()).doesNotContain("secret", "what a person typed", "Exception");
  }

  @Test
  void aFailureIsToldInJsonToWhoeverSpeaksIt() {
    var event = event("POST", "/events");
    event.setHeaders(Map.of("content-type", "application/json"));
    var answer = failing(event);
    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(Json.parse(answer.getBody())).containsOnlyKeys("error", "reference");
  }

  @Test
  void anOddTypeOfTheBodyIsNoTypeAtAll() {
    for (var type : List.of(";", "", " ; charset=utf-8")) {
      var event = event("POST", "/events");
      event.setHeaders(Map.of("content-type", type));
      assertThat(failing(event).getBody()).contains("<!DOCTYPE html>");
    }
  }

  @Test
  void answersHeadWithoutTheBody() {
    var answer = answer(event("HEAD", "/q/x.png"), Response.of(200, "image/png", new byte[] {1}));
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getHeaders()).containsEntry("content-type", "image/png");
    assertThat(answer.getBody()).isEmpty();
  }

  private static APIGatewayV2HTTPResponse failing(APIGatewayV2HTTPEvent event) {
    return dev.trellis.aws.lambda.Http.answer(
        event,
        _ -> {
          throw new IllegalStateException("what a person typed");
        });
  }

  @Test
  void readsCookiesFromTheHeaderWhereThereIsNoList() {
    var event = event("GET", "/");
    event.setHeaders(Map.of("Cookie", "visitor=1; lang=zh; visitor=2; broken"));
    answer(event, Response.text(200, "ok"));
    assertThat(seen.cookies()).isEqualTo(Map.of("visitor", "1", "lang", "zh"));
  }

  @Test
  void answersTextAsText() {
    for (var type : List.of("text/html; charset=utf-8", "application/json", "image/svg+xml")) {
      var body = "中文".getBytes(StandardCharsets.UTF_8);
      var answer = answer(event("GET", "/"), Response.of(200, type, body));
      assertThat(answer.getIsBase64Encoded()).isFalse();
      assertThat(answer.getBody()).isEqualTo("中文");
      assertThat(answer.getHeaders()).containsEntry("content-type", type);
    }
  }

  @Test
  void answersAnythingElseInBase64() {
    var answer = answer(event("GET", "/"), Response.of(200, "image/png", new byte[] {-119, 80}));
    assertThat(answer.getIsBase64Encoded()).isTrue();
    assertThat(Base64.getDecoder().decode(answer.getBody())).containsExactly(-119, 80);
  }

  @Test
  void answersStatusHeadersAndCookies() {
    var response = Response.seeOther("/f/summit-deck").withCookie("visitor=1; HttpOnly");
    var answer = answer(event("GET", "/"), response);
    assertThat(answer.getStatusCode()).isEqualTo(303);
    assertThat(answer.getHeaders()).containsEntry("location", "/f/summit-deck");
    assertThat(answer.getCookies()).containsExactly("visitor=1; HttpOnly");
    assertThat(answer.getBody()).isEmpty();
  }

  private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Response response) {
    return dev.trellis.aws.lambda.Http.answer(
        event,
        request -> {
          seen = request;
          return response;
        });
  }

  private static APIGatewayV2HTTPEvent event(String method, String path) {
    var http = new Http();
    http.setMethod(method);
    var context = new RequestContext();
    context.setHttp(http);
    var event = new APIGatewayV2HTTPEvent();
    event.setRawPath(path);
    event.setRequestContext(context);
    return event;
  }
}
