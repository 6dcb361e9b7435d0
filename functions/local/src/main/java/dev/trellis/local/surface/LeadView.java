package dev.trellis.local.surface;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.PlacementText;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.portrait.Portrait;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One lead from every side: what happened, what it means, where it stands, what comes next. */
final class LeadView {

  private final LeadFolder folder;
  private final Portrait portrait;

  LeadView(LeadFolder folder) {
    this.folder = folder;
    this.portrait = folder.portrait();
  }

  /** A tree of maps and lists, ready to be composed. */
  Map<String, Object> tree() {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", portrait.lead());
    view.put("absorbed", List.copyOf(folder.absorbed()));
    view.put("profile", ProfileView.of(portrait));
    new PortraitView(portrait, folder.log()).addTo(view);
    view.put("score", ScoreView.of(portrait));
    view.put("placement", placement());
    view.put("moves", folder.moves().stream().map(LeadView::move).toList());
    view.put("scenarios", ScenarioView.of(portrait, LeadHistories.of(folder.partition()).events()));
    view.put("journeys", folder.enrollments().stream().map(LeadView::journey).toList());
    view.put("lastSent", lastSent());
    view.put("nextDue", nextDue());
    view.put("mails", folder.mails().stream().map(this::mail).toList());
    view.put("handoffs", folder.handoffs().stream().map(LeadView::handoff).toList());
    view.put("events", folder.log().stream().map(this::event).toList());
    return view;
  }

  private static Map<String, Object> move(Move move) {
    var view = members(move);
    view.computeIfPresent("because", (_, _) -> words(move.because()));
    return view;
  }

  private static List<String> words(List<?> data) {
    return data.stream().map(Object::toString).toList();
  }

  private Map<String, Object> placement() {
    var view = new LinkedHashMap<String, Object>();
    folder
        .position()
        .ifPresent(position -> {
          var placement = position.placement();
          view.put("stage", placement.stage());
          view.put("pool", placement.pool());
          view.put("missingForMql", words(placement.missingForMql()));
          view.put("missingText", said(text -> text.missing(placement.missingForMql())));
          view.put("because", words(placement.because()));
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
    return folder
        .nextDue()
        .map(e ->
            Map.<String, Object>of(
                "at", e.dueAt().toString(), "journey", e.journey(), "step", e.step()))
        .orElse(null);
  }

  private Map<String, Object> lastSent() {
    return folder.mails().stream()
        .filter(entry -> entry.state() == MailLedger.State.SENT && !entry.internal())
        .reduce((_, later) -> later)
        .map(this::mail)
        .orElse(null);
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
    view.put("read", folder.isRead(entry));
    return view;
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
    var detail = members(event.happening());
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

  private static Map<String, Object> members(Object told) {
    var members = new LinkedHashMap<String, Object>();
    if (Json.tree(told) instanceof Map<?, ?> tree) {
      tree.forEach((name, value) -> members.put((String) name, value));
    }
    return members;
  }
}
