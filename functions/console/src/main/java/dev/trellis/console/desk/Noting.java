package dev.trellis.console.desk;

import module java.base;

import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.core.port.Audit;
import dev.trellis.core.port.Audit.Deed;

/**
 * Notes what is done at an entrance, and what is taken away there: the route as a pattern, never
 * what was said. Of what was not found or not taken no lead is noted, since anything may stand for
 * its id.
 */
public record Noting(Audit audit, InstantSource clock) {

  /** The same entrance; looking alone is not noted. */
  public Entrance of(Entrance entrance) {
    return isDeed(entrance)
        ? new Entrance(
            entrance.role(), entrance.method(), entrance.path(), visit -> noted(entrance, visit))
        : entrance;
  }

  private static boolean isDeed(Entrance entrance) {
    return !entrance.method().equals("GET")
        || entrance.path().endsWith("/export")
        || entrance.path().endsWith(".csv");
  }

  private Response noted(Entrance entrance, Visit visit) {
    int outcome = 500;
    try {
      var answer = entrance.useCase().apply(visit);
      outcome = answer.status();
      return answer;
    } catch (IllegalArgumentException | MessageFormatException e) {
      outcome = 422;
      throw e;
    } finally {
      note(entrance, visit, outcome);
    }
  }

  private void note(Entrance entrance, Visit visit, int outcome) {
    var lead =
        entrance.path().startsWith("/leads/{id}")
            ? visit.request().parameter("id")
            : visit.request().parameter("lead");
    audit.note(
        Deed.now(
            clock.instant(),
            visit.actor(),
            visit.member().role().name().toLowerCase(Locale.ROOT),
            entrance.method() + " " + entrance.path(),
            lead.filter(_ -> outcome < 400).orElse(null),
            outcome));
  }
}
