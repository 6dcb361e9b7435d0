package dev.trellis.imports.row;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Field;
import dev.trellis.imports.file.Fault;
import dev.trellis.imports.file.FileRow;

/** Makes lead events of rows: one of what is known, and one of each content viewed (R31, R78). */
final class RowReader {

  private final Playbook playbook;
  private final Columns columns;
  private final CellReader cells;
  private final Normalizer normalizer;
  private final String batch;
  private final Instant began;

  /**
   * @param began when the import began; the date of a row without one
   */
  RowReader(Playbook playbook, Understanding file, Instant began) {
    this.playbook = playbook;
    this.columns = file.columns();
    this.cells = new CellReader(playbook, file.orders());
    this.normalizer = new Normalizer(playbook.company().country());
    this.batch = file.batch();
    this.began = began;
  }

  Reading read(FileRow row) {
    return switch (row) {
      case FileRow.Broken(_, var fault, var start) ->
          new Reading.Refused(new Fault.Found(fault, "", start));
      case FileRow.Cells(var line, var texts) -> read(line, texts);
    };
  }

  private Reading read(long line, List<String> texts) {
    var draft = new Draft(began);
    boolean blank = true;
    for (int i = 0; i < texts.size(); i++) {
      var meaning = columns.meanings().get(i);
      var text = stripped(texts.get(i));
      if (!cells.isBlank(meaning, text)) {
        blank = false;
        cells.read(i, meaning, text, draft);
      }
    }
    if (blank) {
      return new Reading.Blank();
    }
    draft.settle(playbook.imports().consentBasis());
    // Also an address that a survey or another column told: it names the person all the same.
    draft
        .identities()
        .addAll(normalizer.told(draft.values().get(Field.EMAIL), draft.values().get(Field.MOBILE)));
    return draft.identities().isEmpty()
        ? new Reading.Refused(draft.whyNobody())
        : new Reading.Told(events(line, draft), draft.doubts(), draft.isMailable());
  }

  // Blanks of all kinds, and what nobody sees.
  private static String stripped(String cell) {
    int from = 0;
    int to = cell.length();
    while (from < to && isBlank(cell.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(cell.charAt(to - 1))) {
      to--;
    }
    return cell.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF;
  }

  private List<LeadEvent> events(long line, Draft draft) {
    draft.values().put("imported", batch);
    var events = new ArrayList<LeadEvent>();
    events.add(
        LeadEvent.of(
                "import." + batch + "." + line,
                draft.at(),
                Channel.IMPORT,
                draft.identities(),
                Origin.NONE,
                new RecordImported(batch, line, draft.values()))
            .vouched());
    draft.contents().forEach(content -> events.add(view(content, draft)));
    return events;
  }

  // Named after person, content and date: a view that two files tell is one view.
  private LeadEvent view(String content, Draft draft) {
    var person = draft.identities().getFirst().toString();
    var date = draft.viewedAt().map(Instant::toString).orElse("");
    var at =
        draft
            .viewedAt()
            .orElseGet(() ->
                playbook.company().days().after(began, playbook.imports().viewsAge().negated()));
    return LeadEvent.of(
            "viewed." + Ids.derived("viewed", person, content, date),
            at,
            Channel.IMPORT,
            draft.identities(),
            Origin.NONE,
            new ContentRead(content, playbook.contents().get(content).version(), 0, null))
        .vouched();
  }
}
