package dev.trellis.aws.lambda;

import module java.base;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** Takes requests of the HTTP API, and reads them itself. */
public interface HttpHandler
    extends RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, RequestStreamHandler {

  @Override
  default void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Streams.answer(in, out, event -> told(handleRequest(read(event), context)));
  }

  /** A request as Lambda hands it over; whoever an authorizer let in is left: there is none. */
  static APIGatewayV2HTTPEvent read(Map<String, Object> event) {
    return APIGatewayV2HTTPEvent.builder()
        .withVersion(Streams.text(event, "version"))
        .withRouteKey(Streams.text(event, "routeKey"))
        .withRawPath(Streams.text(event, "rawPath"))
        .withRawQueryString(Streams.text(event, "rawQueryString"))
        .withCookies(event.get("cookies") instanceof List<?> all ? Streams.list(all) : null)
        .withHeaders(Streams.texts(event, "headers"))
        .withQueryStringParameters(Streams.texts(event, "queryStringParameters"))
        .withPathParameters(Streams.texts(event, "pathParameters"))
        .withBody(Streams.text(event, "body"))
        .withIsBase64Encoded(Boolean.TRUE.equals(event.get("isBase64Encoded")))
        .withRequestContext(context(Streams.map(event, "requestContext")))
        .build();
  }

  private static RequestContext context(Map<String, Object> told) {
    var http = Streams.map(told, "http");
    return RequestContext.builder()
        .withRouteKey(Streams.text(told, "routeKey"))
        .withAccountId(Streams.text(told, "accountId"))
        .withStage(Streams.text(told, "stage"))
        .withApiId(Streams.text(told, "apiId"))
        .withDomainName(Streams.text(told, "domainName"))
        .withDomainPrefix(Streams.text(told, "domainPrefix"))
        .withTime(Streams.text(told, "time"))
        .withTimeEpoch(told.get("timeEpoch") instanceof Number n ? n.longValue() : 0)
        .withRequestId(Streams.text(told, "requestId"))
        .withHttp(
            RequestContext.Http.builder()
                .withMethod(Streams.text(http, "method"))
                .withPath(Streams.text(http, "path"))
                .withProtocol(Streams.text(http, "protocol"))
                .withSourceIp(Streams.text(http, "sourceIp"))
                .withUserAgent(Streams.text(http, "userAgent"))
                .build())
        .build();
  }

  private static Map<String, Object> told(APIGatewayV2HTTPResponse response) {
    var told = new LinkedHashMap<String, Object>();
    told.put("statusCode", response.getStatusCode());
    told.put("headers", response.getHeaders());
    told.put("cookies", response.getCookies());
    told.put("isBase64Encoded", response.getIsBase64Encoded());
    told.put("body", response.getBody());
    return told;
  }
}
