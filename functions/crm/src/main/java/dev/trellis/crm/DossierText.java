package dev.trellis.crm;

import dev.trellis.core.condition.ConditionText;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.lifecycle.PlacementText;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.portrait.Evidence;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.text.Wording;
import dev.trellis.crm.Dossier.Standing;

/** What a dossier says in sentences, in the language of whoever reads it: our own sales people. */
final class DossierText {

  private final Playbook playbook;
  private final String language;
  private final PlaybookVocabulary vocabulary;

  DossierText(Playbook playbook) {
    this.playbook = playbook;
    this.language = playbook.company().defaultLanguage();
    this.vocabulary = new PlaybookVocabulary(playbook, language);
  }

  Standing standing(Portrait portrait) {
    var placement = new Lifecycle(playbook).place(portrait);
    var text = new PlacementText(playbook, language);
    return new Standing(
        placement.stage(),
        vocabulary.word("stage", placement.stage()),
        placement.pool(),
        vocabulary.word("pool", placement.pool()),
        text.because(placement.because()),
        text.missing(placement.missingForMql()));
  }

  String evidence(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Meets(var condition) -> new ConditionText(vocabulary).of(condition);
      case Evidence.Read(var content, var count, _) ->
          playbook.content(content).map(Content::title).map(this::in).orElse(content)
              + " ×"
              + count;
      case Evidence.Series(var key, _) -> vocabulary.word("key", key);
      case Evidence.Did _, Evidence.Member _ -> evidence.toString();
    };
  }

  String in(Wording wording) {
    return wording.in(language);
  }
}
