package dev.trellis.console.signin;

import module java.base;

import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.Sessions;

/**
 * Answers a form that is sent again, by a double click or because a page is loaded anew, as it was
 * answered the first time, and does nothing. Of two that come at the same time the second waits for
 * the answer to the first. Should both be done nevertheless, they tell one event of one id.
 */
final class Once {

  /** As long as somebody may go back to a page and send it again. */
  private static final Duration REMEMBERED = Duration.ofHours(12);

  /** Longer than any form takes; who has no answer by then may have died on the way. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(10);

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final int LOOKS = 30;

  /** An answer to a form is a way to a page, or a few words. */
  private static final int LONGEST = 4_000;

  private final Sessions sessions;
  private final InstantSource clock;

  Once(Sessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * @param status 0 while it is not known
   */
  private record Kept(int status, SortedMap<String, String> headers, String body) {

    static final Kept UNKNOWN = new Kept(0, new TreeMap<>(), "");

    // What is empty is not written.
    Kept {
      headers = headers == null ? new TreeMap<>() : headers;
      body = body == null ? "" : body;
    }

    static Kept of(Response answer) {
      return new Kept(
          answer.status(),
          new TreeMap<>(answer.headers()),
          new String(answer.body(), StandardCharsets.UTF_8));
    }

    Optional<Response> answer() {
      return status == 0
          ? Optional.empty()
          : Optional.of(
              new Response(status, headers, List.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** The same entrance, which does what a form says once; who signs out is gone the first time. */
  Entrance of(Entrance entrance) {
    return entrance.method().equals("POST") && !entrance.path().equals(SignIn.OUT)
        ? new Entrance(
            entrance.role(),
            entrance.method(),
            entrance.path(),
            visit ->
                visit
                    .form()
                    .map(form -> once("form:" + form, visit, entrance.useCase()))
                    .orElseGet(() -> entrance.useCase().apply(visit)))
        : entrance;
  }

  private Response once(String form, Visit visit, Function<Visit, Response> deed) {
    return before(form).orElseGet(() -> first(form, visit, deed));
  }

  private Response first(String form, Visit visit, Function<Visit, Response> deed) {
    sessions.keep(form, Json.write(Kept.UNKNOWN), clock.instant().plus(UNDER_WAY));
    Response answer = null;
    try {
      answer = deed.apply(visit);
    } finally {
      if (answer != null && answer.status() < 400 && answer.body().length <= LONGEST) {
        sessions.keep(form, Json.write(Kept.of(answer)), clock.instant().plus(REMEMBERED));
      } else {
        sessions.take(form, clock.instant());
      }
    }
    return answer;
  }

  // Whoever is under way answers soon; what was refused or died is asked anew.
  private Optional<Response> before(String form) {
    var kept = find(form);
    for (int look = 0; look < LOOKS && kept.filter(k -> k.status() == 0).isPresent(); look++) {
      rest();
      kept = find(form);
    }
    return kept.flatMap(Kept::answer);
  }

  private Optional<Kept> find(String form) {
    return sessions.find(form, clock.instant()).map(text -> Json.read(Kept.class, text));
  }

  private static void rest() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nobody waits for the answer any more", e);
    }
  }
}
