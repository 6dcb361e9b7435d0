package dev.trellis.console.desk;

import dev.trellis.console.html.Words;
import dev.trellis.console.page.JourneyPage;
import dev.trellis.console.view.JourneysView;
import dev.trellis.console.view.Leads;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.journey.JourneyChange;
import dev.trellis.core.journey.JourneyChange.Ending;
import dev.trellis.core.journey.JourneyChange.Traveller;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.PlaybookException;
import dev.trellis.playbook.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Journeys: a list, pictures, and what adding, changing or removing one would do to people. */
public final class JourneyDesk {

  private static final Pattern ONE =
      Pattern.compile("(GET|POST|DELETE) /local/journeys/([a-z0-9-]+)(\\.svg)?");

  private final JourneysView journeys;
  private final Playbook playbook;

  public JourneyDesk(Leads leads) {
    this.journeys = new JourneysView(leads);
    this.playbook = leads.playbook();
  }

  /** Answers the routes below {@code /local/journeys}; empty if it is not one of ours. */
  public Optional<Response> answer(Request request, String route, Words words, boolean wantsHtml) {
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
    if (!one.group(1).equals("POST") && today(id).isEmpty()) {
      return Optional.of(json(404, Map.of("error", "there is no such journey")));
    }
    return switch (one.group(1)) {
      case "POST" -> Optional.of(change(id, request.text()));
      case "DELETE" -> Optional.of(removal(id));
      default -> journeys.picture(id, words.language()).map(JourneyDesk::svg);
    };
  }

  private Response change(String id, String yaml) {
    try {
      var changed = ChangedPlaybook.with(playbook.root(), file(id), yaml);
      return today(id)
          .filter(today -> JourneyChange.isUnannounced(today, changed.journeys().get(id)))
          .map(today -> refused(List.of(unannounced(id, yaml, today.version()))))
          .orElseGet(() -> told(id, changed));
    } catch (PlaybookException e) {
      return refused(e.problems());
    }
  }

  private Response removal(String id) {
    try {
      return told(id, ChangedPlaybook.without(playbook.root(), file(id)));
    } catch (PlaybookException e) {
      return refused(e.problems());
    }
  }

  private Response told(String id, Playbook changed) {
    var change =
        JourneyChange.of(
            id,
            today(id),
            Optional.ofNullable(changed.journeys().get(id)),
            changed.formerJourneys(),
            journeys.travellers(id));
    var view = new LinkedHashMap<String, Object>();
    view.put("journey", change.journey());
    view.put("from", change.from());
    view.put("to", change.to());
    view.put("stay", places(change.stay()));
    view.put("move", places(change.move()));
    view.put("end", change.end().stream().map(JourneyDesk::ending).toList());
    view.put("twice", places(change.twice()));
    view.put("leftOut", places(change.leftOut()));
    view.put("begin", journeys.beginners(id, changed));
    return json(200, view);
  }

  private Optional<Journey> today(String id) {
    return Optional.ofNullable(playbook.journeys().get(id));
  }

  private static List<Map<String, Object>> places(List<Traveller> travellers) {
    return travellers.stream().map(JourneyDesk::place).toList();
  }

  private static Map<String, Object> place(Traveller traveller) {
    var view = new LinkedHashMap<String, Object>();
    view.put("lead", traveller.lead());
    view.put("version", traveller.version());
    view.put("step", traveller.step());
    return view;
  }

  private static Map<String, Object> ending(Ending ending) {
    var view = place(ending.traveller());
    view.put("outcome", ending.outcome());
    return view;
  }

  private static String file(String id) {
    return "journeys/" + id + ".yaml";
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
        file(id),
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
