package dev.trellis.local.importing;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.playbook.Imports;
import dev.trellis.core.playbook.Imports.Column;
import dev.trellis.core.playbook.Imports.Question;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Field;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What one cell says, by what its column means. */
final class CellReader {

  private static final Pattern MARKS = Pattern.compile("[;；|┋\\n、,，/]+");
  private static final Pattern LINES = Pattern.compile("[;；|┋\\n]+");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:/-]{1,128}");
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final Set<String> YES =
      Set.of("是", "同意", "已同意", "已授权", "授权", "有", "y", "yes", "true", "1", "optin", "granted");
  private static final Set<String> NO =
      Set.of("否", "不同意", "未授权", "拒绝", "退订", "n", "no", "false", "0", "optout", "denied");

  private final Playbook playbook;
  private final Imports imports;
  private final Normalizer normalizer;
  private final Map<String, Answers> answers = new HashMap<>();
  private final Map<String, String> contents = new HashMap<>();

  CellReader(Playbook playbook) {
    this.playbook = playbook;
    this.imports = playbook.imports();
    this.normalizer = new Normalizer(playbook.company().country());
    playbook
        .contents()
        .values()
        .forEach(content -> {
          contents.putIfAbsent(Imports.plain(content.id()), content.id());
          content
              .title()
              .texts()
              .values()
              .forEach(title -> contents.putIfAbsent(Imports.plain(title), content.id()));
        });
  }

  /** True if a cell says nothing. */
  boolean isBlank(String text) {
    return CellCheck.saysNothing(text) || imports.blanks().contains(Imports.plain(text));
  }

  void read(Columns.Meaning meaning, String text, Draft draft) {
    switch (meaning) {
      case Columns.Meaning.Known(var header, var column) -> known(header, column, text, draft);
      case Columns.Meaning.Asked(var header, var question) -> asked(header, question, text, draft);
      case Columns.Meaning.Other(var header) -> draft.keep(header, text);
    }
  }

  private void known(String header, Column column, String text, Draft draft) {
    switch (column.as()) {
      case TEXT -> draft.tell(column.to(), text);
      case CHOICE -> chosen(header, column, text, draft);
      case EMAIL -> named(header, column, text, draft, normalizer::email, Fault.NOT_AN_ADDRESS);
      case PHONE -> named(header, column, text, draft, this::phone, Fault.NOT_A_MOBILE);
      case UNIONID -> id(header, column, text, draft, IdentityType.UNIONID);
      case OPENID -> id(header, column, text, draft, IdentityType.OPENID);
      case WECOM -> id(header, column, text, draft, IdentityType.WECOM);
      case CRM -> id(header, column, text, draft, IdentityType.CRM);
      case DATE -> date(header, text, draft);
      case CONSENT -> consent(header, text, draft);
      case CONTENTS -> viewed(header, text, draft);
    }
  }

  private void named(
      String header,
      Column column,
      String text,
      Draft draft,
      Function<String, Optional<Identity>> read,
      Fault fault) {
    boolean any = false;
    for (var part : parts(text, t -> read.apply(t).isPresent(), MARKS)) {
      var identity = read.apply(part);
      identity.ifPresent(i -> draft.name(column.to(), i));
      any |= identity.isPresent();
    }
    if (!any) {
      draft.doubt(fault, header, text);
    }
  }

  // Spreadsheets make numbers of numbers.
  private Optional<Identity> phone(String text) {
    return normalizer.phone(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
  }

  private static void id(
      String header, Column column, String text, Draft draft, IdentityType type) {
    if (ID.matcher(text).matches()) {
      draft.name(column.to(), new Identity(type, text));
    } else {
      draft.doubt(Fault.NOT_AN_ID, header, text);
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

  private void chosen(String header, Column column, String text, Draft draft) {
    var found = options(answers(column), text);
    if (found.options().isEmpty() || found.hasMore()) {
      draft.doubt(Fault.NO_OPTION, header, text);
    }
    if (!found.options().isEmpty()) {
      draft.declare(column.to(), String.join(",", found.options()));
    }
  }

  private void asked(String header, Question question, String text, Draft draft) {
    draft.tell("survey." + question.id(), text);
    var found = options(answers(question), text);
    if (found.options().isEmpty()) {
      draft.doubt(Fault.NO_OPTION, header, text);
    } else {
      draft.answer(question.to(), String.join(",", found.options()), question.id());
    }
  }

  private void viewed(String header, String text, Draft draft) {
    boolean all = true;
    for (var part : parts(text, t -> contents.containsKey(Imports.plain(t)), LINES)) {
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

  private record Chosen(TreeSet<String> options, boolean hasMore) {}

  private static Chosen options(Answers answers, String text) {
    var chosen = new Chosen(new TreeSet<>(), false);
    for (var part : parts(text, t -> answers.find(t).isPresent(), MARKS)) {
      var option = answers.find(part);
      option.ifPresent(chosen.options()::add);
      if (option.isEmpty()) {
        chosen = new Chosen(chosen.options(), true);
      }
    }
    return chosen;
  }

  private Answers answers(Column column) {
    return answers.computeIfAbsent(
        column.to(), to -> Answers.of(playbook, to, List.of(column.values())));
  }

  // What a column's values mean, they mean in a survey as well.
  private Answers answers(Question question) {
    return answers.computeIfAbsent(
        "survey." + question.id(),
        _ ->
            Answers.of(
                playbook,
                question.to(),
                List.of(
                    question.answers(),
                    imports.columns().stream()
                        .filter(c -> c.to().equals(question.to()))
                        .findFirst()
                        .map(Column::values)
                        .orElse(Map.of()))));
  }

  // A label may hold the very marks that part several of them.
  private static List<String> parts(String text, Predicate<String> isOne, Pattern marks) {
    return isOne.test(text)
        ? List.of(text)
        : marks.splitAsStream(text).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }
}
