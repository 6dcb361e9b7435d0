package dev.trellis.console.signin;

import dev.trellis.console.html.Html;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;

/** One sentence to whoever could not be let in, in both languages: they have chosen none yet. */
public final class Notice {

  private Notice() {}

  /** One page. */
  public static Response of(int status, Request request, String en, String zh) {
    return Response.html(
            status,
            """
            <!doctype html><html lang="en"><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width, initial-scale=1">\
            <title>Trellis</title><h1 lang="zh">%s</h1><p>%s</p>\
            <p><a href="%s">登录 · Sign in</a></p></html>\
            """
                .formatted(Html.escape(zh), Html.escape(en), SignIn.BEGIN))
        .withHeader("cache-control", "no-store");
  }
}
