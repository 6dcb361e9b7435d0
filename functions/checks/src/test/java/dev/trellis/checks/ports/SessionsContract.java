package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.Sessions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the console may expect of any {@link Sessions}. */
abstract class SessionsContract {

  private static final Instant NOW = Sample.NOON;
  private static final Instant UNTIL = NOW.plus(Duration.ofMillis(1_500));

  private final Sessions sessions = ports().sessions();
  private final String secret = Ids.random();

  abstract Ports ports();

  @Test
  void remembersUntilItsTimeIsOver() {
    sessions.keep(secret, "{\"of\":\"李娜\"}", UNTIL);
    assertThat(sessions.find(secret, NOW)).contains("{\"of\":\"李娜\"}");
    assertThat(sessions.find(secret, UNTIL.minusMillis(1))).isPresent();
    assertThat(sessions.find(secret, UNTIL)).isEmpty();
    assertThat(sessions.find(secret + "x", NOW)).isEmpty();
  }

  @Test
  void remembersTheLatestAlone() {
    sessions.keep(secret, "{\"n\":1}", UNTIL);
    sessions.keep(secret, "{\"n\":2}", UNTIL.plusSeconds(9));
    assertThat(sessions.find(secret, UNTIL)).contains("{\"n\":2}");
  }

  @Test
  void whatIsTakenIsGone() {
    sessions.keep(secret, "{}", UNTIL);
    assertThat(sessions.take(secret, NOW)).contains("{}");
    assertThat(sessions.take(secret, NOW)).isEmpty();
    assertThat(sessions.find(secret, NOW)).isEmpty();
  }

  @Test
  void whatIsOverCannotBeTaken() {
    sessions.keep(secret, "{}", UNTIL);
    assertThat(sessions.take(secret, UNTIL)).isEmpty();
  }
}
