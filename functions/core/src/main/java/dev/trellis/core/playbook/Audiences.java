package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.text.Wording;

/**
 * Saved conditions over leads, to invite or to write to by hand (R50, R51).
 *
 * @param owners fields that name the salesperson of a lead; the first that is known counts
 */
public record Audiences(List<Audience> all, Layers layers, List<String> owners) {

  public static final Audiences EMPTY =
      new Audiences(
          List.of(),
          new Layers(
              Set.of("agent", "partner"), Set.of("employee", "competitor"), Set.of("customer")),
          List.of("owner"));

  /** People of one layer who meet a condition. */
  public record Audience(String id, Wording name, Of of, Condition who) {}

  /** The layers of people, each with a strategy of its own (R51). */
  public enum Of {
    PROSPECTS,
    PARTNERS,
    CUSTOMERS
  }

  /**
   * What tells the layers apart. Whoever is in none of these is a prospect.
   *
   * @param partners identities of partners
   * @param nobody identities that belong in no audience at all
   * @param customers stages of customers
   */
  public record Layers(Set<String> partners, Set<String> nobody, Set<String> customers) {}

  public Optional<Audience> find(String id) {
    return all.stream().filter(a -> a.id().equals(id)).findFirst();
  }

  /** The salesperson of whoever this is about, if there is one already. */
  public Optional<String> owner(Profile profile) {
    return owners.stream()
        .flatMap(field -> profile.value(field).stream())
        .map(String::strip)
        .filter(owner -> !owner.isEmpty())
        .findFirst();
  }
}
