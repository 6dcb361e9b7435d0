package dev.trellis.imports.row;

import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.playbook.AnswerRule;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Imports;
import dev.trellis.core.playbook.Imports.Column;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Field;
import dev.trellis.imports.file.CellCheck;
import dev.trellis.imports.file.Fault;
import java.time.Duration;
import java.util.Set;

/** What one cell says, by what its column means. */
final class CellReader {

  private static final Duration AHEAD = Duration.ofDays(1);
  private static final Set<String> YES =
      Set.of("是", "同意", "已同意", "已授权", "授权", "有", "y", "yes", "true", "1", "optin", "granted");
  private static final Set<String> NO =
      Set.of("否", "不同意", "未授权", "拒绝", "退订", "n", "no", "false", "0", "optout", "denied");

  private final Playbook playbook;
  private final AnswerRule rule;
  private final NameCells names;
  private final ChoiceCells choices;
  private final ContentCells contents;

  CellReader(Playbook playbook) {
    this.playbook = playbook;
    var normalizer = new Normalizer(playbook.company().country());
    this.rule = new AnswerRule(normalizer);
    this.names = new NameCells(normalizer, playbook.handOffTo());
    this.choices = new ChoiceCells(playbook);
    this.contents = new ContentCells(playbook);
  }

  /** True if a cell says nothing. */
  boolean isBlank(String text) {
    return CellCheck.saysNothing(text) || playbook.imports().blanks().contains(Imports.plain(text));
  }

  void read(Columns.Meaning meaning, String text, Draft draft) {
    switch (meaning) {
      case Columns.Meaning.Known(var header, var column) -> known(header, column, text, draft);
      case Columns.Meaning.Asked(var header, var question) ->
          choices.asked(header, question, text, draft);
      case Columns.Meaning.Other(var header) -> draft.keep(header, text);
    }
  }

  private void known(String header, Column column, String text, Draft draft) {
    switch (column.as()) {
      case TEXT -> text(header, column, text, draft);
      case CHOICE -> choices.chosen(header, column, text, draft);
      case EMAIL, PHONE, UNIONID, OPENID, WECOM, CRM -> names.read(header, column, text, draft);
      case DATE -> date(header, text, draft);
      case CONSENT -> consent(header, text, draft);
      case CONTENTS -> contents.viewed(header, text, draft);
    }
  }

  private void text(String header, Column column, String text, Draft draft) {
    switch (rule.judge(Form.Kind.TEXT, text)) {
      case AnswerRule.Blank _ -> {}
      case AnswerRule.Good(var good, _) -> draft.tell(column.to(), good);
      case AnswerRule.Bad _ -> draft.doubt(Fault.NO_LINE, header, text);
    }
  }

  private void date(String header, String text, Draft draft) {
    Dates.parse(text, playbook.company().zone())
        .filter(at -> !at.isAfter(draft.began().plus(AHEAD)))
        .map(at -> at.isAfter(draft.began()) ? draft.began() : at)
        .ifPresentOrElse(draft::date, () -> draft.doubt(Fault.NOT_A_DATE, header, text));
  }

  private static void consent(String header, String text, Draft draft) {
    var plain = Imports.plain(text);
    if (YES.contains(plain) || NO.contains(plain)) {
      draft.tell(Field.CONSENT, YES.contains(plain) ? "yes" : "no");
    } else {
      draft.doubt(Fault.NEITHER_YES_NOR_NO, header, text);
    }
  }
}
