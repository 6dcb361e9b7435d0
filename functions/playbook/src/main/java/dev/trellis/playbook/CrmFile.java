package dev.trellis.playbook;

import dev.trellis.core.playbook.Assignment;
import dev.trellis.core.playbook.Assignment.Rule;
import dev.trellis.core.playbook.CrmSource;
import dev.trellis.playbook.bind.Grammar;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.bind.True;
import dev.trellis.playbook.yaml.Yaml;
import java.util.List;
import java.util.Map;

/** {@code crm.yaml} (R56). */
@Says("The CRMs that get hand-offs and write back.")
record CrmFile(
    Yaml at,
    @Says("Id of the source that gets new hand-offs.") @Like(Like.SLUG) String handOffTo,
    @Says("Who in sales is named in a hand-off: the first rule that names somebody.")
        @Or
        @Wrong(
            value = NOBODY,
            remedy = "Write one of: owner: true, industry: { finance: [name] }, turn: [name]")
        List<Rule> assign,
    @Says("The CRMs.") @Filled @Each("source") Map<String, CrmSource> sources)
    implements Grammar {

  private static final String NOBODY = "names nobody";
  private static final String TURNS = "Name whoever takes turns, such as [sales-east, sales-north]";

  Assignment assignment() {
    return new Assignment(assign);
  }

  @Says("Whoever has the lead or its company already.")
  record Owner(@Says("True.") True owner) implements Means<Rule.Owner> {
    @Override
    public Rule.Owner meaning(Reading reading) {
      return new Rule.Owner();
    }
  }

  @Of(Rule.Industry.class)
  record Industry(
      @Says("Who sells to which industry, by the names that the CRM knows; several take turns.")
          @Filled(value = NOBODY, remedy = TURNS)
          Map<String, List<String>> industry) {}

  @Of(Rule.Turn.class)
  record Turn(
      @Says("All of these take turns.") @Filled(value = NOBODY, remedy = TURNS)
          List<String> turn) {}

  @Of(CrmSource.class)
  record Source(
      @Says("Part of its webhook address, /crm/<id>.") String id,
      @Says("Its field names and ours.") @Or Map<String, String> fields) {}
}
