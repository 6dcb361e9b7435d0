package dev.trellis.console.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mail as its reader sees it. */
public record MailView(
    String to,
    String subject,
    String at,
    Map<String, String> headers,
    String text,
    String html,
    List<String> links) {

  public Map<String, Object> tree() {
    var view = new LinkedHashMap<String, Object>();
    view.put("to", to);
    view.put("subject", subject);
    view.put("at", at);
    view.put("headers", headers);
    view.put("text", text);
    view.put("html", html);
    view.put("links", links);
    return view;
  }
}
