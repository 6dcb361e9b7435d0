package dev.trellis.aws;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** The settings that all AWS clients share: region, endpoint, credentials and time limits. */
public final class ClientSettings {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private static final ScopedValue<Gate> GATE = ScopedValue.newInstance();

  private ClientSettings() {}

  /** Stands between a function and AWS. */
  public interface Gate {
    <C> C before(Class<C> service, C client);
  }

  /** Does something, such as constructing handlers, whose clients go through this gate. */
  public static <T> T passing(Gate gate, Supplier<T> work) {
    return ScopedValue.where(GATE, gate).call(work::get);
  }

  /** The client as it is to be used: through the gate, if there is one. */
  public static <C> C behindGate(Class<C> service, C client) {
    return GATE.isBound() ? GATE.get().before(service, client) : client;
  }

  /** Builds a client; {@code service} names its endpoint variable, as in {@code SQS}. */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
      B builder, String service, Environment environment) {
    return build(builder, service, environment, ANSWER);
  }

  /** Builds a client that waits for an answer no longer than {@code answer}. */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
      B builder, String service, Environment environment, Duration answer) {
    builder.region(Region.of(environment.need("AWS_REGION")));
    builder.httpClientBuilder(
        UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(answer));
    environment
        .find("AWS_ENDPOINT_URL_" + service)
        .ifPresent(url -> {
          builder.endpointOverride(URI.create(url));
          environment
              .find("AWS_ACCESS_KEY_ID")
              .map(id -> AwsBasicCredentials.create(id, secretKey(environment)))
              .map(StaticCredentialsProvider::create)
              .ifPresent(builder::credentialsProvider);
        });
    return builder.build();
  }

  private static String secretKey(Environment environment) {
    return environment.find("AWS_SECRET_ACCESS_KEY").orElse("none");
  }
}
