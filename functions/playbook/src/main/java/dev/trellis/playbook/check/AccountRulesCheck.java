package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.dictionary.CompanyNames;
import dev.trellis.core.playbook.AccountRules;
import dev.trellis.core.playbook.NamedAccount;
import dev.trellis.playbook.yaml.Yaml;

/** What is wrong with {@code accounts.yaml} though each line of it reads well. */
public record AccountRulesCheck(
    AccountRules rules, CompanyNames companies, Map<String, Yaml> places) {

  /** These rest on exclusions themselves; points for fit do not, which is checked there. */
  private static final Set<String> AFTER_EXCLUSIONS = Set.of("excluded", "stage");

  public void run() {
    rules.exclusions().forEach(this::exclusion);
    var names = new HashMap<String, String>();
    var domains = new HashMap<String, String>();
    for (var account : rules.named()) {
      once(account, "name", account.cores(), names);
      once(account, "domain", account.domains(), domains);
      if (!companies.equals(CompanyNames.EMPTY)) {
        nameable(account);
      }
    }
  }

  private void exclusion(AccountRules.Exclusion exclusion) {
    exclusion
        .when()
        .leaves()
        .map(Condition.Leaf::field)
        .filter(AFTER_EXCLUSIONS::contains)
        .distinct()
        .forEach(field ->
            places
                .get("exclusion " + exclusion.id())
                .problem(
                    "the exclusion asks for \"" + field + "\", which exclusions decide",
                    "Ask for what is known about the person or the company"));
  }

  private void once(
      NamedAccount account, String kind, Collection<String> words, Map<String, String> seen) {
    for (var word : words) {
      var other = seen.put(word, account.id());
      if (other != null && !other.equals(account.id())) {
        at(
            account,
            "shares the %s \"%s\" with the account \"%s\"".formatted(kind, word, other),
            "Give it to one of them");
      }
    }
  }

  private void nameable(NamedAccount account) {
    for (var name : account.name().texts().values()) {
      if (!companies.tells(name)) {
        at(
            account,
            "the name \"" + name + "\" tells no company from others",
            "Write the name that tells it from others");
      }
    }
  }

  private void at(NamedAccount account, String what, String remedy) {
    places.get("account " + account.id()).problem(what, remedy);
  }
}
