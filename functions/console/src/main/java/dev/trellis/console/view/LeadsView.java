package dev.trellis.console.view;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Field;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leads for people and tests: all of them in short, or one from every side. */
public final class LeadsView {

  private final LeadItems items;
  private final Playbook playbook;
  private final InstantSource clock;

  public LeadsView(LeadItems items, Playbook playbook, InstantSource clock) {
    this.items = items;
    this.playbook = playbook;
    this.clock = clock;
  }

  /** Every lead, the one touched last at the end. */
  public List<Map<String, Object>> all() {
    return items.all().stream()
        .map(this::line)
        .sorted(Comparator.comparing(line -> String.valueOf(line.get("lastTouch"))))
        .toList();
  }

  /** All that is stored about a lead, or about the one that absorbed it. */
  public Optional<LeadFolder> one(String id) {
    return items
        .find(id)
        .map(partition -> {
          var lead = partition.lead();
          var portrait = Portrait.of(lead.lead(), lead.profile(), playbook, clock.instant());
          return new LeadFolder(partition, portrait);
        });
  }

  /** The scores of a lead with the events behind them, and what changed since another instant. */
  public Optional<Map<String, Object>> scores(String id, Map<String, String> query) {
    var question = ScoreQuestion.of(query, clock.instant());
    return items
        .find(id)
        .map(partition -> {
          var log = partition.of("event#").stream().map(d -> d.as(LeadEvent.class)).toList();
          return new ScoreHistory(partition.lead().lead(), log, playbook).tree(question);
        });
  }

  private Map<String, Object> line(LeadRecord lead) {
    var profile = lead.profile();
    var portrait = Portrait.of(lead.lead(), profile, playbook, clock.instant());
    var placement =
        items.document(lead.lead(), "placement").map(d -> d.as(Position.class).placement());
    var line = new LinkedHashMap<String, Object>();
    line.put("id", lead.lead());
    line.put("name", profile.value(Field.NAME).orElse(null));
    line.put("email", portrait.email().orElse(null));
    line.put("stage", placement.map(p -> p.stage()).orElse(null));
    line.put("pool", placement.map(p -> p.pool()).orElse(null));
    line.put("lastTouch", profile.last() == null ? null : profile.last().at().toString());
    return line;
  }
}
