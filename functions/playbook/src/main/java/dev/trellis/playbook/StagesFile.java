package dev.trellis.playbook;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.Stage;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;
import java.util.List;

/** {@code stages.yaml}. */
@Says("The lifecycle, from first to last. A lead is at the last stage whose condition holds.")
record StagesFile(Yaml at, @Says("The stages.") @Each("stage") List<Stage> stages)
    implements Means<List<Stage>> {

  @Override
  public List<Stage> meaning(Reading reading) {
    reading.places().put("stages", at);
    return stages;
  }

  @Of(Stage.class)
  record Entry(
      @Says("Named by pools and placements; \"mql\" must exist.") String id,
      @Says("Its name.") Wording name,
      @Says("The team that owns it.") @Like(Like.SLUG) String team,
      @Says("What the team is measured by.") Wording kpi,
      @Says("What the team does.") Wording sop,
      @Says("Its criteria. The first stage has none, every other one has.") @Or Condition when) {}
}
