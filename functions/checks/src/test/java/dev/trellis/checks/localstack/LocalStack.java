package dev.trellis.checks.localstack;

import module java.base;

import org.junit.jupiter.api.Assumptions;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack, started by the first test that needs it and ended with this process: in a container
 * ({@code -Plocalstack}), as a process of its own ({@code -Pproof}), or one that runs already
 * ({@code -Dlocalstack=http://…}).
 */
public final class LocalStack {

  private static final String IMAGE = "localstack/localstack:4.7.0";
  private static final String HOW = System.getProperty("localstack", "container");

  private LocalStack() {}

  /** Where it listens; where it cannot be started, the test that asks is skipped, and says why. */
  public static String url() {
    needed(Started.LOCAL_STACK.obstacle());
    return Started.LOCAL_STACK.url();
  }

  /** Skips the test that asks if there is an obstacle. */
  public static void needed(Optional<String> obstacle) {
    obstacle.ifPresent(reason -> System.out.println("LocalStack tests are skipped: " + reason));
    Assumptions.assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
  }

  /** An endpoint, or why there is none. */
  record Endpoint(String url, Optional<String> obstacle) {

    static Endpoint at(String url) {
      return new Endpoint(url, Optional.empty());
    }

    static Endpoint none(String reason) {
      return new Endpoint("", Optional.of(reason));
    }
  }

  private static final class Started {

    static final Endpoint LOCAL_STACK =
        switch (HOW) {
          case "container" -> container();
          case "process" -> LocalStackProcess.start();
          default -> Endpoint.at(HOW);
        };

    private static Endpoint container() {
      var obstacle = Docker.obstacle(IMAGE);
      if (obstacle.isPresent()) {
        return Endpoint.none(obstacle.get());
      }
      var container =
          new LocalStackContainer(DockerImageName.parse(IMAGE))
              .withServices("dynamodb", "sqs", "ses", "secretsmanager");
      container.start();
      Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
      return Endpoint.at(container.getEndpoint().toString());
    }
  }
}
