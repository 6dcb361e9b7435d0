package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.profile.Workplace;
import dev.trellis.core.text.Wording;

/**
 * Which companies we look for, which we do not want, and whom we need to know in each.
 *
 * @param named the companies we look for (R31)
 * @param exclusions what keeps a person out of MQL (R30)
 * @param chain the roles that decide a purchase together (R28, R29)
 */
public record AccountRules(
    List<NamedAccount> named, List<Exclusion> exclusions, List<ChainRole> chain) {

  public static final AccountRules EMPTY = new AccountRules(List.of(), List.of(), List.of());

  public AccountRules {
    named = List.copyOf(named);
    exclusions = List.copyOf(exclusions);
    chain = List.copyOf(chain);
  }

  /** Keeps a person out of MQL, by name and for a reason, as long as its condition holds. */
  public record Exclusion(String id, Wording name, Condition when) {}

  /**
   * A role in the decision chain.
   *
   * @param weight what knowing one such person is worth to marketing, whatever the person's rank
   * @param required true if a purchase is not decided without it
   */
  public record ChainRole(String role, Wording name, int weight, boolean required) {}

  /**
   * The company we look for that a person works at: by its name first, then by the nearest of its
   * domains. A listed name without a place covers the company at every place.
   */
  public Optional<NamedAccount> named(Workplace workplace) {
    return named.isEmpty() ? Optional.empty() : find(workplace);
  }

  private Optional<NamedAccount> find(Workplace workplace) {
    var cores = workplace.cores();
    return first(n -> !Collections.disjoint(n.cores(), cores))
        .or(() ->
            workplace.domains().stream()
                .flatMap(domain -> first(n -> n.domains().contains(domain)).stream())
                .findFirst());
  }

  private Optional<NamedAccount> first(Predicate<NamedAccount> wanted) {
    return named.stream().filter(wanted).findFirst();
  }
}
