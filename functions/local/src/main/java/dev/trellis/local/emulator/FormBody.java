package dev.trellis.local.emulator;

import module java.base;

/** A body of type {@code application/x-www-form-urlencoded}. */
public final class FormBody {

  private FormBody() {}

  public static Map<String, String> parse(String body) {
    var fields = new LinkedHashMap<String, String>();
    for (var pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
