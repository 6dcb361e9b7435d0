package dev.trellis.playbook.check;

import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.TagDefinition.Computation;
import dev.trellis.playbook.yaml.Yaml;
import java.util.Map;

/** Do contents carry only tags that the scheme takes from contents? */
record TagSchemeCheck(Playbook playbook, Map<String, Yaml> places) {

  void run() {
    playbook.contents().values().forEach(this::carries);
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
