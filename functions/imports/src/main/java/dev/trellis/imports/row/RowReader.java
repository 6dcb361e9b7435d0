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
import dev.trellis.core.text.Characters;
import dev.trellis.imports.file.CellCheck;
import dev.trellis.imports.file.CsvRow;
import dev.trellis.imports.file.Fault;

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
  RowReader(Playbook playbook, Columns columns, String batch, Instant began) {
    this.playbook = playbook;
    this.columns = columns;
    this.cells = new CellReader(playbook);
    this.normalizer = new Normalizer(playbook.company().country());
    this.batch = batch;
    this.began = began;
  }

  Reading read(CsvRow row) {
    return switch (row) {
      case CsvRow.Broken(_, var fault, var start) ->
          new Reading.Refused(new Fault.Found(fault, "", start));
      case CsvRow.Cells(var line, var texts) -> read(line, texts);
    };
  }

  private Reading read(long line, List<String> texts) {
    var draft = new Draft(began);
    boolean blank = true;
    for (int i = 0; i < texts.size(); i++) {
      var meaning = columns.meanings().get(i);
      var text = texts.get(i).strip();
      var fault = CellCheck.fault(text).or(() -> marks(meaning, text));
      if (fault.isPresent()) {
        return new Reading.Refused(new Fault.Found(fault.get(), meaning.header(), text));
      }
      if (!cells.isBlank(text)) {
        blank = false;
        cells.read(meaning, text, draft);
      }
    }
    if (blank) {
      return new Reading.Blank();
    }
    // Also an address that a survey or another column told: it names the person all the same.
    draft
        .identities()
        .addAll(normalizer.told(draft.values().get(Field.EMAIL), draft.values().get(Field.MOBILE)));
    return draft.identities().isEmpty()
        ? new Reading.Refused(draft.whyNobody())
        : new Reading.Told(events(line, draft), draft.doubts());
  }

  // What nobody sees in a name makes it another one.
  private static Optional<Fault> marks(Columns.Meaning meaning, String cell) {
    return meaning instanceof Columns.Meaning.Known(_, var column)
            && column.as().isIdentity()
            && Characters.haveMarks(cell)
        ? Optional.of(Fault.CONTROL_CHARACTERS)
        : Optional.empty();
  }

  private List<LeadEvent> events(long line, Draft draft) {
    playbook.imports().consentBasis().ifPresent(draft::assumeConsent);
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
    var date = draft.isDated() ? draft.at().toString() : "";
    var at =
        draft.isDated()
            ? draft.at()
            : playbook.company().days().after(began, playbook.imports().viewsAge().negated());
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
