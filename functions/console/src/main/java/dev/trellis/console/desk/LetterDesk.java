package dev.trellis.console.desk;

import module java.base;

import dev.trellis.console.html.Showing;
import dev.trellis.console.view.LetterView;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LetterRuns;
import dev.trellis.core.port.LetterRuns.Count;
import dev.trellis.core.port.LetterRuns.Run;
import dev.trellis.core.port.LetterRuns.Run.Phase;

/** Where people see who would get a letter, let it go, and stop it. */
public record LetterDesk(LetterRuns runs, Playbook playbook, InstantSource clock) {

  /** Where it stands. */
  public static final String PATH = "/letters";

  /** All letters of the playbook, the latest first. */
  public List<LetterView> all() {
    var known = runs.all().stream().collect(Collectors.toMap(Run::letter, run -> run));
    return LetterView.letters(playbook).stream()
        .map(letter -> view(letter, Optional.ofNullable(known.get(letter.id())), new TreeMap<>()))
        .toList();
  }

  /** One letter. */
  public Optional<LetterView> find(String id) {
    return letter(id).map(letter -> view(letter, runs.find(id), runs.counted(id)));
  }

  /** A yes to what was counted. */
  public Response approve(Visit visit) {
    var count = visit.query("count").orElse("");
    return say(
        visit,
        letter ->
            letter.phase() == Phase.COUNTING
                ? "it is still being counted who would get it"
                : !letter.waitsForYes()
                    ? "it waits for nobody"
                    : letter.count().equals(count)
                        ? null
                        : "something else was counted: look again",
        run -> run.approved(visit.actor(), clock.instant()));
  }

  /** Nobody is sent it from now on; before its hour, until somebody says yes again. */
  public Response stop(Visit visit) {
    return say(
        visit,
        letter -> letter.canStop() ? null : "there is nothing to stop",
        run -> run.stopped(visit.actor(), clock.instant()));
  }

  /** Counts once more, since groups change; a yes to what was counted before is one no more. */
  public Response recount(Visit visit) {
    return say(
        visit,
        letter ->
            letter.phase() == Phase.WAITING && !letter.expired()
                ? null
                : "it is being counted, or goes already",
        run -> Run.begun(run.letter(), run.cause(), clock.instant(), run.version()));
  }

  /**
   * @param objection why not; null if so
   */
  private Response say(
      Visit visit, Function<LetterView, String> objection, UnaryOperator<Run> change) {
    var id = visit.path("id");
    var letter = letter(id);
    if (letter.isEmpty()) {
      return Showing.none("letter");
    }
    while (true) {
      var run = run(letter.get(), runs.find(id));
      var said =
          objection.apply(LetterView.of(letter.get(), run, new TreeMap<>(), clock.instant()));
      if (said != null) {
        return Showing.problem(409, said);
      }
      if (runs.save(change.apply(run))) {
        return visit.wantsHtml()
            ? Response.seeOther(visit.base() + PATH + "/" + id)
            : Showing.json(200, find(id).orElseThrow());
      }
      // It went a page further in between: once more.
    }
  }

  private Optional<Journey> letter(String id) {
    return LetterView.letters(playbook).stream().filter(l -> l.id().equals(id)).findFirst();
  }

  private LetterView view(Journey letter, Optional<Run> run, SortedMap<Count, Long> became) {
    return LetterView.of(letter, run(letter, run), became, clock.instant());
  }

  // Of a letter that was changed nothing is known.
  private Run run(Journey letter, Optional<Run> last) {
    var cause = Run.cause(playbook, letter);
    return last.filter(run -> run.cause().equals(cause))
        .orElseGet(() ->
            Run.begun(letter.id(), cause, clock.instant(), last.map(Run::version).orElse(0L)));
  }
}
