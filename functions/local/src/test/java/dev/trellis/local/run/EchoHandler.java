package dev.trellis.local.run;

import module java.base;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.trellis.aws.Environment;
import dev.trellis.core.json.Json;

/** Answers what it was asked, so that a test can see what a handler gets. */
public final class EchoHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final String greeting = Environment.current().need("GREETING");

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    if (event.getRawPath().endsWith("/broken")) {
      throw new IllegalStateException("on purpose");
    }
    var seen = new LinkedHashMap<String, Object>();
    seen.put("greeting", greeting);
    seen.put("routeKey", event.getRouteKey());
    seen.put("method", event.getRequestContext().getHttp().getMethod());
    seen.put("parameters", event.getPathParameters());
    seen.put("query", event.getQueryStringParameters());
    seen.put("cookies", event.getCookies());
    seen.put("header", event.getHeaders().get("x-test"));
    seen.put("base64", event.getIsBase64Encoded());
    seen.put("body", event.getBody());
    var json = Json.compose(seen).getBytes(StandardCharsets.UTF_8);
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(200)
        .withHeaders(Map.of("content-type", "application/json"))
        .withCookies(List.of("a=1; Path=/", "b=2"))
        .withIsBase64Encoded(true)
        .withBody(Base64.getEncoder().encodeToString(json))
        .build();
  }
}
