package dev.trellis.local.surface;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.journey.JourneyChange;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookException;
import dev.trellis.core.playbook.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Journeys: a list, pictures, and what a changed one would do to those on their way. */
final class JourneyDesk {

  private static final Pattern ONE =
      Pattern.compile("(GET|POST) /local/journeys/([a-z0-9-]+)(\\.svg)?");

  private final JourneysView journeys;
  private final Playbook playbook;

  JourneyDesk(LeadItems items, Playbook playbook) {
    this.journeys = new JourneysView(items, playbook);
    this.playbook = playbook;
  }

  /** Answers the routes below {@code /local/journeys}; empty if it is not one of ours. */
  Optional<Response> answer(Request request, String route, Words words, boolean wantsHtml) {
    if (route.equals("GET /local/journeys")) {
      var all = journeys.all();
      return Optional.of(
          wantsHtml
              ? Response.html(200, new JourneyPage(playbook, words).html(all))
              : json(200, all));
    }
    var one = ONE.matcher(route);
    if (!one.matches() || one.group(1).equals("GET") == (one.group(3) == null)) {
      return Optional.empty();
    }
    var id = one.group(2);
    if (!playbook.journeys().containsKey(id)) {
      return Optional.of(json(404, Map.of("error", "there is no such journey")));
    }
    return one.group(1).equals("POST")
        ? Optional.of(change(id, request.text()))
        : journeys.picture(id, words.language()).map(JourneyDesk::svg);
  }

  private Response change(String id, String yaml) {
    var today = playbook.journeys().get(id);
    try {
      var changed = ChangedPlaybook.with(playbook.root(), "journeys/" + id + ".yaml", yaml);
      var journey = changed.journeys().get(id);
      return JourneyChange.isUnannounced(today, journey)
          ? refused(List.of(unannounced(id, yaml, today.version())))
          : json(
              200,
              tree(
                  JourneyChange.of(
                      today, journey, changed.formerJourneys(), journeys.travellers(id))));
    } catch (PlaybookException e) {
      return refused(e.problems());
    }
  }

  private static Map<String, Object> tree(JourneyChange change) {
    var view = new LinkedHashMap<String, Object>();
    view.put("journey", change.journey());
    view.put("from", change.from());
    view.put("to", change.to());
    view.put("stay", trees(change.stay()));
    view.put("move", trees(change.move()));
    view.put("end", trees(change.end()));
    view.put("twice", trees(change.twice()));
    view.put("leftOut", trees(change.leftOut()));
    return view;
  }

  private static List<Object> trees(List<?> all) {
    return all.stream().map(Json::tree).toList();
  }

  private static Problem unannounced(String id, String yaml, int today) {
    var lines = yaml.lines().toList();
    int line = 1;
    for (int i = 0; i < lines.size(); i++) {
      line = lines.get(i).startsWith("version:") ? i + 1 : line;
    }
    return new Problem(
        "journeys/" + id + ".yaml",
        line,
        "has changed, and the version has not been raised",
        "Write version: " + (today + 1));
  }

  private static Response refused(List<Problem> problems) {
    return json(422, Map.of("problems", trees(problems)));
  }

  private static Response svg(String picture) {
    return Response.of(
        200, "image/svg+xml; charset=utf-8", picture.getBytes(StandardCharsets.UTF_8));
  }

  private static Response json(int status, Object tree) {
    return Response.json(status, Json.compose(tree));
  }
}
