package dev.trellis.console.desk;

import module java.base;

import dev.trellis.console.html.Showing;
import dev.trellis.console.view.SweepView;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Response;
import dev.trellis.core.port.LiveGroups;
import dev.trellis.core.port.sweep.Rollout;
import dev.trellis.core.port.sweep.RolloutDesk;
import dev.trellis.core.port.sweep.RolloutDesk.Said;

/** Where people see what a changed playbook does to everybody, let it, and stop it. */
public record SweepDesk(RolloutDesk desk) {

  /** Where it stands. */
  public static final String PATH = "/sweeps";

  /** The last one; none before the first. */
  public List<SweepView> all() {
    return desk.rollouts().last().map(last -> SweepView.of(last, desk.clock().instant())).stream()
        .toList();
  }

  /** True once everybody was looked through since a group was changed. */
  public boolean hasReachedAll(Instant changedAt) {
    return desk.rollouts()
        .last()
        .filter(last -> last.phase() == Rollout.Phase.DONE)
        .filter(last -> !last.since().isBefore(changedAt.plus(LiveGroups.SETTLED)))
        .isPresent();
  }

  /** A yes to one count of one playbook. */
  public Response approve(Visit visit) {
    var count = visit.query("count").orElse("");
    return answer(visit, desk.approve(visit.path("cause"), count, visit.actor()));
  }

  /** Nobody is moved any more until somebody says yes. */
  public Response stop(Visit visit) {
    return answer(visit, desk.stop(visit.path("cause"), visit.actor()));
  }

  private Response answer(Visit visit, Said said) {
    return switch (said) {
      case DONE ->
          visit.wantsHtml()
              ? Response.seeOther(visit.base() + PATH)
              : Showing.json(200, all().getFirst());
      case UNKNOWN -> Showing.none("sweep");
      case COUNTING -> Showing.problem(409, "it is still being counted what it would do");
      case OTHER_COUNT -> Showing.problem(409, "something else was counted: look again");
      case NOT_WAITING -> Showing.problem(409, "it waits for nobody");
    };
  }
}
