package dev.trellis.core.journey;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.journey.Enrollment.Issued;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Wording;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Reads;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A nurture journey (SOP): what started it, and its steps.
 *
 * @param version changes whenever the steps do; leads on their way keep the ids of their sends
 */
public record Journey(String id, int version, Wording name, Trigger trigger, List<Step> program) {

  /**
   * If a step comes later than this, the next one counts from now: after an outage nobody loses the
   * time to read.
   */
  private static final Duration PUNCTUAL = Duration.ofHours(1);

  static final String MERGED = "merged";

  public Journey {
    program = List.copyOf(program);
  }

  /** The enrollment after everything that is due has been done, and what others are asked to do. */
  public record Advance(Enrollment enrollment, List<Effect> effects) {}

  /** A lead at the first step; nothing done yet. */
  public Enrollment start(String visit, Instant at) {
    var first = program.isEmpty() ? null : program.getFirst().id();
    return new Enrollment(id, version, visit, at, first, at, null, null, List.of(), null, 0);
  }

  /** Moves a lead as far as it can go now. The instant is the portrait's. */
  public Advance advance(Enrollment before, Portrait portrait, Placement placement) {
    return before.active()
        ? new Walk(before, portrait).go(placement)
        : new Advance(before, List.of());
  }

  /**
   * Ends an enrollment because its lead was merged; it keeps its step, at which another goes on.
   */
  public static Enrollment merged(Enrollment before) {
    return new Enrollment(
        before.journey(),
        before.journeyVersion(),
        before.visit(),
        before.startedAt(),
        before.step(),
        before.since(),
        null,
        before.lastContent(),
        before.effects(),
        MERGED,
        before.version());
  }

  /** The enrollment of an absorbed lead, as the lead that absorbed it goes on with it. */
  static Enrollment resumed(Enrollment before) {
    return new Enrollment(
        before.journey(),
        before.journeyVersion(),
        before.visit(),
        before.startedAt(),
        before.step(),
        before.since(),
        null,
        before.lastContent(),
        List.of(),
        null,
        0);
  }

  private boolean left(Placement placement) {
    return trigger instanceof Trigger.Enters(String pool) && !placement.isIn(pool);
  }

  private Map<String, Integer> index() {
    var index = new HashMap<String, Integer>();
    for (int i = 0; i < program.size(); i++) {
      index.put(program.get(i).id(), i);
    }
    return index;
  }

  /** One pass over the program. */
  private final class Walk {

    private final Enrollment before;
    private final Portrait portrait;
    private final Instant now;
    private final List<Effect> effects = new ArrayList<>();
    private Instant since;
    private String lastContent;

    Walk(Enrollment before, Portrait portrait) {
      this.before = before;
      this.portrait = portrait;
      this.now = portrait.now();
      this.since = before.since();
      this.lastContent = before.lastContent();
    }

    Advance go(Placement placement) {
      if (left(placement)) {
        return end("left");
      }
      var at = index().get(before.step());
      if (at == null) {
        return end("step-gone");
      }
      int next = at;
      while (next < program.size()) {
        var step = program.get(next);
        switch (step) {
          case Step.Wait wait -> {
            var due = plus(since, wait.period());
            if (now.isBefore(due)) {
              return stay(step, due);
            }
            since = punctual(due);
            next++;
          }
          case Step.AwaitRead await -> {
            var deadline = plus(since, await.period());
            var read = readBefore(deadline);
            var undecided = undecidedBefore(deadline);
            if (read.isPresent()) {
              since = punctual(read.get());
              next++;
            } else if (undecided.isPresent()) {
              // What is sent cannot be taken back: wait until it is known to be no machine.
              return stay(step, undecided.get());
            } else if (now.isBefore(deadline)) {
              return stay(step, deadline);
            } else {
              since = punctual(deadline);
              next = await.otherwise();
            }
          }
          case Step.When when ->
              next = when.condition().holds(portrait) ? next + 1 : when.otherwise();
          case Step.Jump jump -> next = jump.target();
          case Step.Send send -> {
            send(send);
            next++;
          }
          case Step.HandOff handOff -> {
            effects.add(new Effect.HandOff(effectId(handOff.id()), handOff.id()));
            next++;
          }
        }
      }
      return end("completed");
    }

    private void send(Step.Send step) {
      var query = step.content();
      var content = query == null ? null : choose(query).orElse(null);
      if (query != null && content == null) {
        return; // exhausted: everything of this kind was sent before
      }
      if (content != null) {
        lastContent = content.id();
      }
      effects.add(
          new Effect.Send(
              effectId(step.id()),
              step.id(),
              step.mail(),
              content == null ? null : content.id(),
              "journey " + id + " version " + version + ", step " + step.id()));
    }

    private Optional<Content> choose(Step.ContentQuery query) {
      if (query.content() != null) {
        return portrait.playbook().content(query.content());
      }
      return portrait.playbook().contents().values().stream()
          .filter(c -> query.topic() == null || query.topic().equals(c.topic()))
          .filter(c -> query.type() == null || query.type().equals(c.type()))
          .filter(c -> !wasSent(c.id()))
          .findFirst();
    }

    private boolean wasSent(String content) {
      return portrait.profile().sent().containsKey(content)
          || before.effects().stream().anyMatch(i -> sends(i.effect(), content))
          || effects.stream().anyMatch(e -> sends(e, content));
    }

    private boolean sends(Effect effect, String content) {
      return effect instanceof Effect.Send s && content.equals(s.content());
    }

    private Optional<Instant> readBefore(Instant deadline) {
      return Optional.ofNullable(lastContent)
          .map(portrait.profile().countedReads()::get)
          .flatMap(reads -> readBetween(reads, since, deadline));
    }

    /** When it is settled at the latest whether somebody read. */
    private Optional<Instant> undecidedBefore(Instant deadline) {
      return portrait.told().undecided(now).entrySet().stream()
          .filter(e -> e.getKey().isReadOf(lastContent))
          .filter(e -> !e.getKey().at().isBefore(since) && e.getKey().at().isBefore(deadline))
          .map(Map.Entry::getValue)
          .min(Comparator.naturalOrder());
    }

    private Optional<Instant> readBetween(Reads reads, Instant from, Instant to) {
      for (var read : List.of(reads.first(), reads.last())) {
        if (!read.isBefore(from) && read.isBefore(to)) {
          return Optional.of(read);
        }
      }
      return Optional.empty();
    }

    private Instant punctual(Instant due) {
      return Duration.between(due, now).compareTo(PUNCTUAL) > 0 ? now : due;
    }

    private Advance stay(Step step, Instant dueAt) {
      return result(step.id(), dueAt, null);
    }

    private Advance end(String outcome) {
      effects.add(new Effect.End(effectId("end"), outcome));
      return result(null, null, outcome);
    }

    private Advance result(String step, Instant dueAt, String outcome) {
      var oldest = now.minus(Period.ofDays(Enrollment.KEEP_EFFECTS_DAYS));
      var kept = new ArrayList<Issued>();
      before.effects().stream().filter(i -> i.at().isAfter(oldest)).forEach(kept::add);
      effects.forEach(e -> kept.add(new Issued(now, e)));
      var after =
          new Enrollment(
              id,
              before.journeyVersion(),
              before.visit(),
              before.startedAt(),
              step,
              since,
              dueAt,
              lastContent,
              kept,
              outcome,
              before.version());
      return new Advance(after, List.copyOf(effects));
    }

    private String effectId(String step) {
      return Ids.derived(
          portrait.lead(), id, Integer.toString(before.journeyVersion()), step, before.visit());
    }
  }

  private static Instant plus(Instant at, Period period) {
    return ZonedDateTime.ofInstant(at, ZoneOffset.UTC).plus(period).toInstant();
  }
}
