package dev.trellis.core.journey;

import module java.base;

import dev.trellis.core.condition.Days;
import dev.trellis.core.event.Channel;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.journey.ContentChoice.Chosen;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.portrait.Attribute;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Reads;
import org.jspecify.annotations.Nullable;

/** One pass of one lead over the program of a journey: as far as it goes at this instant. */
public final class Walk {

  /**
   * What comes later than this counts from now: after an outage nobody loses the time to read, and
   * who begins a journey late is not sent all of it at once.
   */
  private static final Duration PUNCTUAL = Duration.ofHours(1);

  /** Why whom a rule excludes is sent nothing that they did not ask for. */
  public static final String EXCLUDED = "excluded by a rule";

  /** Why nobody is sent a letter any more. */
  public static final String EXPIRED = "expired";

  /** A mail that the gate would refuse must not take the turn of one that may go. */
  private static final String DECLINED = "unsubscribed from topic";

  private Program program;
  private final Journey journey;
  private final Enrollment before;
  private final Portrait portrait;
  private final Placement placement;
  private final Instant now;
  private final List<Instant> mailed;
  private final List<Effect> effects = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();
  private final SortedMap<String, List<String>> orders;
  private Instant since;
  private @Nullable Instant roundAt;
  private @Nullable String lastContent;
  private @Nullable String verdict;
  private @Nullable Enrollment stopped;

  private Walk(
      Program program,
      Enrollment before,
      Portrait portrait,
      Placement placement,
      Collection<Instant> mailed) {
    this.program = program.ordered(before.orders());
    this.journey = program.journey();
    this.before = before;
    this.portrait = portrait;
    this.placement = placement;
    this.now = portrait.now();
    this.mailed = new ArrayList<>(mailed);
    this.since = before.since();
    this.roundAt = before.roundAt();
    this.lastContent = before.lastContent();
    this.verdict = before.verdict();
    this.orders = new TreeMap<>(before.orders());
  }

  /**
   * A lead at the first step; nothing done yet. Whoever begins late, such as somebody who was in
   * the pool before the journey was published, has all its waits before them.
   *
   * @param at when what starts the journey happened
   */
  public static Enrollment start(Program program, String visit, Instant at, Instant now) {
    var journey = program.journey();
    var first = program.steps().isEmpty() ? null : program.steps().getFirst().id();
    return Enrollment.begun(journey.id(), journey.version(), visit, at, punctual(at, now), first);
  }

  /**
   * Moves a lead as far as it can go now. The instant is the portrait's.
   *
   * @param mailed when the lead was sent mails by any journey lately, for the one frequency cap
   */
  public static Advance advance(
      Program program,
      Enrollment before,
      Portrait portrait,
      Placement placement,
      Collection<Instant> mailed) {
    return before.active()
        ? new Walk(program, before, portrait, placement, mailed).go()
        : new Advance(before, List.of(), List.of());
  }

  /** Ends a letter that a person has stopped: what it would have sent is not sent. */
  public static Advance cancel(
      Program program, Enrollment before, Portrait portrait, Placement placement) {
    var walk = new Walk(program, before, portrait, placement, List.of());
    for (var step : program.steps()) {
      if (step instanceof Step.Send send) {
        walk.effects.add(
            new Effect.Skip(
                walk.effectId(send.id()),
                send.id(),
                send.mail(),
                walk.why(send, null),
                Enrollment.CANCELLED));
      }
    }
    return walk.end(Enrollment.CANCELLED);
  }

  private Advance go() {
    if (journey.until() != null && !placement.isIn(journey.until())
        || !Enrolling.isFor(journey, portrait)
        || !Enrolling.isToCall(journey, before, portrait.profile())) {
      return end(Enrollment.LEFT);
    }
    int here = program.place(before.step());
    if (here < 0) {
      return end(Enrollment.STEP_GONE);
    }
    if (journey.trigger() instanceof Trigger.CallsBack && now.isBefore(before.startedAt())) {
      stay(program.steps().get(here), before.startedAt());
    }
    while (stopped == null && here < program.steps().size()) {
      here = take(program.steps().get(here), here);
    }
    if (stopped != null) {
      return new Advance(stopped, effects, ways);
    }
    return end(verdict == null ? Enrollment.COMPLETED : verdict);
  }

  /** Takes one step; the place of the next one, unless it {@link #stay stays}. */
  private int take(Step step, int here) {
    return switch (step) {
      case Step.Wait wait -> pause(wait, here);
      case Step.Round _ -> {
        roundAt = since;
        yield here + 1;
      }
      case Step.Order order -> {
        orders.put(order.each(), order.values().stream().filter(needs()::contains).toList());
        program = program.ordered(orders);
        yield program.place(order.id()) + 1;
      }
      case Step.Unread unread -> go(unread, !hasRead(unread.topic()), here + 1, unread.otherwise());
      case Step.AwaitRead await -> awaitRead(await, here);
      case Step.Await await -> await(await, here);
      case Step.When when -> go(when, when.condition().holds(portrait), here + 1, when.otherwise());
      case Step.Jump jump -> jump.target();
      case Step.Send send -> send(send, here);
      case Step.Verdict judged -> judge(judged, here);
      case Step.HandOff handOff -> {
        effects.add(new Effect.HandOff(effectId(handOff.id()), handOff.id()));
        yield here + 1;
      }
      case Step.Enroll enroll -> {
        effects.add(new Effect.Enroll(effectId(enroll.id()), enroll.id(), enroll.journey()));
        yield here + 1;
      }
      case Step.Demote demote -> {
        var pool = journey.until() == null ? placement.pool() : journey.until();
        effects.add(new Effect.Demote(effectId(demote.id()), demote.id(), pool));
        yield here + 1;
      }
    };
  }

  // What is only inferred is no need that somebody stated.
  private Set<String> needs() {
    return portrait
        .attributes()
        .shown(Field.NEED)
        .filter(need -> need.source() != Authority.INFERRED)
        .map(Attribute::words)
        .orElse(Set.of());
  }

  private boolean hasRead(String topic) {
    return portrait.profile().reads().keySet().stream()
        .flatMap(id -> portrait.playbook().content(id).stream())
        .anyMatch(content -> topic.equals(content.topic()));
  }

  private int pause(Step.Wait wait, int here) {
    var due = wait.pause().end(since, roundAt == null ? since : roundAt, portrait.zone());
    if (now.isBefore(due)) {
      return stay(wait, due);
    }
    since = punctual(due);
    return here + 1;
  }

  private int awaitRead(Step.AwaitRead await, int here) {
    if (lastContent == null) {
      return await.otherwise(); // there is nothing to read
    }
    var deadline = new Days(portrait.zone()).after(since, await.period());
    var read = readBefore(deadline);
    if (read.isPresent()) {
      since = punctual(read.get());
      return go(await, true, here + 1, await.otherwise());
    }
    // What is sent cannot be taken back: wait until it is known to be no machine.
    var undecided = undecidedBefore(deadline);
    if (undecided.isPresent()) {
      return stay(await, undecided.get());
    }
    if (now.isBefore(deadline)) {
      return stay(await, deadline);
    }
    since = punctual(deadline);
    return go(await, false, here + 1, await.otherwise());
  }

  private int await(Step.Await await, int here) {
    var deadline = new Days(portrait.zone()).after(since, await.period());
    if (await.condition().holds(portrait)) {
      since = now;
      return go(await, true, here + 1, await.otherwise());
    }
    if (now.isBefore(deadline)) {
      var flip = await.condition().mayFlipAt(portrait).filter(deadline::isAfter);
      return stay(await, flip.orElse(deadline));
    }
    since = punctual(deadline);
    return go(await, false, here + 1, await.otherwise());
  }

  private int go(Step step, boolean isThen, int then, int otherwise) {
    ways.add(new Way(step, isThen));
    return isThen ? then : otherwise;
  }

  private int judge(Step.Verdict step, int here) {
    var level = portrait.heat().level();
    verdict = level.word();
    return switch (level) {
      case HOT -> here + 1;
      case WARM -> step.warm();
      case COLD -> step.cold();
    };
  }

  private int send(Step.Send step, int here) {
    if (isPaced(step) && !portrait.exclusions().isEmpty()) {
      effects.add(
          new Effect.Skip(effectId(step.id()), step.id(), step.mail(), why(step, null), EXCLUDED));
      lastContent = null;
      return step.otherwise();
    }
    var query = step.content();
    var choice = new ContentChoice(portrait, placement, this::wasSent);
    var chosen = query == null ? Optional.<Chosen>empty() : choice.choose(query);
    if (query != null && chosen.isEmpty()) {
      var reason = isDeclined(query.topic()) ? DECLINED : "exhausted";
      lastContent = null;
      var why = why(step, choice.nothing(query));
      effects.add(new Effect.Skip(effectId(step.id()), step.id(), step.mail(), why, reason));
      return step.otherwise();
    }
    var asked = asksFirst(step);
    if (asked.isPresent()) {
      return stay(step, asked.get());
    }
    var open = opensAt(step);
    if (journey.trigger() instanceof Trigger.Letter letter && !open.isBefore(letter.expires())) {
      var why = why(step, chosen.map(Chosen::why).orElse(null));
      effects.add(new Effect.Skip(effectId(step.id()), step.id(), step.mail(), why, EXPIRED));
      return step.otherwise();
    }
    if (now.isBefore(open)) {
      return stay(step, open);
    }
    var due = before.dueAt();
    if (step.id().equals(before.step()) && due != null) {
      since = now.isBefore(due) ? now : punctual(due);
    }
    var content = chosen.map(Chosen::content).orElse(null);
    if (!isInternal(step)) {
      lastContent = content;
      mailed.add(now);
    }
    var why = why(step, chosen.map(Chosen::why).orElse(null));
    effects.add(
        new Effect.Send(
            effectId(step.id()), step.id(), step.mail(), content, why, isInternal(step)));
    return here + 1;
  }

  // What was promised on a form whose consent waits to be confirmed goes once it is: until then the
  // question goes, unless this journey asked it already; and for as long as its link holds.
  private Optional<Instant> asksFirst(Step.Send step) {
    var question =
        portrait.playbook().mails().values().stream()
            .filter(mail -> mail.kind() == Kind.CONFIRMATION)
            .findFirst();
    if (kind(step.mail()) != Kind.DELIVERY
        || question.isEmpty()
        || portrait.profile().permission().unconfirmed().isEmpty()) {
      return Optional.empty();
    }
    var held = step.id().equals(before.step()) ? before.dueAt() : null;
    var until =
        held == null ? now.plus(Duration.ofDays(portrait.playbook().company().linkDays())) : held;
    if (held == null && !hasAsked()) {
      effects.add(
          new Effect.Send(
              effectId(step.id() + " asks"),
              step.id(),
              question.get().id(),
              null,
              why(question.get(), null)));
    }
    return Optional.of(until).filter(now::isBefore);
  }

  private boolean hasAsked() {
    return Stream.concat(before.effects().stream().map(Enrollment.Issued::effect), effects.stream())
        .anyMatch(e -> e instanceof Effect.Send s && kind(s.mail()) == Kind.CONFIRMATION);
  }

  private @Nullable Kind kind(String mail) {
    var found = portrait.playbook().mails().get(mail);
    return found == null ? null : found.kind();
  }

  // What our own people are told is nothing that the lead could read.
  private boolean isInternal(Step.Send step) {
    return kind(step.mail()) == Kind.INTERNAL;
  }

  private boolean isDeclined(@Nullable String topic) {
    return topic != null && portrait.declines(topic);
  }

  private Why why(Step.Send step, Why.@Nullable Choice content) {
    return why(portrait.playbook().mails().get(step.mail()), content);
  }

  private Why why(@Nullable MailText mail, Why.@Nullable Choice content) {
    var consent = portrait.profile().shown(Field.CONSENT);
    return new Why(
        journey.version(),
        placement.pool(),
        content,
        Channel.MAIL,
        mail == null ? null : mail.kind(),
        consent
            .filter(said -> said.getValue().value().equals("yes"))
            .map(Map.Entry::getKey)
            .orElse(null),
        null);
  }

  // What somebody asked for comes at once; what we think of waits for its hour and its turn.
  private Instant opensAt(Step.Send step) {
    return isPaced(step) ? portrait.rhythm().next(now, portrait.place(), mailed) : now;
  }

  private boolean isPaced(Step.Send step) {
    var mail = portrait.playbook().mails().get(step.mail());
    return mail != null && mail.isPaced();
  }

  private boolean wasSent(String content) {
    return portrait.profile().sent().containsKey(content)
        || before.effects().stream().anyMatch(i -> sends(i.effect(), content))
        || effects.stream().anyMatch(e -> sends(e, content));
  }

  private static boolean sends(Effect effect, String content) {
    return effect instanceof Effect.Send s && content.equals(s.content());
  }

  private Optional<Instant> readBefore(Instant deadline) {
    return Optional.ofNullable(portrait.profile().reads().get(lastContent))
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

  private static Optional<Instant> readBetween(Reads reads, Instant from, Instant to) {
    for (var read : List.of(reads.first(), reads.last())) {
      if (!read.isBefore(from) && read.isBefore(to)) {
        return Optional.of(read);
      }
    }
    return Optional.empty();
  }

  private Instant punctual(Instant due) {
    return punctual(due, now);
  }

  /** From when on to count after what was due then, and happens now. */
  static Instant punctual(Instant due, Instant now) {
    return Duration.between(due, now).compareTo(PUNCTUAL) > 0 ? now : due;
  }

  private int stay(Step step, Instant dueAt) {
    stopped = moved(step.id(), dueAt, null);
    return -1;
  }

  private Advance end(String outcome) {
    effects.add(new Effect.End(effectId("end"), outcome));
    return new Advance(moved(null, null, outcome), effects, ways);
  }

  private Enrollment moved(
      @Nullable String step, @Nullable Instant dueAt, @Nullable String outcome) {
    return new Enrollment(
        before.journey(),
        before.journeyVersion(),
        before.visit(),
        before.startedAt(),
        step,
        since,
        roundAt,
        dueAt,
        lastContent,
        verdict,
        orders,
        before.effectsAnd(effects, now),
        outcome,
        before.version());
  }

  private String effectId(String step) {
    return effectId(portrait.lead(), journey.id(), before.journeyVersion(), step, before.visit());
  }

  static String effectId(String lead, String journey, int version, String step, String visit) {
    return Ids.derived(lead, journey, Integer.toString(version), step, visit);
  }
}
