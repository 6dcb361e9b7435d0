package dev.trellis.imports.row;

import dev.trellis.core.playbook.Imports;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.imports.file.Fault;
import java.util.HashMap;
import java.util.Map;

/** Cells that hold contents, by id or title (R78). */
final class ContentCells {

  private final Map<String, String> contents = new HashMap<>();

  ContentCells(Playbook playbook) {
    for (var content : playbook.contents().values()) {
      contents.putIfAbsent(Imports.plain(content.id()), content.id());
      for (var title : content.title().texts().values()) {
        contents.putIfAbsent(Imports.plain(title), content.id());
      }
    }
  }

  void viewed(String header, String text, Draft draft) {
    boolean all = true;
    for (var part : Parts.LINES.of(text, t -> contents.containsKey(Imports.plain(t)))) {
      var content = contents.get(Imports.plain(part));
      if (content == null) {
        all = false;
      } else {
        draft.view(content);
      }
    }
    if (!all) {
      draft.doubt(Fault.NO_CONTENT, header, text);
    }
  }
}
