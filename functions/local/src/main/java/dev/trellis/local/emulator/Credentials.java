package dev.trellis.local.emulator;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** What the emulators take for a sign-in: they check nothing. */
public final class Credentials {

  public static final String KEY_ID = "local";
  public static final String KEY = "local";

  private Credentials() {}

  static <B extends AwsClientBuilder<B, C>, C> B apply(B builder, String url, String region) {
    return builder
        .region(Region.of(region))
        .endpointOverride(URI.create(url))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, KEY)));
  }
}
