package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.Calls;
import dev.trellis.core.playbook.Calls.Again;
import dev.trellis.core.playbook.Calls.Outcome;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** {@code calls.yaml}. */
@Says("The agreed form by which sales writes down a call; it takes nothing else.")
record CallsFile(
    Yaml at,
    @Says("Fields that may be told, in the order in which they are asked.") @Filled
        List<String> fields,
    @Says("How a call may end, in the order in which that is offered.")
        @Each("outcome")
        @Wrong("a second outcome \"%s\"")
        Map<String, Outcome> outcomes,
    @Says("Where salespeople get their mail, by the name under which leads are theirs.") @Or
        Map<String, String> mailboxes)
    implements Means<Calls> {

  @Override
  public Calls meaning(Reading reading) {
    reading.places().put("calls", at);
    return new Calls(fields, outcomes, new TreeMap<>(mailboxes == null ? Map.of() : mailboxes));
  }

  record Entry(
      @Says("As it is stored, and as conditions ask for it: call.outcome.") @Like(Like.SLUG)
          String id,
      @Says("As people see it.") Wording name,
      @Says("Fields of the form that must be told with this outcome.") @Or List<String> needs,
      @Says("Whether it is said when to call again: none, asked or needed. Else none.") @Or("none")
          Again callback)
      implements Means<Outcome> {
    @Override
    public Outcome meaning(Reading reading) {
      return new Outcome(id, name, needs == null ? List.of() : needs, callback);
    }
  }
}
