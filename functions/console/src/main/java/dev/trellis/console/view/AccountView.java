package dev.trellis.console.view;

import module java.base;

import dev.trellis.console.account.Account;
import dev.trellis.console.account.Chain;
import dev.trellis.console.account.Chain.Slot;
import dev.trellis.console.account.Person;
import dev.trellis.console.account.RollUp;
import dev.trellis.console.account.Telling;
import dev.trellis.core.account.Joining;
import dev.trellis.core.account.Kinship;
import dev.trellis.core.json.Json.Inline;
import dev.trellis.core.playbook.NamedAccount;
import dev.trellis.core.profile.CompanyKey;

/** A company from every side. */
public record AccountView(
    @Inline Line line,
    List<CompanyKey> aliases,
    Map<String, Fact> facts,
    List<Person> people,
    List<Person> former,
    List<Role> chain,
    SortedMap<String, Sum> scores,
    List<Joining> joinings,
    SortedMap<CompanyKey, Kinship> kin) {

  /** A company in short; people, former ones, and companies that may be the same are counted. */
  public record Line(
      CompanyKey key,
      String name,
      String named,
      Integer priority,
      String tier,
      Instant customerSince,
      int people,
      int former,
      int coveragePercent,
      int possibly) {

    public static Line of(Account account) {
      return new Line(
          account.key(),
          account.name(),
          account.named().map(NamedAccount::id).orElse(null),
          account.named().map(NamedAccount::priority).orElse(null),
          account.named().map(NamedAccount::tier).orElse(null),
          account.customerSince().orElse(null),
          account.people().size(),
          account.former().size(),
          account.chain().coveragePercent(),
          account.possibly());
    }
  }

  record Fact(@Inline Telling shown, int confidencePercent, List<Telling> others) {}

  /** A role of the decision chain, and who has it. */
  record Role(
      String role,
      Map<String, String> name,
      Chain.State state,
      int weight,
      boolean required,
      List<String> people,
      List<String> former) {

    static Role of(Slot slot) {
      var role = slot.role();
      return new Role(
          role.role(),
          role.name().texts(),
          slot.state(),
          role.weight(),
          role.required(),
          slot.people(),
          slot.former());
    }
  }

  /** A score of the company, and what each of its people adds. */
  record Sum(BigDecimal points, SortedMap<String, BigDecimal> ofPeople) {
    static Sum of(RollUp score) {
      var ofPeople = new TreeMap<String, BigDecimal>();
      score.ofPeople().forEach((lead, own) -> ofPeople.put(lead, Thousandths.exact(own)));
      return new Sum(Thousandths.exact(score.sum()), ofPeople);
    }
  }

  /** The whole of an account. */
  public static AccountView of(Account account) {
    var facts = new LinkedHashMap<String, Fact>();
    account
        .facts()
        .forEach(f -> facts.put(f.field(), new Fact(f.shown(), f.confidencePercent(), f.others())));
    var scores = new TreeMap<String, Sum>();
    account.scores().forEach(score -> scores.put(score.name(), Sum.of(score)));
    return new AccountView(
        Line.of(account),
        account.aliases(),
        facts,
        account.people(),
        account.former(),
        account.chain().slots().stream().map(Role::of).toList(),
        scores,
        account.joinings(),
        account.kin());
  }
}
