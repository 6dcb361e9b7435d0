package dev.trellis.checks.ports;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Loses the answer of the next write: it is done, and the caller does not learn it. */
final class LossyHttpClient implements SdkHttpClient {

  private final SdkHttpClient inner = UrlConnectionHttpClient.create();
  private final AtomicInteger toLose = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();

  void loseNextAnswer() {
    toLose.set(1);
    requests.set(0);
  }

  /** Writes since an answer was to be lost. */
  int requests() {
    return requests.get();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    var prepared = inner.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        var response = prepared.call();
        if (isRead(request)) {
          return response;
        }
        requests.incrementAndGet();
        if (toLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
          prepared.abort();
          throw new IOException("answer lost");
        }
        return response;
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  private static boolean isRead(HttpExecuteRequest request) {
    var target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
    return target.endsWith(".BatchGetItem")
        || target.endsWith(".GetItem")
        || target.endsWith(".Query");
  }

  @Override
  public void close() {
    inner.close();
  }
}
