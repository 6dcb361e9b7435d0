package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.Imports;
import dev.trellis.core.playbook.Imports.Column;
import dev.trellis.core.playbook.Imports.Kind;
import dev.trellis.core.playbook.Imports.Question;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** {@code imports.yaml}. */
@Says("How files of leads that we own already are understood.")
record ImportsFile(
    Yaml at,
    @Says("The columns.") @Filled List<Column> columns,
    @Says("Questions of past surveys that stand as headers.") @Or List<Question> surveys,
    @Says("keep: an unknown column becomes a fact import.<header>; refuse: its file is refused.")
        @Or("keep")
        @Words({"keep", "refuse"})
        @Wrong("unknown word \"%s\"")
        String otherColumns,
    @Says("What holds for people of whom a file says nothing about consent.")
        Optional<Consent> consent,
    @Says("Cells that say nothing.") @Or @OneOrMore Set<String> blanks,
    @Says("Views without a date.") Optional<Views> views,
    @Says("Who is left to be asked by a journey.") Condition unclassified)
    implements Means<Imports> {

  private static final String FACT = "[a-zA-Z][a-zA-Z0-9-]*(\\.[a-zA-Z0-9-]+)*";

  @Override
  public Imports meaning(Reading reading) {
    reading.places().put("imports", at);
    return new Imports(
        columns,
        surveys,
        otherColumns.equals("keep"),
        consent.flatMap(Consent::given),
        blanks.stream().map(Imports::plain).collect(Collectors.toUnmodifiableSet()),
        views.map(Views::age).orElse(Period.ZERO),
        unclassified);
  }

  record Heading(
      Yaml at,
      @Says("The fact that a cell tells, such as company.") @Like(FACT) String to,
      @Says(
              "What a cell is: text, one or several options, a name by which a channel knows the"
                  + " person, a part of the person's name, a date of the row (met: when the record"
                  + " was made, changed: when it was last true, answered: both), yes or no to mail,"
                  + " yes to no more mail, or contents viewed.")
          @Or("text")
          @Wrong("unknown kind of column \"%s\"")
          Kind as,
      @Says("Headers as people write them, in any language.") @Filled @OneOrMore
          List<String> headers,
      @Says("What people write, per option; ids and the labels of forms are known anyway.")
          @Or
          @OneOrMore
          Map<String, List<Yaml>> values,
      @Says("Cells of this column that say nothing.") @Or @OneOrMore Set<String> nothing)
      implements Means<Column> {
    @Override
    public Column meaning(Reading reading) {
      reading.places().put("import column " + to, at);
      return new Column(
          to,
          as,
          plain(headers),
          options(values),
          nothing.stream().map(Imports::plain).collect(Collectors.toUnmodifiableSet()));
    }
  }

  record Asked(
      Yaml at,
      @Says("The answer as it was given is kept as survey.<id>.") String id,
      @Says("The question as it was asked, in any language.") @Filled @OneOrMore
          List<String> question,
      @Says("The fact that an answer tells.") @Like(FACT) String to,
      @Says("What people answered, per option.") @Or @OneOrMore Map<String, List<Yaml>> answers)
      implements Means<Question> {
    @Override
    public Question meaning(Reading reading) {
      reading.places().put("import question " + id, at);
      return new Question(id, plain(question), to, options(answers));
    }
  }

  @Also(
      """
      {"if": {"properties": {"missing": {"const": "given"}}}, "then": {"required": ["basis"]}}
      """)
  record Consent(
      Yaml at,
      @Says("unknown: no mail until they say yes; given: they have said so elsewhere.")
          @Words({"unknown", "given"})
          @Wrong("unknown word \"%s\"")
          String missing,
      @Says("Where the consent is on record.") @Or String basis) {
    private Optional<String> given() {
      return missing.equals("given") ? Optional.of(at.text("basis")) : Optional.empty();
    }
  }

  record Views(@Says("How far back they are taken to lie (ISO 8601).") Period age) {}

  private static List<String> plain(List<String> texts) {
    return texts.stream().map(Imports::plain).distinct().toList();
  }

  private static Map<String, String> options(Map<String, List<Yaml>> textsByOption) {
    var options = new LinkedHashMap<String, String>();
    textsByOption.forEach((option, texts) -> {
      for (var text : texts) {
        var before = options.putIfAbsent(Imports.plain(text.text()), option);
        if (before != null && !before.equals(option)) {
          text.problem(
              "\"" + text.text() + "\" already means another option", "Write it once only");
        }
      }
    });
    return options;
  }
}
