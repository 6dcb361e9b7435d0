package dev.trellis.aws.lambda;

import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import java.util.LinkedHashMap;

/**
 * What is said where no page of our own can be: as JSON to whoever speaks it, else as a plain page
 * in the languages of the house, since whoever knows the visitor's is what failed.
 */
public enum Apology {
  UNREADABLE(
      400, "What you sent could not be read. Please go back and try again.", "您发送的内容无法读取，请返回重试。"),
  FAILED(
      503, "Something went wrong on our side. Please try again in a moment.", "我们的系统出了问题，请稍后再试。");

  private static final int REFERENCE = 8;
  private static final String RETRY_AFTER = "5";
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Please try again · 请重试</title>
      <p>%s</p>
      <p lang="zh">%s</p>
      %s</html>
      """;

  private final int status;
  private final String english;
  private final String chinese;

  Apology(int status, String english, String chinese) {
    this.status = status;
    this.english = english;
    this.chinese = chinese;
  }

  /** A new reference: what a visitor can quote, and what the log line of the failure holds. */
  public static String reference() {
    return Ids.random().substring(0, REFERENCE);
  }

  public Response to(boolean wantsJson) {
    return to(wantsJson, "");
  }

  /**
   * @param reference by which the failure is found in the log; empty if nothing failed
   */
  public Response to(boolean wantsJson, String reference) {
    var response = wantsJson ? json(reference) : page(reference);
    response = response.withHeader("cache-control", "no-store");
    return this == FAILED ? response.withHeader("retry-after", RETRY_AFTER) : response;
  }

  private Response json(String reference) {
    var body = new LinkedHashMap<String, String>();
    body.put("error", english);
    if (!reference.isEmpty()) {
      body.put("reference", reference);
    }
    return Response.json(status, Json.compose(body));
  }

  private Response page(String reference) {
    var quote = reference.isEmpty() ? "" : "<p><code>" + reference + "</code></p>\n";
    return Response.html(status, PAGE.formatted(english, chinese, quote))
        .withHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'")
        .withHeader("x-content-type-options", "nosniff");
  }
}
