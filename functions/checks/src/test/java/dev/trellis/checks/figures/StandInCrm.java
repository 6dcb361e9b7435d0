package dev.trellis.checks.figures;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A CRM that takes every hand-off at once. */
final class StandInCrm {

  private StandInCrm() {}

  static void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var id = exchange.getRequestHeaders().getFirst("webhook-id");
      var answer = "{\"crmId\":\"%s\"}".formatted(id).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("content-type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
