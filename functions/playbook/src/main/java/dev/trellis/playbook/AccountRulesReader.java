package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.dictionary.CompanyNames;
import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.playbook.AccountRules;
import dev.trellis.core.playbook.AccountRules.ChainRole;
import dev.trellis.core.playbook.NamedAccount;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** Reads {@code accounts.yaml}, by what the dictionary calls companies. */
final class AccountRulesReader {

  private AccountRulesReader() {}

  static AccountRules read(Source source, Dictionaries dictionaries) {
    return source
        .find("accounts.yaml", AccountsFile.class)
        .map(file -> file.rules(dictionaries.companies()))
        .orElse(AccountRules.EMPTY);
  }

  @Says("Which companies we look for, whom we keep out of MQL, and whom we need to know in each.")
  record AccountsFile(
      @Says("Companies we look for.") @Or @Each("account") List<Named> accounts,
      @Says("Rules that keep a person out of MQL while they hold; a lead names those that do.")
          @Or
          @Each("exclusion")
          List<Exclusion> exclusions,
      @Says("The roles that decide a purchase together.") @Or @Each("chain") List<ChainRole> chain)
      implements Grammar {

    private AccountRules rules(CompanyNames companies) {
      return new AccountRules(
          accounts.stream().map(named -> named.account(companies)).toList(),
          exclusions.stream().map(exclusion -> exclusion.rule(companies)).toList(),
          chain);
    }

    record Named(
        @Says("Its id in reports.") String id,
        @Says("Its full name.") Wording name,
        @Says("Other names that people write.") @Or List<Yaml> aliases,
        @Says("Domains of its mail; *.example.com is each below example.com, but not itself.")
            @Or
            @Like(MailDomains.LIKE)
            List<Yaml> domains,
        @Says("1 is the first; conditions ask for it as account.priority.") @Whole(least = 1)
            int priority,
        @Says("How much we do for it; conditions ask for it as account.tier.") @Like(Like.SLUG)
            String tier,
        @Says("What others know about it. It fills gaps and never replaces what was declared.") @Or
            NamedAccount.Outside outside) {
      private NamedAccount account(CompanyNames companies) {
        var listed = new ListedCompanies(companies);
        var cores = listed.cores(name.texts().values());
        cores.addAll(listed.read(aliases));
        return new NamedAccount(
            id,
            name,
            aliases.stream().map(Yaml::text).toList(),
            cores,
            new MailDomains(companies).read(domains),
            priority,
            tier,
            outside);
      }
    }

    record Outside(
        @Says("Who says so.") @Like(Like.SLUG) String source,
        @Says("The day on which it was true.") LocalDate asOf,
        @Says("How far we trust it.") @Whole(least = 1, most = 100) int confidencePercent,
        @Says("Values by field, as a form's options have them.") SortedMap<String, String> values)
        implements Means<NamedAccount.Outside> {
      @Override
      public NamedAccount.Outside meaning(Reading reading) {
        // At noon of UTC it is that day wherever companies are.
        var at = asOf.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new NamedAccount.Outside(source, at, confidencePercent, values);
      }
    }

    @Also(
        """
        {"anyOf": [{"required": ["when"]}, {"required": ["companies"]}, {"required": ["domains"]}]}
        """)
    record Exclusion(
        Yaml at,
        @Says("Shown as the reason.") String id,
        @Says("Its name.") Wording name,
        @Says("Whom it keeps out; asks neither for excluded nor for stage.")
            Optional<Condition> when,
        @Says("It keeps out everybody of these companies, by name.") @Or List<Yaml> companies,
        @Says(
                "It keeps out everybody with mail at these domains; *.example.com is each below"
                    + " example.com, but not itself.")
            @Or
            @Like(MailDomains.LIKE)
            List<Yaml> domains) {

      private AccountRules.Exclusion rule(CompanyNames names) {
        var any = new ArrayList<>(when.stream().toList());
        add(any, "account.name", new ListedCompanies(names).read(companies));
        add(any, "account.domain", new MailDomains(names).read(domains));
        if (when.isEmpty() && companies.isEmpty() && domains.isEmpty()) {
          at.problem("excludes nobody", "Add \"when:\", \"companies:\" or \"domains:\"");
        }
        return new AccountRules.Exclusion(
            id, name, any.size() == 1 ? any.getFirst() : new Condition.Any(List.copyOf(any)));
      }

      private static void add(List<Condition> any, String field, Set<String> words) {
        if (!words.isEmpty()) {
          any.add(new Leaf(field, new Condition.In(words)));
        }
      }
    }

    @Of(ChainRole.class)
    record Role(
        @Says("Role of the dictionary of titles.") @Like(Like.SLUG) String role,
        @Says("Its name.") Wording name,
        @Says("What knowing such a person is worth, whatever the rank.") @Whole(least = 1)
            int weight,
        @Says("A purchase is not decided without it.") boolean required) {}
  }
}
