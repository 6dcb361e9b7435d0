package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;
import module java.net.http;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * While a backlog of events is worked on by as many calls as the template gives to queues, visitors
 * and those who unsubscribe are answered as before. It measures time, so it runs on demand: {@code
 * -Dbacklog.events=6000} takes a minute and a half, 1000000 is the full size.
 */
@EnabledIfSystemProperty(named = "backlog.events", matches = "\\d+")
class BacklogTest {

  private static final int BACKLOG = Integer.getInteger("backlog.events", 0);

  private static final int AT_ONCE = 100;
  private static final int A_SECOND = 50;
  private static final int SECONDS = 3;

  /** What a person does not notice. */
  private static final Duration UNNOTICED = Duration.ofMillis(500);

  @TempDir private Path state;
  private Town town;

  @BeforeEach
  void start() throws Exception {
    town = new Town(state);
  }

  @AfterEach
  void stop() {
    town.close();
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void visitorsAndUnsubscribersAreAnsweredAsBefore() throws Exception {
    town.register("mei.lin@example.cn", Map.of());
    var leave =
        town.mailsTo("mei.lin@example.cn").getFirst().at("links").list().stream()
            .map(View::text)
            .filter(link -> link.contains("/u/"))
            .map(link -> link.substring(link.indexOf("/u/")))
            .findFirst()
            .orElseThrow();
    crowd(leave); // until all is compiled
    var before = crowd(leave);
    var partner = new Partner(town, state);
    for (int i = 0; i < BACKLOG; i += AT_ONCE) {
      assertThat(partner.tell(visits(i, Math.min(BACKLOG, i + AT_ONCE)))).isEqualTo(202);
    }

    var beside = crowd(leave);

    assertThat(isQuiet()).as("the backlog is worked off already").isFalse();
    System.out.printf(
        "beside %,d events: visitors %s (%s without), unsubscribing %s (%s without)%n",
        BACKLOG, of(beside, 0), of(before, 0), of(beside, 1), of(before, 1));
    assertThat(of(beside, 0)).isLessThan(UNNOTICED);
    assertThat(of(beside, 1)).isLessThan(UNNOTICED);
  }

  private boolean isQuiet() throws Exception {
    var asked =
        HttpRequest.newBuilder(URI.create(town.url() + "/local/idle")).timeout(UNNOTICED).build();
    try (var http = HttpClient.newHttpClient()) {
      http.send(asked, HttpResponse.BodyHandlers.discarding());
      return true;
    } catch (HttpTimeoutException e) {
      return false;
    }
  }

  /** Fifty come each second to see a form, and each tenth of them unsubscribes. */
  private List<List<Duration>> crowd(String leave) throws Exception {
    var looks = Collections.synchronizedList(new ArrayList<Duration>());
    var ends = Collections.synchronizedList(new ArrayList<Duration>());
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < A_SECOND * SECONDS; i++) {
        var leaves = i % 10 == 0;
        all.add(people.submit(() -> leaves ? ends.add(ended(leave)) : looks.add(looked())));
        Thread.sleep(1000 / A_SECOND);
      }
      for (var each : all) {
        each.get();
      }
    }
    return List.of(looks, ends);
  }

  private Duration looked() throws Exception {
    var visitor = town.visitor("en");
    var from = System.nanoTime();
    assertThat(visitor.get("/f/summit-deck").statusCode()).isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - from);
  }

  private Duration ended(String leave) throws Exception {
    var visitor = town.visitor("en");
    var from = System.nanoTime();
    assertThat(visitor.post(leave, Map.of("List-Unsubscribe", "One-Click")).statusCode())
        .isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - from);
  }

  /** How long nine of ten waited at most. */
  private static Duration of(List<List<Duration>> waits, int which) {
    var sorted = waits.get(which).stream().sorted().toList();
    return sorted.get(sorted.size() * 9 / 10).truncatedTo(ChronoUnit.MILLIS);
  }

  private List<Map<String, ?>> visits(int from, int to) {
    return IntStream.range(from, to)
        .<Map<String, ?>>mapToObj(number ->
            Map.of(
                "version",
                1,
                "id",
                "visit-" + number,
                "occurredAt",
                town.now().toString(),
                "channel",
                "web",
                "identities",
                List.of("email:person" + number + "@example.cn"),
                "happening",
                Map.of("kind", "PageVisited", "page", "/pricing", "seconds", 30)))
        .toList();
  }
}
