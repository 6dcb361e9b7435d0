package dev.trellis.imports.row;

import module java.base;

import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.ImportOptions;
import dev.trellis.core.playbook.Imports;
import dev.trellis.core.playbook.Imports.Column;
import dev.trellis.core.playbook.Imports.Kind;
import dev.trellis.core.playbook.Imports.Question;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.TellableFields;

/** What the columns of one file mean. */
record Columns(List<Meaning> meanings) {

  private static final Pattern OPT_OUT =
      Pattern.compile("optout|optedout|unsubscri|donot(e?mail|contact)|退订|取消订阅|拒收|不(再)?接(收|受)");
  private static final Pattern CONSENT =
      Pattern.compile("consent|optin|optedin|subscri|agree|同意|订阅");
  private static final Pattern OTHER_WAYS = Pattern.compile("fax|sms|phone|call|传真|短信|电话");

  /** What one column means. A header that stands twice is known by its number as well. */
  sealed interface Meaning {

    String header();

    /** A fact or a name of the person. */
    record Known(String header, Column column) implements Meaning {}

    /** A question of a survey. */
    record Asked(String header, Question question) implements Meaning {}

    /** Something that the playbook does not know, but it is about what the person allows us. */
    record Wish(String header) implements Meaning {}

    /** Something that the playbook does not know. */
    record Other(String header) implements Meaning {}
  }

  static Columns of(List<String> headers, Playbook playbook) {
    var labels = labels(playbook);
    var seen = new HashMap<String, Integer>();
    var meanings = new ArrayList<Meaning>();
    for (var header : headers) {
      var text = header.strip();
      int times = seen.merge(text, 1, Integer::sum);
      meanings.add(
          meaning(text, times > 1 ? text + " " + times : text, playbook.imports(), labels));
    }
    return new Columns(meanings);
  }

  private static Meaning meaning(
      String header, String name, Imports imports, Map<String, Column> labels) {
    var plain = Imports.plain(header);
    Optional<Meaning> known = imports.column(header).map(c -> new Meaning.Known(name, c));
    return known
        .or(() -> imports.question(header).map(q -> new Meaning.Asked(name, q)))
        .or(() -> Optional.ofNullable(labels.get(plain)).map(c -> new Meaning.Known(name, c)))
        .or(() -> sounding(name, plain))
        .orElseGet(() -> new Meaning.Other(name));
  }

  // A word on mail must not get lost because nobody has listed its header.
  private static Optional<Meaning> sounding(String name, String plain) {
    if (OTHER_WAYS.matcher(plain).find()) {
      return Optional.empty();
    } else if (OPT_OUT.matcher(plain).find()) {
      return Optional.of(
          new Meaning.Known(
              name, new Column("consent", Kind.OPTOUT, List.of(), Map.of(), Set.of())));
    }
    return CONSENT.matcher(plain).find() ? Optional.of(new Meaning.Wish(name)) : Optional.empty();
  }

  // What the product itself calls its fields, and their ids.
  private static Map<String, Column> labels(Playbook playbook) {
    var tellable = new TellableFields(playbook);
    var labels = new HashMap<String, Column>();
    playbook.fields().byId().values().stream()
        .filter(field -> tellable.contains(field.id()))
        .forEach(field -> {
          var column = column(playbook, field.id(), Form.Kind.TEXT);
          labels.putIfAbsent(Imports.plain(field.id()), column);
          field.name().texts().values().forEach(t -> labels.putIfAbsent(Imports.plain(t), column));
        });
    playbook.forms().values().stream()
        .flatMap(form -> form.questions().stream())
        .filter(question -> tellable.contains(question.id()))
        .forEach(question -> {
          var column = column(playbook, question.id(), question.kind());
          question
              .label()
              .texts()
              .values()
              .forEach(t -> labels.putIfAbsent(Imports.plain(t), column));
        });
    return labels;
  }

  private static Column column(Playbook playbook, String field, Form.Kind asked) {
    return playbook.imports().columns().stream()
        .filter(c -> c.to().equals(field))
        .findFirst()
        .orElseGet(
            () -> new Column(field, kind(playbook, field, asked), List.of(), Map.of(), Set.of()));
  }

  private static Kind kind(Playbook playbook, String field, Form.Kind asked) {
    return switch (asked) {
      case EMAIL -> Kind.EMAIL;
      case PHONE -> Kind.PHONE;
      case CONSENT -> Kind.CONSENT;
      case TEXT, CHOICE, CHOICES ->
          ImportOptions.of(playbook, field).ids().isEmpty() ? Kind.TEXT : Kind.CHOICE;
    };
  }

  /** All headers that the playbook knows, in plain form. */
  static Set<String> words(Playbook playbook) {
    var words = new HashSet<>(labels(playbook).keySet());
    playbook.imports().columns().forEach(column -> words.addAll(column.headers()));
    playbook.imports().questions().forEach(question -> words.addAll(question.texts()));
    return words;
  }

  /** The same for as long as the columns mean the same: then a file read again says the same. */
  String fingerprint(Playbook playbook) {
    var imports = playbook.imports();
    var text = new StringBuilder();
    for (var meaning : meanings) {
      text.append('\n').append(meaning.header()).append('\t');
      switch (meaning) {
        case Meaning.Known(_, var column) ->
            text.append(column.to())
                .append(column.as())
                .append(new TreeMap<>(column.values()))
                .append(new TreeSet<>(column.nothing()))
                .append(ImportOptions.of(playbook, column.to()).texts());
        case Meaning.Asked(_, var question) ->
            text.append(question.id())
                .append(question.to())
                .append(new TreeMap<>(question.answers()))
                .append(ImportOptions.of(playbook, question.to()).texts());
        case Meaning.Wish _ -> text.append('?');
        case Meaning.Other _ -> text.append('-');
      }
    }
    return text.append('\n')
        .append(imports.consentBasis())
        .append(new TreeSet<>(imports.blanks()))
        .append(imports.viewsAge())
        .append(playbook.company().zone())
        .append(playbook.company().country())
        .toString();
  }

  /** How many columns the playbook knows. */
  long known() {
    return meanings.stream().filter(m -> !(m instanceof Meaning.Other)).count();
  }

  boolean namePeople() {
    return meanings.stream()
        .anyMatch(m -> m instanceof Meaning.Known k && k.column().as().isIdentity());
  }

  /** Headers that the playbook does not know. */
  List<String> others() {
    return meanings.stream()
        .filter(m -> m instanceof Meaning.Other || m instanceof Meaning.Wish)
        .map(Meaning::header)
        .filter(h -> !h.isBlank())
        .toList();
  }

  List<String> headers() {
    return meanings.stream().map(Meaning::header).toList();
  }
}
