package dev.trellis.playbook.check;

import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.playbook.TagDefinition.Computation;
import dev.trellis.playbook.yaml.Yaml;
import java.util.List;
import java.util.Map;

/**
 * Do contents carry only tags that the scheme takes from contents, and does what a tag is for
 * really ask for it (R48)?
 */
record TagSchemeCheck(Playbook playbook, Map<String, Yaml> places) {

  void run() {
    playbook.contents().values().forEach(this::carries);
    var askers = Askers.of(playbook);
    playbook.tagScheme().tags().forEach(tag -> uses(tag, askers));
  }

  private void uses(TagDefinition tag, List<Asker> askers) {
    var usedBy = TagReport.usedBy(tag, askers, playbook.tagScheme());
    for (var use : tag.uses()) {
      if (!usedBy.contains(use) && !use.equals(TagReport.DOSSIER)) {
        places
            .get("tag " + tag.id())
            .problem(
                "is for \""
                    + use
                    + "\", which "
                    + (askers.stream().anyMatch(asker -> asker.name().equals(use))
                        ? "asks nothing of it"
                        : "does not exist"),
                usedBy.isEmpty()
                    ? "Ask for the tag somewhere, or write dossier if sales reads it"
                    : "Use one of: " + String.join(", ", usedBy) + ", dossier");
      }
    }
  }

  private void carries(Content content) {
    for (var id : content.tags()) {
      playbook
          .tagScheme()
          .tag(id)
          .filter(tag -> !tag.from().contains(new Computation.Carried()))
          .ifPresent(_ ->
              places
                  .get("content " + content.id())
                  .problem(
                      "carries the tag \"" + id + "\", which contents do not give",
                      "Add \"content: true\" to the tag's \"from\" or take it off the content"));
    }
  }
}
