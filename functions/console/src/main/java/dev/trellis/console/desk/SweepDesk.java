package dev.trellis.console.desk;

import module java.base;

import dev.trellis.console.html.Showing;
import dev.trellis.console.view.SweepView;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.port.RolloutDesk;
import dev.trellis.core.port.RolloutDesk.Said;

/** Where people see what a changed playbook does to everybody, let it, and stop it. */
public record SweepDesk(RolloutDesk desk) {

  /** Where it stands. */
  public static final String PATH = "/local/sweeps";

  private static final String ACTOR = "local";

  /** The last one; none before the first. */
  public List<SweepView> all() {
    return desk.rollouts().last().map(last -> SweepView.of(last, desk.clock().instant())).stream()
        .toList();
  }

  /** A yes to one count of one playbook. */
  public Response approve(Request request) {
    var count = request.query().getOrDefault("count", "");
    return answer(request, desk.approve(cause(request), count, actor(request)));
  }

  /** Nobody is moved any more until somebody says yes. */
  public Response stop(Request request) {
    return answer(request, desk.stop(cause(request), actor(request)));
  }

  private Response answer(Request request, Said said) {
    return switch (said) {
      case DONE ->
          Showing.wantsHtml(request)
              ? Response.seeOther(PATH)
              : Showing.json(200, all().getFirst());
      case UNKNOWN -> Showing.none("sweep");
      case COUNTING -> Showing.problem(409, "it is still being counted what it would do");
      case OTHER_COUNT -> Showing.problem(409, "something else was counted: look again");
      case NOT_WAITING -> Showing.problem(409, "it waits for nobody");
    };
  }

  private static String cause(Request request) {
    return request.parameter("cause").orElseThrow();
  }

  private static String actor(Request request) {
    return request.query().getOrDefault("actor", ACTOR);
  }
}
