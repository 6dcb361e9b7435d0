package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Journey.Again;
import dev.trellis.core.playbook.Pause;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Grammar.Wrong;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/**
 * A journey: {@code journeys/<id>.yaml} is what new leads go through, {@code
 * journeys/<id>@<version>.yaml} an earlier version that is kept for those who began with it.
 */
@Says("A nurture journey; the file name is its id.")
record JourneyFile(
    Yaml at,
    @Says("Raise it whenever the steps change.") @Whole(least = 1) int version,
    @Says("Its name.") Wording name,
    @Says("What starts it.")
        @Wrong(
            value = "starts on nothing known",
            remedy = "Use enters, joins, submits, or one of the words enroll and callback")
        Trigger on,
    @Says(
            "What ends it at once. Without it, a journey that starts on entering a pool ends on"
                + " leaving that pool.")
        @Wrong(
            value = "ends on nothing known",
            remedy = "Write { leaves: <pool> }, or the word end")
        Optional<End> until,
    @Says(
            "Whether it starts again for somebody who had it: never; once per visit (a stay in the"
                + " pool or group, a submission, an enrolling step); or always, as soon as it ended, while"
                + " the stay lasts. Else once per visit.")
        @Or("visit")
        Again again,
    @Says("What is done, in order.")
        @Filled(
            value = "the journey has no steps",
            remedy = "Add at least one step below \"steps:\"")
        List<JourneyStep> steps)
    implements Means<Journey> {

  @Override
  public Journey meaning(Reading reading) {
    var place = "journey " + at.name();
    reading.places().put(place, at);
    var named = at.name().split("@", 2);
    if (named.length > 1 && !named[1].equals(Integer.toString(version))) {
      at.problem(
          "is version " + version + ", but its name says another",
          "Name it " + named[0] + "@" + version + ".yaml");
    }
    return new Journey(
        named[0],
        version,
        name,
        on,
        pool(),
        again,
        new StepsReader(reading, List.of(place + " step ")).blocks(steps));
  }

  // Who leaves the pool that started a journey leaves the journey, unless it says otherwise (R68).
  private String pool() {
    return switch (until.orElse(null)) {
      case Leaves(String pool) -> pool;
      case Never _ -> null;
      case null -> on instanceof Trigger.Enters(String pool) ? pool : null;
    };
  }

  @Says("Something the lead does.")
  @Of(Trigger.Enters.class)
  record Enters(
      @Says("Entering this pool starts it; leaving the pool ends it.")
          @Like(value = Like.PATH, example = "mil/high")
          String enters) {}

  @Says("Something the lead does.")
  @Of(Trigger.Joins.class)
  record Joins(
      @Says(
              "Becoming a member of this group of audiences.yaml starts it; it goes on if the lead"
                  + " leaves the group.")
          @Like(Like.SLUG)
          String joins) {}

  @Says("Something the lead does.")
  @Of(Trigger.Submits.class)
  record Submits(@Says("Submitting this form starts it.") @Like(Like.SLUG) String submits) {}

  @Bare
  record CallsBack(
      @Says("The time has come at which sales wanted to call again.") @Words("callback")
          String word)
      implements Means<Trigger.CallsBack> {
    @Override
    public Trigger.CallsBack meaning(Reading reading) {
      return new Trigger.CallsBack();
    }
  }

  @Bare
  record Enrolled(@Says("A step of another journey starts it.") @Words("enroll") String word)
      implements Means<Trigger.Enrolled> {
    @Override
    public Trigger.Enrolled meaning(Reading reading) {
      return new Trigger.Enrolled();
    }
  }

  /** What ends a journey before its last step. */
  sealed interface End extends Grammar {}

  @Says("Leaving this pool ends it.")
  record Leaves(
      @Says("Path of the pool.") @Like(value = Like.PATH, example = "mil/high") String leaves)
      implements End {}

  @Bare
  record Never(@Says("Nothing: it always runs to its end.") @Words("end") String word)
      implements End {}

  @Bare
  @Of(Pause.For.class)
  record For(@Says("How long.") Period period) {}

  @Says("The next time it is one of these days and this time where the lead lives.")
  @Of(Pause.Until.class)
  record Until(
      @Says("The day, or several.") @OneOrMore @Filled Set<DayOfWeek> until,
      @Says("Time of day, in quotes.") LocalTime at) {}
}
