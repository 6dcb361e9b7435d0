package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.PlacementStore.Snapshot;
import dev.trellis.core.profile.Claim;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Touch;

/** Leads for people and programs: all of them in short, or one from every side. */
public record LeadsView(Leads leads) {

  /** A lead in short; whatever is not known is null. */
  public record Line(
      String id, String name, String email, String stage, String pool, Instant lastTouch) {}

  /** Every lead, the one touched last at the end. */
  public List<Line> all() {
    var byTouch = Comparator.nullsLast(Comparator.<Instant>naturalOrder());
    return leads
        .living()
        .map(this::line)
        .sorted(Comparator.comparing(Line::lastTouch, byTouch))
        .toList();
  }

  /** All that is stored about a lead, or about the one that absorbed it. */
  public Optional<LeadFolder> folder(String id) {
    return leads.find(id).map(file -> without(new LeadFolder(file, leads.portrait(file.lead()))));
  }

  private LeadFolder without(LeadFolder folder) {
    var gone =
        folder.openClaims().stream()
            .map(Claim::other)
            .distinct()
            .filter(other -> !other.isEmpty() && leads.find(other).isEmpty())
            .collect(Collectors.toSet());
    return new LeadFolder(folder.file(), folder.portrait(), gone);
  }

  /** The scores of a lead with the events behind them, and what changed since another instant. */
  public Optional<ScoreHistory> scores(String id, Map<String, String> query) {
    var question = ScoreQuestion.of(query, leads.now());
    return leads
        .find(id)
        .map(
            file -> ScoreHistory.of(file.lead().lead(), file.events(), leads.playbook(), question));
  }

  private Line line(Snapshot snapshot) {
    var lead = snapshot.lead();
    var profile = lead.profile();
    var placement = snapshot.position().map(Position::placement);
    return new Line(
        lead.lead(),
        profile.value(Field.NAME).orElse(null),
        leads.portrait(lead).email().orElse(null),
        placement.map(Placement::stage).orElse(null),
        placement.map(Placement::pool).orElse(null),
        profile.last().map(Touch::at).orElse(null));
  }
}
