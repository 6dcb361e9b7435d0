package dev.trellis.local.surface;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.PlacementText;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.local.surface.LeadItems.Partition;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One lead from every side: what happened, what it means, where it stands, what comes next. */
final class LeadView {

  private final Partition partition;
  private final Portrait portrait;

  LeadView(Partition partition, Portrait portrait) {
    this.partition = partition;
    this.portrait = portrait;
  }

  /** A tree of maps and lists, ready to be composed. */
  Map<String, Object> tree() {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", portrait.lead());
    view.put("absorbed", List.copyOf(partition.lead().absorbed()));
    view.put("profile", ProfileView.of(portrait));
    new PortraitView(portrait, log()).addTo(view);
    view.put("score", ScoreView.of(portrait));
    view.put("placement", placement());
    view.put("moves", sorted("move#", Move.class, Move::at).stream().map(Json::tree).toList());
    view.put("scenarios", ScenarioView.of(portrait, LeadHistories.of(partition).events()));
    view.put("journeys", enrollments().stream().map(LeadView::journey).toList());
    view.put("lastSent", lastSent());
    view.put("nextDue", nextDue());
    view.put("mails", mails());
    view.put("handoffs", handoffs());
    view.put("events", log().stream().map(this::event).toList());
    return view;
  }

  private List<LeadEvent> log() {
    return sorted("event#", LeadEvent.class, LeadEvent::occurredAt);
  }

  private Map<String, Object> placement() {
    var view = new LinkedHashMap<String, Object>();
    partition.of("placement").stream()
        .filter(d -> d.lead().equals(portrait.lead()))
        .map(d -> d.as(Position.class))
        .forEach(position -> {
          var placement = position.placement();
          view.put("stage", placement.stage());
          view.put("pool", placement.pool());
          view.put("missingForMql", placement.missingForMql());
          view.put("missingText", said(text -> text.missing(placement.missingForMql())));
          view.put("because", placement.because());
          view.put("becauseText", said(text -> text.because(placement.because())));
          view.put("reviewAt", Json.tree(placement.reviewAt()));
          view.put("entered", Json.tree(position.entered()));
        });
    return view;
  }

  private Map<String, Object> said(Function<PlacementText, List<String>> what) {
    var texts = new LinkedHashMap<String, Object>();
    for (var language : portrait.playbook().company().languages()) {
      texts.put(language, what.apply(new PlacementText(portrait.playbook(), language)));
    }
    return texts;
  }

  private List<Enrollment> enrollments() {
    return sorted("journey#", Enrollment.class, Enrollment::startedAt);
  }

  private static Map<String, Object> journey(Enrollment enrollment) {
    var view = new LinkedHashMap<String, Object>();
    view.put("journey", enrollment.journey());
    view.put("version", enrollment.journeyVersion());
    view.put("visit", enrollment.visit());
    view.put("startedAt", Json.tree(enrollment.startedAt()));
    view.put("active", enrollment.active());
    view.put("step", enrollment.step());
    view.put("since", Json.tree(enrollment.since()));
    view.put("dueAt", Json.tree(enrollment.dueAt()));
    view.put("lastContent", enrollment.lastContent());
    view.put("outcome", enrollment.outcome());
    return view;
  }

  private Map<String, Object> nextDue() {
    return enrollments().stream()
        .filter(e -> e.active() && e.dueAt() != null)
        .min(Comparator.comparing(Enrollment::dueAt))
        .map(e ->
            Map.<String, Object>of(
                "at", e.dueAt().toString(), "journey", e.journey(), "step", e.step()))
        .orElse(null);
  }

  private Map<String, Object> lastSent() {
    return sorted("mail#", MailLedger.Entry.class, MailLedger.Entry::at).stream()
        .filter(entry -> entry.state() == MailLedger.State.SENT && !entry.internal())
        .reduce((_, later) -> later)
        .map(this::mail)
        .orElse(null);
  }

  private List<Map<String, Object>> mails() {
    return sorted("mail#", MailLedger.Entry.class, MailLedger.Entry::at).stream()
        .map(this::mail)
        .toList();
  }

  private Map<String, Object> mail(MailLedger.Entry entry) {
    var view = new LinkedHashMap<String, Object>();
    view.put("sendId", entry.sendId());
    view.put("state", Json.tree(entry.state()));
    view.put("at", Json.tree(entry.at()));
    view.put("subject", entry.subject());
    view.put("mail", entry.mail());
    view.put("content", entry.content());
    view.put("journey", entry.journey());
    view.put("step", entry.step());
    view.put("why", entry.why());
    view.put("reason", entry.reason());
    view.put("read", isRead(entry));
    return view;
  }

  private boolean isRead(MailLedger.Entry entry) {
    var reads =
        entry.content() == null ? null : portrait.profile().countedReads().get(entry.content());
    return reads != null && !reads.last().isBefore(entry.at());
  }

  private List<Map<String, Object>> handoffs() {
    return sorted("handoff#", HandoffLedger.Entry.class, HandoffLedger.Entry::at).stream()
        .map(LeadView::handoff)
        .toList();
  }

  private static Map<String, Object> handoff(HandoffLedger.Entry entry) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", entry.handoffId());
    view.put("state", Json.tree(entry.state()));
    view.put("at", Json.tree(entry.at()));
    view.put("crmId", entry.crmId());
    view.put("reason", entry.reason());
    view.put("dossier", entry.dossier() == null ? null : Json.parse(entry.dossier()));
    return view;
  }

  private Map<String, Object> event(LeadEvent event) {
    var detail = new LinkedHashMap<String, Object>();
    if (Json.tree(event.happening()) instanceof Map<?, ?> tree) {
      tree.forEach((name, value) -> detail.put((String) name, value));
    }
    detail.remove("kind");
    var view = new LinkedHashMap<String, Object>();
    view.put("id", event.id());
    view.put("kind", event.kind());
    view.put("at", Json.tree(event.occurredAt()));
    view.put("channel", Json.tree(event.channel()));
    view.put("origin", Json.tree(event.origin()));
    view.put("detail", detail);
    portrait.told().machine(event).ifPresent(reason -> view.put("machine", reason));
    return view;
  }

  private <T> List<T> sorted(String kind, Class<T> type, Function<T, Instant> at) {
    return partition.of(kind).stream()
        .map(d -> d.as(type))
        .sorted(Comparator.comparing(at))
        .toList();
  }
}
