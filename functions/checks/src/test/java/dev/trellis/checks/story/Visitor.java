package dev.trellis.checks.story;

import module java.base;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A person with a browser of their own: keeps cookies, sends hidden fields back, follows nothing.
 */
final class Visitor {

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  /** A browser's; what says nothing or names a library is a program. */
  static final String AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0";

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final String url;
  private final String language;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  Visitor(String url, String language) {
    this.url = url;
    this.language = language;
  }

  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<byte[]> head(String path) throws IOException, InterruptedException {
    return send(request(path).HEAD());
  }

  HttpResponse<byte[]> delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE());
  }

  String page(String path) throws IOException, InterruptedException {
    return text(get(path));
  }

  /** The same where there is JSON as well. */
  String html(String path) throws IOException, InterruptedException {
    return text(send(request(path).header("Accept", "text/html").GET()));
  }

  /** Opens a form; the answer is what its page would send back besides the answers. */
  Map<String, String> open(String path) throws IOException, InterruptedException {
    var hidden = new LinkedHashMap<String, String>();
    var found = HIDDEN.matcher(page(path));
    while (found.find()) {
      hidden.put(found.group(1), found.group(2));
    }
    return hidden;
  }

  HttpResponse<byte[]> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    var body =
        fields.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return post(path, "application/x-www-form-urlencoded", body);
  }

  HttpResponse<byte[]> post(String path, String mediaType, String body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", mediaType)
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : url + path))
            .header("User-Agent", AGENT)
            .header("Accept-Language", language);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(c -> c.getKey() + "=" + c.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var response = http.send(request.build(), BodyHandlers.ofByteArray());
    for (var cookie : response.headers().allValues("set-cookie")) {
      var pair = cookie.split(";")[0].split("=", 2);
      cookies.put(pair[0], pair[1]);
    }
    return response;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
