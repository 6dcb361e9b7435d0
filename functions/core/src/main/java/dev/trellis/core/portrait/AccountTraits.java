package dev.trellis.core.portrait;

import dev.trellis.core.condition.Value;
import dev.trellis.core.playbook.NamedAccount;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.CompanyKey;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Workplace;
import java.util.Optional;
import java.util.Set;

/**
 * What a person's company adds to the person's portrait: {@code account.…} in conditions, and what
 * others know about it (R31).
 *
 * @param named the company we look for that the person works at
 */
public record AccountTraits(Workplace workplace, Optional<NamedAccount> named) {

  /** Prefix of the fields that are answered here. */
  public static final String PREFIX = "account.";

  /** The traits of a person's company. */
  public static AccountTraits of(Profile profile, Playbook playbook) {
    var workplace = Workplace.of(profile, playbook.dictionaries());
    return new AccountTraits(workplace, playbook.accounts().named(workplace));
  }

  /** The profile with what others know about the company, which replaces nothing declared. */
  public Profile enriched(Profile profile) {
    return named.map(n -> n.enriched(profile)).orElse(profile);
  }

  /** The value of a field that starts with {@link #PREFIX}. */
  public Value value(String field) {
    return switch (field.substring(PREFIX.length())) {
      case "key" -> word(workplace.key().map(CompanyKey::toString));
      case "name" -> words(workplace.cores());
      case "domain" -> words(Set.copyOf(workplace.domains()));
      case "named" -> word(workplace.key().map(_ -> named.isPresent() ? "yes" : "no"));
      case "priority" -> word(named.map(n -> Integer.toString(n.priority())));
      case "tier" -> word(named.map(NamedAccount::tier));
      default -> new Value.Unknown();
    };
  }

  private static Value word(Optional<String> word) {
    return words(word.map(Set::of).orElse(Set.of()));
  }

  private static Value words(Set<String> words) {
    return words.isEmpty() ? new Value.Unknown() : new Value.Words(words);
  }
}
