package dev.trellis.capture;

import dev.trellis.capture.page.Notices;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.http.Route;
import dev.trellis.core.port.MessageQueue;
import java.util.List;

/**
 * Takes every request to the use case of its route. The only side effect of the whole function is
 * here: what happened is put on one queue, and only then is the visitor answered.
 */
public final class FrontDoor {

  private final List<Route<Answer>> routes;
  private final Notices notices;
  private final MessageQueue<LeadEvent> leadEvents;

  public FrontDoor(
      List<Route<Answer>> routes, Notices notices, MessageQueue<LeadEvent> leadEvents) {
    this.routes = List.copyOf(routes);
    this.notices = notices;
    this.leadEvents = leadEvents;
  }

  /**
   * One request, answered.
   *
   * @param route that served it; its pattern, never the path, which may hold a token
   * @param events ids of what was sent
   */
  public record Visit(String route, Response response, List<String> events) {}

  public Visit open(Request request) {
    if (request.isTooLong()) {
      return new Visit("none", notices.notice(413, request), List.of());
    }
    for (var route : routes) {
      var answer = route.answer(request);
      if (answer.isPresent()) {
        return visit(route, answer.get());
      }
    }
    return new Visit("none", notices.notFound(request), List.of());
  }

  /**
   * The answer to what failed, as when the queue cannot be reached: please send again.
   *
   * @param reference by which the failure is found in the log
   */
  public Response unavailable(Request request, String reference) {
    return notices.unavailable(request, reference);
  }

  private Visit visit(Route<Answer> route, Answer answer) {
    if (!answer.events().isEmpty()) {
      leadEvents.send(answer.events());
    }
    var ids = answer.events().stream().map(LeadEvent::id).toList();
    return new Visit(route.name(), answer.response(), ids);
  }
}
