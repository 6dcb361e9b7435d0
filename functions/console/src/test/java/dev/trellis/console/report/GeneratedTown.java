package dev.trellis.console.report;

import module java.base;

import dev.trellis.console.Samples;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.ChannelFollowed;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.lifecycle.Relocation;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;

/** People with random lives of 300 days, placed after each event and whenever a review is due. */
final class GeneratedTown {

  static final Instant END = Samples.T0.plus(Duration.ofDays(400));

  private static final String[] INDUSTRIES = {"manufacturing", "finance", "retail", "other"};
  private static final String[] PLANS = {
    "within-3-months", "within-6-months", "within-12-months", "no-plan"
  };
  private static final String[] VERDICTS = {
    "received", "accepted", "accepted", "returned", "stage", "won", "lost"
  };

  private final Random random;
  private final Playbook playbook;
  private final Lifecycle lifecycle;
  final List<Lead> leads = new ArrayList<>();

  GeneratedTown(long seed, int people, Playbook playbook) {
    this.random = new Random(seed);
    this.playbook = playbook;
    this.lifecycle = new Lifecycle(playbook);
    for (int i = 0; i < people; i++) {
      live("L" + i);
    }
    leads.forEach(lead -> {
      if (lead.mergedAt == null) {
        reviewUntil(lead, END);
      }
    });
  }

  /** One lead, with its own log and moves only. */
  static final class Lead {
    final String id;
    final List<LeadEvent> events = new ArrayList<>();
    final List<Move> moves = new ArrayList<>();
    final List<Lead> absorbed = new ArrayList<>();
    Instant mergedAt;
    private Profile profile = Profile.EMPTY;
    private Optional<Position> position = Optional.empty();

    Lead(String id) {
      this.id = id;
    }
  }

  Stream<LeadHistory> histories() {
    return leads.stream()
        .filter(lead -> lead.mergedAt == null)
        .map(lead -> {
          var events = new ArrayList<>(lead.events);
          lead.absorbed.forEach(other -> events.addAll(other.events));
          return new LeadHistory(
              lead.id, events, lead.moves, lead.absorbed.stream().map(o -> o.moves).toList());
        });
  }

  private void live(String id) {
    var lead = new Lead(id);
    var other = random.nextInt(5) == 0 ? new Lead(id + "-phone") : null;
    leads.add(lead);
    if (other != null) {
      leads.add(other);
    }
    var at = Samples.T0.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
    int events = 1 + random.nextInt(14);
    int merge = random.nextInt(events + 1);
    for (int i = 0; i < events; i++) {
      at = at.plus(Duration.ofMinutes(1 + random.nextInt(60 * 24 * 18)));
      if (other != null && other.mergedAt == null && i >= merge && !other.events.isEmpty()) {
        merge(lead, other, at);
      } else {
        var who = other != null && other.mergedAt == null && random.nextBoolean() ? other : lead;
        happens(who, event(who, at));
      }
    }
  }

  private void happens(Lead lead, LeadEvent event) {
    reviewUntil(lead, event.occurredAt());
    lead.events.add(event);
    lead.profile = lead.profile.with(event);
    place(lead, event.occurredAt(), new TreeMap<>());
  }

  private void merge(Lead lead, Lead other, Instant at) {
    reviewUntil(lead, at);
    reviewUntil(other, at);
    var event = event(lead, at);
    lead.events.add(event);
    lead.profile = lead.profile.join(other.profile).with(event);
    lead.absorbed.add(other);
    other.mergedAt = at;
    place(lead, at, Map.of(other.id, other.position));
  }

  private void reviewUntil(Lead lead, Instant end) {
    while (lead.position.isPresent()
        && lead.position.get().placement().reviewAt() != null
        && lead.position.get().placement().reviewAt().isBefore(end)) {
      place(lead, lead.position.get().placement().reviewAt(), Map.of());
    }
  }

  private void place(Lead lead, Instant at, Map<String, Optional<Position>> absorbed) {
    var portrait = Portrait.of(lead.id, lead.profile, playbook, at);
    var step = Relocation.of(portrait).to(lifecycle.place(portrait), lead.position, absorbed);
    lead.position = Optional.of(step.position().nextVersion());
    step.move().ifPresent(lead.moves::add);
  }

  private LeadEvent event(Lead lead, Instant at) {
    var names = new TreeSet<>(List.of(Identity.parse("cookie:" + lead.id)));
    var origin =
        switch (random.nextInt(4)) {
          case 0 -> new Origin("summit-talk", "summit-2026", "stage", "summit-deck");
          case 1 -> new Origin(null, null, null, "summit-deck");
          default -> Origin.NONE;
        };
    var happening = happening(lead);
    if (happening instanceof FormSubmitted || happening instanceof RecordImported) {
      names.add(Identity.parse("email:" + lead.id.toLowerCase() + "@example.com"));
      if (random.nextInt(4) > 0) {
        names.add(Identity.parse("phone:+8613800138000"));
      }
    }
    var channels = new Channel[] {Channel.WEB, Channel.WECHAT, Channel.EXPO, Channel.WEB};
    return LeadEvent.of(
        lead.id + "-e" + lead.events.size(),
        at,
        happening instanceof CrmChanged ? Channel.CRM : channels[random.nextInt(4)],
        names,
        origin,
        happening);
  }

  private Happening happening(Lead lead) {
    return switch (random.nextInt(11)) {
      case 0 -> new CodeScanned();
      case 1 -> new PageVisited("/pricing", 20, random.nextBoolean() ? "线索评分" : null);
      case 2 -> new ContentRead("summit-deck", 1, 30, "s1");
      case 3 -> new ChannelFollowed("trellis", "scene");
      case 4 -> new EventAttended("summit-2026", 3600);
      case 5 -> new MailSent("s1", "m1", "content", "summit-deck", "high-value");
      case 6 -> new RecordImported("b1", 1, answers());
      case 7 -> new CallRecorded("sam", "reached", answers());
      case 8 -> verdict();
      default ->
          new FormSubmitted(
              "summit-deck", answers(), random.nextInt(8) > 0, "zh", "r" + lead.events.size());
    };
  }

  private Happening verdict() {
    var status = VERDICTS[random.nextInt(VERDICTS.length)];
    var reason = status.equals("returned") ? "no-budget" : null;
    var stage = status.equals("stage") ? "commercial" : null;
    return new CrmChanged("stand-in", "h1", status, reason, stage, "sam", new TreeMap<>());
  }

  private SortedMap<String, String> answers() {
    var answers = new TreeMap<String, String>();
    if (random.nextInt(3) > 0) {
      answers.put("industry", INDUSTRIES[random.nextInt(INDUSTRIES.length)]);
    }
    if (random.nextInt(3) > 0) {
      answers.put("need", "lead-scoring");
    }
    if (random.nextInt(3) > 0) {
      answers.put("plan", PLANS[random.nextInt(PLANS.length)]);
    }
    return answers;
  }
}
