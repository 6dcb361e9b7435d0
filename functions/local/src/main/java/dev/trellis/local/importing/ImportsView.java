package dev.trellis.local.importing;

import dev.trellis.core.condition.ConditionText;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code GET /local/imports}: what was imported, and who is left unclassified (R79). */
record ImportsView(Playbook playbook, InstantSource clock, Path folder, Holdings holdings)
    implements Function<Request, Optional<Response>> {

  @Override
  public Optional<Response> apply(Request request) {
    if (!request.method().equals("GET") || !request.path().equals("/local/imports")) {
      return Optional.empty();
    }
    var census = holdings.census(playbook, clock.instant());
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
    return Optional.of(Response.json(200, Json.compose(answer)));
  }
}
