package dev.trellis.console.view;

import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.PlacementStore.Snapshot;
import dev.trellis.core.profile.Field;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leads for people and tests: all of them in short, or one from every side. */
public final class LeadsView {

  private final Leads leads;

  public LeadsView(Leads leads) {
    this.leads = leads;
  }

  /** Every lead, the one touched last at the end. */
  public List<Map<String, Object>> all() {
    return leads
        .living()
        .map(this::line)
        .sorted(Comparator.comparing(line -> String.valueOf(line.get("lastTouch"))))
        .toList();
  }

  /** All that is stored about a lead, or about the one that absorbed it. */
  public Optional<LeadFolder> one(String id) {
    return leads.find(id).map(file -> new LeadFolder(file, leads.portrait(file.lead())));
  }

  /** The scores of a lead with the events behind them, and what changed since another instant. */
  public Optional<Map<String, Object>> scores(String id, Map<String, String> query) {
    var question = ScoreQuestion.of(query, leads.now());
    return leads
        .find(id)
        .map(file ->
            new ScoreHistory(file.lead().lead(), file.events(), leads.playbook()).tree(question));
  }

  private Map<String, Object> line(Snapshot snapshot) {
    var lead = snapshot.lead();
    var profile = lead.profile();
    var placement = snapshot.position().map(Position::placement);
    var line = new LinkedHashMap<String, Object>();
    line.put("id", lead.lead());
    line.put("name", profile.value(Field.NAME).orElse(null));
    line.put("email", leads.portrait(lead).email().orElse(null));
    line.put("stage", placement.map(p -> p.stage()).orElse(null));
    line.put("pool", placement.map(p -> p.pool()).orElse(null));
    line.put("lastTouch", profile.last() == null ? null : profile.last().at().toString());
    return line;
  }
}
