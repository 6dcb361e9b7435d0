package dev.trellis.checks.events;

import module java.base;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trellis.core.json.Json;

/** A mail provider, a secret store and a CRM that say yes to everything and remember it. */
final class Outside implements AutoCloseable {

  private static final String CRM = "/crm";
  private static final String SENT =
      """
      <SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>\
      <MessageId>message-1</MessageId></SendRawEmailResult></SendRawEmailResponse>\
      """;

  private static final String QUOTA =
      """
      <GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><GetSendQuotaResult>\
      <SentLast24Hours>0</SentLast24Hours><Max24HourSend>50000</Max24HourSend>\
      <MaxSendRate>1000</MaxSendRate></GetSendQuotaResult></GetSendQuotaResponse>
      """;

  private static final String STATISTICS =
      """
      <GetSendStatisticsResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">\
      <GetSendStatisticsResult><SendDataPoints/></GetSendStatisticsResult>\
      </GetSendStatisticsResponse>
      """;

  private final HttpServer server;
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final List<String> handoffs = new CopyOnWriteArrayList<>();
  private final AtomicInteger secretsRead = new AtomicInteger();

  /**
   * @param signing the key that the installation signs with
   */
  Outside(String signing) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> answer(exchange, signing));
    server.start();
  }

  /** The endpoint of the AWS services. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String crmUrl() {
    return url() + CRM;
  }

  /** Requests to send a mail, as they came. */
  List<String> mails() {
    return mails;
  }

  /** Bodies of the hand-offs. */
  List<String> handoffs() {
    return handoffs;
  }

  /** How often a secret was asked for. */
  int secretsRead() {
    return secretsRead.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String answer(HttpExchange exchange, String body, String signing) {
    if (exchange.getRequestHeaders().containsKey("X-Amz-Target")) {
      secretsRead.incrementAndGet();
      return secrets(signing);
    } else if (exchange.getRequestURI().getPath().equals(CRM)) {
      handoffs.add(body);
      return "{\"crmId\":\"42\"}";
    }
    if (exchange.getRequestURI().getPath().equals("/.well-known/openid-configuration")) {
      return Json.compose(
          Map.of(
              "issuer", url(), "authorization_endpoint", url() + "/authorize", "jwks_uri", url()));
    }
    if (body.contains("Action=GetSendQuota")) {
      return QUOTA;
    } else if (body.contains("Action=GetSendStatistics")) {
      return STATISTICS;
    }
    mails.add(body);
    return SENT;
  }

  private String secrets(String signing) {
    var secret =
        Map.of(
            "signing",
            signing,
            "links",
            signing,
            "issuer",
            url(),
            "client",
            "console",
            "secret",
            "",
            "roles",
            "roles",
            "crm.stand-in",
            Keys.WEBHOOK,
            "events",
            Keys.WEBHOOK);
    return Json.compose(Map.of("SecretString", Json.compose(secret)));
  }

  private void answer(HttpExchange exchange, String signing) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var bytes = answer(exchange, body, signing).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
