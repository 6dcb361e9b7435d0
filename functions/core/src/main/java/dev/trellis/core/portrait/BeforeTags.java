package dev.trellis.core.portrait;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Value;
import dev.trellis.core.playbook.PortraitFields;
import java.time.Instant;

/** A portrait as tags see it while they are drawn: what may rest on tags is not known yet. */
record BeforeTags(Portrait portrait) implements Condition.Subject {

  @Override
  public Value value(String field) {
    return PortraitFields.restsOnTags(field) ? new Value.Unknown() : portrait.value(field);
  }

  @Override
  public Instant now() {
    return portrait.now();
  }
}
