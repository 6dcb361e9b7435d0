package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.Fields;
import dev.trellis.core.playbook.Fields.Block;
import dev.trellis.core.playbook.Fields.Derived;
import dev.trellis.core.playbook.Fields.FieldDefinition;
import dev.trellis.core.playbook.Fields.Kind;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.PortraitFields;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** {@code fields.yaml}. */
@Says("The facts a company works with: names, places, and what conditions may ask of them.")
record FieldsFile(
    @Says("In the order in which a profile shows them.") @Each("field")
        Map<String, FieldDefinition> fields)
    implements Means<Fields> {

  @Override
  public Fields meaning(Reading reading) {
    return new Fields(fields);
  }

  @Also("{\"not\": {\"required\": [\"counts\", \"firstDayOf\"]}}")
  record Entry(
      Yaml at,
      @Says("The name under which forms, imports, the CRM and conditions know it.")
          @Like(value = NAME, example = "company.size: words joined by dots")
          @Wrong("\"%s\" is no id of a field")
          String id,
      @Says("What people call it.") Wording name,
      @Says("The block of the 360° profile that shows it and counts it for completeness.")
          Block block,
      @Says(
              "choice: option ids, joined by commas. date: for within and olderThan. number: for"
                  + " atLeast. plan: a period from the day it was told, by the plans of playbook.yaml.")
          Kind kind,
      @Says("All answers there are; without them anything may be said.") @Or
          List<Form.Option> options,
      @Says("Confidence, in percent, from which a value that was only inferred counts.")
          @Or("100")
          @Whole(least = 1, most = 100)
          @Wrong("\"%s\" is no confidence")
          int countsFrom,
      @Says("Computed: how often the person did one of these, where nobody tells it.")
          Optional<Set<Behaviour>> counts,
      @Says("Computed: the first day on which the person did one of these.")
          Optional<Set<Behaviour>> firstDayOf)
      implements Means<FieldDefinition> {

    static final String NAME = "[a-z][A-Za-z0-9]*([.-][a-z0-9][A-Za-z0-9]*)*";

    @Override
    public FieldDefinition meaning(Reading reading) {
      if (PortraitFields.isReserved(id)) {
        at.problem(
            "\"" + id + "\" is what Trellis itself calls something", "Give the field another id");
      }
      var derived =
          counts
              .<Derived>map(Derived.Count::new)
              .or(() -> firstDayOf.map(Derived.FirstDay::new))
              .orElse(null);
      return new FieldDefinition(id, name, block, kind, options, countsFrom, derived);
    }
  }

  @Of(Form.Option.class)
  record Option(
      @Says("As it is stored.") @Like(".+") String id, @Says("As people see it.") Wording name) {}
}
