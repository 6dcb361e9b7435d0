package dev.trellis.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.local.emulator.HttpListener;
import dev.trellis.local.template.LambdaFunction;
import dev.trellis.local.template.LambdaFunction.Route;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpFrontTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private RunningFunction function;
  private HttpListener server;

  @BeforeEach
  void start() throws IOException {
    var routes =
        List.of(
            new Route("GET", "/p/{page}"),
            new Route("GET", "/p/{page}/file"),
            new Route("GET", "/p/fixed"),
            new Route("POST", "/p/{page}"));
    var echo =
        new LambdaFunction(
            "Echo",
            EchoHandler.class.getName(),
            new TreeMap<>(Map.of("GREETING", "hello")),
            Duration.ofSeconds(3),
            OptionalInt.empty(),
            routes,
            List.of(),
            List.of());
    function =
        RunningFunction.start(echo, Map.of(), Supplier::get, Clock.systemUTC(), new Activity());
    server = HttpListener.bind(0);
    server.serve(new HttpFront(List.of(function), _ -> Optional.empty(), Clock.systemUTC()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void givesTheHandlerWhatApiGatewayWould() throws Exception {
    var answer =
        send(
            request("/p/a%20b?x=1&x=2&y=%E4%BD%A0")
                .header("Cookie", "one=1; two=2")
                .header("X-Test", "first")
                .header("X-Test", "second"));

    assertThat(Json.parse(answer.body()))
        .containsEntry("greeting", "hello")
        .containsEntry("routeKey", "GET /p/{page}")
        .containsEntry("parameters", Map.of("page", "a b"))
        .containsEntry("query", Map.of("x", "1,2", "y", "你"))
        .containsEntry("cookies", List.of("one=1", "two=2"))
        .containsEntry("header", "first,second")
        .containsEntry("base64", false);
    assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1; Path=/", "b=2");
  }

  @Test
  void handsOverJsonAsTextAndWebFormsAsBase64() throws Exception {
    assertThat(post("application/json; charset=utf-8", "{\"a\":\"你\"}"))
        .containsEntry("base64", false)
        .containsEntry("body", "{\"a\":\"你\"}");
    assertThat(post("application/x-www-form-urlencoded", "a=1"))
        .containsEntry("base64", true)
        .containsEntry(
            "body", Base64.getEncoder().encodeToString("a=1".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void choosesTheMostSpecificPath() throws Exception {
    assertThat(Json.parse(send(request("/p/fixed")).body()))
        .containsEntry("routeKey", "GET /p/fixed");
    assertThat(Json.parse(send(request("/p/x/file")).body()))
        .containsEntry("routeKey", "GET /p/{page}/file");
  }

  @Test
  void answers404WithoutARoute() throws Exception {
    assertThat(send(request("/elsewhere")).statusCode()).isEqualTo(404);
    assertThat(send(request("/p/x/y")).statusCode()).isEqualTo(404);
    assertThat(send(request("/p/x").method("HEAD", BodyPublishers.noBody())).statusCode())
        .isEqualTo(404);
    assertThat(send(request("/p/x").DELETE()).statusCode()).isEqualTo(404);
  }

  @Test
  void whoeverComesFromElsewhereFindsTheDeployedRoutesAlone() throws Exception {
    var asked = new ArrayList<String>();
    Function<Request, Optional<Response>> own =
        request -> {
          asked.add(request.path());
          return Optional.of(Response.html(200, "own"));
        };
    server.close();
    server = HttpListener.bind(0);
    server.serve(new HttpFront(List.of(function), own, Clock.systemUTC(), _ -> false));

    for (var path : List.of("/", "/local/leads", "/local/crm/inbox", "/elsewhere", "/p/x/y")) {
      assertThat(send(request(path)).statusCode()).as(path).isEqualTo(403);
      assertThat(send(request(path).POST(BodyPublishers.ofString("{}"))).statusCode())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(send(request("/p/x")).statusCode()).isEqualTo(200);
    assertThat(asked).isEmpty();
  }

  @Test
  void answers500WhenAHandlerThrows() throws Exception {
    var answer = send(request("/p/broken"));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void takesTenMegabytesAndNotOneByteMore() throws Exception {
    int most = 10 * 1024 * 1024;

    assertThat(send(request("/p/x").POST(BodyPublishers.ofByteArray(new byte[most]))).statusCode())
        .isEqualTo(200);
    assertThat(
            send(request("/p/x").POST(BodyPublishers.ofByteArray(new byte[most + 1]))).statusCode())
        .isEqualTo(413);
  }

  private Map<String, Object> post(String type, String body) throws Exception {
    var request = request("/p/x").header("content-type", type);
    return Json.parse(send(request.POST(BodyPublishers.ofString(body))).body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
