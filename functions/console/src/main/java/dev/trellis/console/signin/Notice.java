package dev.trellis.console.signin;

import dev.trellis.console.html.Html;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One sentence to whoever could not be let in, or asked for what there is not, in both languages:
 * they have chosen none yet.
 */
public final class Notice {

  private static final Map<Integer, String> ZH =
      Map.of(
          404, "没有找到，可能已被删除或合并。",
          409, "现在不能这样做，情况已有变化。",
          422, "请求有误，请检查后重试。");

  private Notice() {}

  /** One page. */
  public static Response of(int status, Request request, String en, String zh) {
    return page(status, en, zh, SignIn.BEGIN, "登录 · Sign in");
  }

  /** What is refused in JSON, for a browser: the same as a page with a way back. */
  public static Response readable(Request request, Response response) {
    var isJson = response.headers().getOrDefault("content-type", "").startsWith("application/json");
    var wantsHtml = request.header("accept").filter(a -> a.contains("text/html")).isPresent();
    if (response.status() < 400 || !isJson || !wantsHtml) {
      return response;
    }
    var error = Json.parse(new String(response.body(), StandardCharsets.UTF_8)).get("error");
    return error instanceof String en
        ? page(
            response.status(),
            en,
            ZH.getOrDefault(response.status(), ZH.get(422)),
            SignIn.BASE,
            "返回 · Back")
        : response;
  }

  private static Response page(int status, String en, String zh, String way, String back) {
    return Response.html(
            status,
            """
            <!doctype html><html lang="en"><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width, initial-scale=1">\
            <title>Trellis</title><h1 lang="zh">%s</h1><p>%s</p>\
            <p><a href="%s">%s</a></p></html>\
            """
                .formatted(Html.escape(zh), Html.escape(en), way, back))
        .withHeader("cache-control", "no-store");
  }
}
