package dev.trellis.aws.lambda;

import module java.base;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.trellis.aws.Trace;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;

/** Between the HTTP API's payload format 2.0 and core's {@link Request} and {@link Response}. */
public final class Http {

  private static final List<String> TEXT_TYPES =
      List.of("text/", "application/json", "application/xml", "image/svg+xml");

  private Http() {}

  /**
   * Answers one event; a body that is not the base64 it claims to be gets a 400. An unexpected
   * failure is answered with a reference that its log line holds too, and {@code HEAD} like {@code
   * GET} without the body.
   */
  public static APIGatewayV2HTTPResponse answer(
      APIGatewayV2HTTPEvent event, Function<Request, Response> useCase) {
    var at = Instant.ofEpochMilli(event.getRequestContext().getTimeEpoch());
    var header = headers(event).get(Trace.HEADER);
    return Trace.ofRequest(header, at)
        .during(() -> Metrics.during(() -> answerTraced(event, useCase)));
  }

  private static APIGatewayV2HTTPResponse answerTraced(
      APIGatewayV2HTTPEvent event, Function<Request, Response> useCase) {
    byte[] body;
    try {
      body = body(event);
    } catch (IllegalArgumentException e) {
      return response(Apology.UNREADABLE.to(request(event, new byte[0]).wantsJson()));
    }
    var request = request(event, body);
    var response = response(answer(request, useCase));
    if (request.method().equals("HEAD")) {
      response.setBody("");
    }
    return response;
  }

  private static Response answer(Request request, Function<Request, Response> useCase) {
    try {
      return useCase.apply(request);
    } catch (RuntimeException | StackOverflowError e) {
      var reference = Apology.reference();
      Log.failure("not answered", e, "status", "503", "reference", reference);
      return Apology.FAILED.to(request.wantsJson(), reference);
    }
  }

  private static Request request(APIGatewayV2HTTPEvent event, byte[] body) {
    var headers = headers(event);
    var http = event.getRequestContext().getHttp();
    return new Request(
        http.getMethod(),
        event.getRawPath(),
        orEmpty(event.getPathParameters()),
        orEmpty(event.getQueryStringParameters()),
        headers,
        cookies(event.getCookies(), headers.get("cookie")),
        body,
        http.getSourceIp());
  }

  private static Map<String, String> headers(APIGatewayV2HTTPEvent event) {
    var headers = new TreeMap<String, String>();
    orEmpty(event.getHeaders()).forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), v));
    return headers;
  }

  private static byte[] body(APIGatewayV2HTTPEvent event) {
    if (event.getBody() == null) {
      return new byte[0];
    }
    return event.getIsBase64Encoded()
        ? Base64.getDecoder().decode(event.getBody())
        : event.getBody().getBytes(StandardCharsets.UTF_8);
  }

  /** The first cookie of a name counts: browsers send the one with the longest path first. */
  private static Map<String, String> cookies(List<String> list, String header) {
    var cookies = new LinkedHashMap<String, String>();
    var texts = list == null ? header == null ? List.<String>of() : List.of(header) : list;
    for (var text : texts) {
      for (var pair : text.split(";")) {
        int at = pair.indexOf('=');
        if (at > 0) {
          cookies.putIfAbsent(pair.substring(0, at).strip(), pair.substring(at + 1).strip());
        }
      }
    }
    return cookies;
  }

  private static APIGatewayV2HTTPResponse response(Response response) {
    var isText = isText(response.headers().getOrDefault("content-type", "text/plain"));
    var out = new APIGatewayV2HTTPResponse();
    out.setStatusCode(response.status());
    out.setHeaders(response.headers());
    out.setCookies(response.cookies());
    out.setIsBase64Encoded(!isText);
    out.setBody(
        isText
            ? new String(response.body(), StandardCharsets.UTF_8)
            : Base64.getEncoder().encodeToString(response.body()));
    return out;
  }

  private static boolean isText(String mediaType) {
    var type = mediaType.toLowerCase(Locale.ROOT);
    return TEXT_TYPES.stream().anyMatch(type::startsWith);
  }

  private static Map<String, String> orEmpty(Map<String, String> map) {
    return map == null ? Map.of() : map;
  }
}
