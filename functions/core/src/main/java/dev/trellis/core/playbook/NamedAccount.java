package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.text.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A company we look for (R30, R31).
 *
 * @param aliases other names of it
 * @param cores what is left of its names without their legal forms
 * @param domains of its mail
 * @param priority 1 is the first
 * @param outside what others know about it, or null
 */
public record NamedAccount(
    String id,
    Wording name,
    List<String> aliases,
    Set<String> cores,
    Set<String> domains,
    int priority,
    String tier,
    @Nullable Outside outside) {

  public NamedAccount {
    aliases = List.copyOf(aliases);
    cores = Set.copyOf(cores);
    domains = Set.copyOf(domains);
  }

  /**
   * Facts about a company that nobody of it told us.
   *
   * @param source who says so
   * @param at the day they were true
   * @param values by field
   */
  public record Outside(
      String source, Instant at, int confidencePercent, SortedMap<String, String> values) {

    public Outside {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    Fact fact(String field) {
      return new Fact(values.getOrDefault(field, ""), at, source);
    }
  }

  /** What others know, as the weakest kind of telling: whatever we were told ourselves is shown. */
  public Profile enriched(Profile profile) {
    if (outside == null) {
      return profile;
    }
    var facts = new TreeMap<String, SortedMap<Authority, Fact>>();
    outside
        .values()
        .keySet()
        .forEach(field ->
            facts.put(field, new TreeMap<>(Map.of(Authority.EXTERNAL, outside.fact(field)))));
    return profile.join(Profile.ofFacts(facts));
  }

  /** What others say about one field. */
  public Optional<Fact> outside(String field) {
    return outside == null || !outside.values().containsKey(field)
        ? Optional.empty()
        : Optional.of(outside.fact(field));
  }
}
