package dev.trellis.imports;

import module java.base;

import dev.trellis.core.condition.ConditionText;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.port.LeadRegister;

/** What was imported, and who is left unclassified (R79). */
public record ImportsView(
    Playbook playbook, InstantSource clock, Path folder, LeadRegister register) {

  /** All of it, as a tree of JSON. */
  public Map<String, Object> tree() {
    var census = Census.of(register, playbook, clock.instant());
    var answer = new LinkedHashMap<String, Object>();
    answer.put("imports", ImportState.all(folder).stream().map(Json::tree).toList());
    answer.put("now", Json.tree(census.counts()));
    answer.put("unclassified", census.count(Census.UNCLASSIFIED));
    var condition = new TreeMap<String, String>();
    for (var language : playbook.company().languages()) {
      var text = new ConditionText(new PlaybookVocabulary(playbook, language));
      condition.put(language, text.of(playbook.imports().unclassified()));
    }
    answer.put("condition", condition);
    return answer;
  }
}
