package dev.trellis.playbook;

import dev.trellis.core.playbook.Pause;
import dev.trellis.playbook.yaml.Yaml;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;

/** Reads how long a step waits. */
final class PauseReader {

  private PauseReader() {}

  /** The pause of a {@code wait}. */
  static Pause read(Yaml step) {
    var wait = step.get("wait");
    if (wait.isMapping()) {
      return until(wait);
    }
    var isOfRound = isOfRound(step);
    var period = period(wait);
    return isOfRound ? new Pause.OfRound(period) : new Pause.For(period);
  }

  /** A period that does not lead into the past. */
  static Period period(Yaml place) {
    var period = place.period();
    if (period.isNegative()) {
      place.problem("\"" + place.text() + "\" is in the past", "Write it like P3D");
    }
    return period;
  }

  private static Pause until(Yaml wait) {
    wait.only("until", "at");
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var day : wait.get("until").isList() ? wait.list("until") : List.of(wait.get("until"))) {
      days.add(day.constant(DayOfWeek.class, DayOfWeek.MONDAY));
    }
    var time = wait.get("at").converted(LocalTime::parse, LocalTime.NOON, "a time", "\"10:00\"");
    return new Pause.Until(days, time);
  }

  private static boolean isOfRound(Yaml step) {
    var after = step.find("after");
    if (after.isPresent() && !after.get().text().equals("round")) {
      after.get().problem("waits after nothing known", "Leave it out, or write: after: round");
    }
    return after.isPresent();
  }
}
