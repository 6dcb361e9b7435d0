package dev.trellis.imports.row;

import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.playbook.AnswerRule;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Imports;
import dev.trellis.core.playbook.Imports.Column;
import dev.trellis.core.playbook.Imports.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.imports.file.CellCheck;
import dev.trellis.imports.file.DateOrder;
import dev.trellis.imports.file.Fault;
import java.time.Duration;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What one cell says, by what its column means. */
final class CellReader {

  private static final Duration AHEAD = Duration.ofDays(1);

  /** What people put where there is nothing. */
  private static final Pattern NOTHING = Pattern.compile("[-–—_/\\\\.·\\s]+");

  private static final int LONGEST_BLANK = 40;

  private final Playbook playbook;
  private final SortedMap<Integer, DateOrder> orders;
  private final AnswerRule rule;
  private final NameCells names;
  private final ChoiceCells choices;
  private final ContentCells contents;

  /**
   * @param orders of the dates, by column
   */
  CellReader(Playbook playbook, SortedMap<Integer, DateOrder> orders) {
    this.playbook = playbook;
    this.orders = orders;
    var normalizer = new Normalizer(playbook.company().country());
    this.rule = new AnswerRule(normalizer);
    this.names = new NameCells(normalizer, playbook.handOffTo());
    this.choices = new ChoiceCells(playbook);
    this.contents = new ContentCells(playbook);
  }

  /** True if a cell says nothing. What somebody allows us is said by a mark as well. */
  boolean isBlank(Columns.Meaning meaning, String text) {
    if (text.isEmpty()) {
      return true;
    }
    return switch (meaning) {
      case Columns.Meaning.Wish _ -> false;
      case Columns.Meaning.Known(_, var column)
          when column.as() == Kind.CONSENT || column.as() == Kind.OPTOUT ->
          false;
      case Columns.Meaning.Known(_, var column) ->
          saysNothing(text)
              || !column.nothing().isEmpty() && column.nothing().contains(Imports.plain(text));
      case Columns.Meaning.Asked _ -> saysNothing(text);
      case Columns.Meaning.Other _ -> NOTHING.matcher(text).matches() || isBlankWord(text);
    };
  }

  private boolean saysNothing(String text) {
    return CellCheck.saysNothing(text) || isBlankWord(text);
  }

  private boolean isBlankWord(String text) {
    return text.length() <= LONGEST_BLANK
        && playbook.imports().blanks().contains(Imports.plain(text));
  }

  void read(int number, Columns.Meaning meaning, String text, Draft draft) {
    switch (meaning) {
      case Columns.Meaning.Known(var header, _) when CellCheck.hasLost(text) ->
          draft.doubt(Fault.LOST_CHARACTERS, header, text);
      case Columns.Meaning.Known(var header, var column) ->
          known(number, header, column, text, draft);
      case Columns.Meaning.Asked(var header, var question) ->
          choices.asked(header, question, text, draft);
      case Columns.Meaning.Wish(var header) -> {
        // A yes to something else is none to mail; anything else may be a no.
        if (YesNo.wanted(text) != YesNo.YES) {
          draft.wish(YesNo.UNCLEAR);
        }
        draft.keep(header, text);
      }
      case Columns.Meaning.Other(var header) -> draft.keep(header, text);
    }
  }

  private void known(int number, String header, Column column, String text, Draft draft) {
    switch (column.as()) {
      case TEXT -> line(header, text, draft, good -> draft.tell(column.to(), good, header));
      case GIVEN -> line(header, text, draft, draft::given);
      case FAMILY -> line(header, text, draft, draft::family);
      case CHOICE -> choices.chosen(header, column, text, draft);
      case EMAIL, PHONE, UNIONID, OPENID, WECOM, CRM -> names.read(header, column, text, draft);
      case MET -> date(number, header, text, draft, draft::met);
      case CHANGED -> date(number, header, text, draft, draft::changed);
      case ANSWERED ->
          date(
              number,
              header,
              text,
              draft,
              moment -> {
                draft.met(moment);
                draft.changed(moment);
              });
      case CONSENT -> wish(YesNo.wanted(text), header, text, draft);
      case OPTOUT -> out(YesNo.out(text), header, text, draft);
      case CONTENTS -> contents.viewed(header, text, draft);
    }
  }

  private void line(String header, String text, Draft draft, Consumer<String> tell) {
    switch (rule.judge(Form.Kind.TEXT, text)) {
      case AnswerRule.Blank _ -> {}
      case AnswerRule.Good(var good, _) -> tell.accept(good);
      case AnswerRule.Bad(var why) ->
          draft.doubt(
              why == AnswerRule.Fault.CHARACTERS ? Fault.CONTROL_CHARACTERS : Fault.NO_LINE,
              header,
              text);
    }
  }

  private void date(
      int number, String header, String text, Draft draft, Consumer<Dates.Moment> tell) {
    var readings = Dates.read(text, playbook.company().zone());
    var order = orders.get(number);
    (order == null ? readings.only() : readings.in(order))
        .filter(moment -> !moment.at().isAfter(draft.began().plus(AHEAD)))
        .ifPresentOrElse(tell, () -> draft.doubt(Fault.NOT_A_DATE, header, text));
  }

  private static void wish(YesNo said, String header, String text, Draft draft) {
    draft.wish(said);
    if (said == YesNo.UNCLEAR) {
      draft.doubt(Fault.NEITHER_YES_NOR_NO, header, text);
    }
  }

  private static void out(YesNo said, String header, String text, Draft draft) {
    switch (said) {
      case YES -> draft.wish(YesNo.NO);
      case NO -> {}
      case UNCLEAR -> wish(said, header, text, draft);
    }
  }
}
