package dev.trellis.core.playbook;

import dev.trellis.core.journey.Journey;
import dev.trellis.core.journey.Journey.Again;
import dev.trellis.core.journey.Pause;
import dev.trellis.core.journey.Step;
import dev.trellis.core.journey.Step.ContentQuery;
import dev.trellis.core.journey.Trigger;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Reads a journey and unrolls its blocks into a flat program. Step ids follow the place in the file
 * ({@code 1.lead-scoring.2.then.1}), so that adding a step at the end moves nobody.
 */
final class JourneyReader {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final List<Step> program = new ArrayList<>();
  private final Map<String, Yaml> places = new HashMap<>();

  private JourneyReader() {}

  /**
   * @param places takes the place of each step, by its id
   */
  static Journey read(
      String id, Yaml place, List<String> languages, BiConsumer<String, Yaml> places) {
    place.only("version", "name", "on", "until", "again", "steps");
    var reader = new JourneyReader();
    reader.block(place.list("steps"), "", Binding.NONE);
    if (reader.program.isEmpty()) {
      place.problem("the journey has no steps", "Add at least one step below \"steps:\"");
    }
    reader.places.forEach(places);
    var trigger = trigger(place.get("on"));
    return new Journey(
        id,
        place.number("version"),
        place.wording("name", languages),
        trigger,
        until(place, trigger),
        place.find("again").map(a -> Choices.one(Again.class, a, Again.VISIT)).orElse(Again.VISIT),
        reader.program);
  }

  private static Trigger trigger(Yaml on) {
    if (!on.isMapping()) {
      if (!on.text().equals("enroll")) {
        on.problem("starts on nothing known", "Use enters, submits, or the word enroll");
      }
      return new Trigger.Enrolled();
    }
    on.only("enters", "submits");
    return on.has("submits")
        ? new Trigger.Submits(on.text("submits"))
        : new Trigger.Enters(on.text("enters"));
  }

  // Who leaves the pool that started a journey leaves the journey, unless it says otherwise (R68).
  private static String until(Yaml place, Trigger trigger) {
    var until = place.find("until");
    if (until.isEmpty()) {
      return trigger instanceof Trigger.Enters(String pool) ? pool : null;
    }
    if (until.get().isMapping()) {
      until.get().only("leaves");
      return until.get().text("leaves");
    }
    if (!until.get().text().equals("end")) {
      until.get().problem("ends on nothing known", "Write { leaves: <pool> }, or the word end");
    }
    return null;
  }

  /** What {@code $names} stand for in this round of an {@code each}. */
  private record Binding(Map<String, String> values, boolean isFirst) {

    static final Binding NONE = new Binding(Map.of(), true);

    Binding and(String name, String value, boolean isFirst) {
      var values = new HashMap<>(this.values);
      values.put("$" + name, value);
      return new Binding(values, isFirst);
    }

    String text(Yaml place) {
      return bind(place.text());
    }

    String text(Yaml place, String key) {
      return place.find(key).map(this::text).orElse(null);
    }

    String bind(String text) {
      var out = text;
      for (var value : values.entrySet()) {
        out = out.replace(value.getKey(), value.getValue());
      }
      return out;
    }
  }

  private void block(List<Yaml> steps, String above, Binding bound) {
    int n = 0;
    for (var step : steps) {
      n++;
      step(step, above, n, bound);
    }
  }

  private void step(Yaml step, String above, int n, Binding bound) {
    var own = step.textOr("id", Integer.toString(n));
    if (!ID.matcher(own).matches()) {
      step.problem("\"" + own + "\" is no id", "Use small letters, digits and hyphens");
    }
    if (places.put(above + own, step) != null) {
      step.problem("a second step \"" + above + own + "\"", "Give it another id");
    }
    step(step, above + own, bound);
  }

  private void step(Yaml step, String id, Binding bound) {
    if (step.has("wait")) {
      step.only("id", "wait", "first", "after");
      if (bound.isFirst() || !step.flag("first")) {
        program.add(new Step.Wait(id, pause(step)));
      }
    } else if (step.has("send")) {
      step.only("id", "send", "else");
      send(step, id, bound);
    } else if (step.has("when")) {
      step.only("id", "when", "then", "else");
      var condition = ConditionReader.read(step.get("when")).renamed(bound::bind);
      branch(step, id, bound, otherwise -> new Step.When(id, condition, otherwise));
    } else if (step.has("await")) {
      step.only("id", "await", "for", "then", "else");
      await(step, id, bound);
    } else if (step.has("each")) {
      step.only("id", "each", "do");
      each(step, id, bound);
    } else if (step.has("verdict")) {
      step.only("id", "verdict");
      verdict(step.get("verdict"), id, bound);
    } else if (step.has("enroll")) {
      step.only("id", "enroll");
      program.add(new Step.Enroll(id, bound.text(step.get("enroll"))));
    } else if (step.has("alert")) {
      step.only("id", "alert");
      program.add(new Step.Send(id, bound.text(step.get("alert")), null, program.size() + 1));
    } else if (step.has("demote")) {
      step.only("id", "demote");
      program.add(new Step.Demote(id));
    } else if (step.has("hand-off")) {
      step.only("id", "hand-off");
      program.add(new Step.HandOff(id));
    } else {
      step.problem(
          "is no step",
          "Use one of: wait, send, when, await, each, verdict, enroll, alert, demote, hand-off");
    }
  }

  private static Pause pause(Yaml step) {
    var wait = step.get("wait");
    if (wait.isMapping()) {
      wait.only("until", "at");
      var days = EnumSet.noneOf(DayOfWeek.class);
      for (var day : wait.get("until").isList() ? wait.list("until") : List.of(wait.get("until"))) {
        days.add(Choices.one(DayOfWeek.class, day, DayOfWeek.MONDAY));
      }
      var time = wait.get("at").converted(LocalTime::parse, LocalTime.NOON, "a time", "\"10:00\"");
      return new Pause.Until(days, time);
    }
    var isOfRound =
        step.find("after")
            .filter(after -> {
              if (!after.text().equals("round")) {
                after.problem("waits after nothing known", "Leave it out, or write: after: round");
              }
              return true;
            })
            .isPresent();
    var period = some(wait);
    return isOfRound ? new Pause.OfRound(period) : new Pause.For(period);
  }

  private static Period some(Yaml place) {
    var period = place.period();
    if (period.isNegative()) {
      place.problem("\"" + place.text() + "\" is in the past", "Write it like P3D");
    }
    return period;
  }

  private void send(Yaml step, String id, Binding bound) {
    var send = step.get("send");
    send.only("mail", "content", "topic", "type", "form", "industry", "fallback");
    var industry = send.textOr("industry", "");
    if (!industry.isEmpty() && !industry.equals("$lead.industry")) {
      send.get("industry").problem("is no industry to ask for", "Write $lead.industry");
    }
    var query =
        new ContentQuery(
            bound.text(send, "content"),
            bound.text(send, "topic"),
            bound.text(send, "type"),
            bound.text(send, "form"),
            !industry.isEmpty(),
            bound.text(send, "fallback"));
    var isAboutContent =
        send.has("content") || send.has("topic") || send.has("type") || send.has("form");
    if (!isAboutContent && (send.has("industry") || send.has("fallback"))) {
      send.problem("says which content to prefer and asks for none", "Add a topic, type or form");
    }
    var mail = bound.text(send.get("mail"));
    int at = program.size();
    program.add(null);
    // Without an else, whoever is sent nothing goes on with the next step.
    if (step.has("else")) {
      int jump = program.size();
      program.add(null);
      int otherwise = program.size();
      block(step.list("else"), id + ".else.", bound);
      program.set(jump, new Step.Jump(id + ".end", program.size()));
      program.set(at, new Step.Send(id, mail, isAboutContent ? query : null, otherwise));
    } else {
      program.set(at, new Step.Send(id, mail, isAboutContent ? query : null, at + 1));
    }
  }

  private void await(Yaml step, String id, Binding bound) {
    var period = some(step.get("for"));
    var await = step.get("await");
    if (await.isMapping()) {
      var condition = ConditionReader.read(await).renamed(bound::bind);
      branch(step, id, bound, otherwise -> new Step.Await(id, condition, period, otherwise));
      return;
    }
    if (!await.text().equals("read")) {
      await.problem("cannot be awaited", "Await the word read, or a condition");
    }
    branch(step, id, bound, otherwise -> new Step.AwaitRead(id, period, otherwise));
  }

  private interface Fork {
    Step to(int otherwise);
  }

  // fork → then… → jump over else → else…
  private void branch(Yaml step, String id, Binding bound, Fork fork) {
    int at = program.size();
    program.add(fork.to(0));
    block(step.list("then"), id + ".then.", bound);
    int jump = program.size();
    program.add(new Step.Jump(id + ".end", 0));
    program.set(at, fork.to(program.size()));
    block(step.list("else"), id + ".else.", bound);
    program.set(jump, new Step.Jump(id + ".end", program.size()));
  }

  // verdict → hot… → jump to the end → warm… → jump to the end → cold…
  private void verdict(Yaml verdict, String id, Binding bound) {
    verdict.only("hot", "warm", "cold");
    int at = program.size();
    program.add(null);
    block(verdict.list("hot"), id + ".hot.", bound);
    int afterHot = program.size();
    program.add(null);
    int warm = program.size();
    block(verdict.list("warm"), id + ".warm.", bound);
    int afterWarm = program.size();
    program.add(null);
    int cold = program.size();
    block(verdict.list("cold"), id + ".cold.", bound);
    program.set(at, new Step.Verdict(id, warm, cold));
    program.set(afterHot, new Step.Jump(id + ".hot.end", program.size()));
    program.set(afterWarm, new Step.Jump(id + ".warm.end", program.size()));
  }

  private void each(Yaml step, String id, Binding bound) {
    var each = step.get("each").map();
    if (each.size() != 1 || each.values().stream().anyMatch(v -> v.texts().isEmpty())) {
      step.problem(
          "repeats for no values, or for those of two names",
          "Name one list, such as each: { topic: [lead-scoring] }; for two, write one in the other");
      return;
    }
    each.forEach((variable, values) -> {
      var first = true;
      for (var value : values.texts()) {
        round(step, id + "." + value + ".", bound.and(variable, value, first));
        first = false;
      }
    });
  }

  // A wait at the beginning comes before the round: it is how long the first one is put off.
  private void round(Yaml step, String above, Binding bound) {
    int n = 0;
    var hasBegun = false;
    for (var inner : step.list("do")) {
      n++;
      if (!hasBegun && !inner.has("wait")) {
        program.add(new Step.Round(above + "round"));
        hasBegun = true;
      }
      step(inner, above, n, bound);
    }
  }
}
