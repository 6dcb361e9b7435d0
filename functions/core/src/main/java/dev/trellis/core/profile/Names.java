package dev.trellis.core.profile;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Proof;

/** What a person goes by, went by, or is said to go by. */
public record Names(Profile profile) {

  /** The identities of one type that the person goes by, in order. */
  public SortedSet<String> of(IdentityType type) {
    var values = new TreeSet<String>();
    for (var identity : profile.identities()) {
      if (identity.type() == type && goesBy(identity)) {
        values.add(identity.value());
      }
    }
    return values;
  }

  /** True unless this is a name that was taken away and never shown to be theirs. */
  public boolean goesBy(Identity name) {
    return profile.proof(name) != Proof.DENIED;
  }

  /**
   * Addresses and numbers that gave way to what the person or sales told. They still find the
   * person, but for numbers that were only typed.
   */
  public SortedSet<Identity> former() {
    var former = new TreeSet<>(profile.identities());
    former.removeIf(this::goesBy);
    Map.of(Field.EMAIL, IdentityType.EMAIL, Field.MOBILE, IdentityType.PHONE)
        .forEach((field, type) -> former.addAll(former(field, type)));
    return former;
  }

  private Collection<Identity> former(String field, IdentityType type) {
    var names = new TreeSet<>(profile.identities());
    names.removeIf(name -> name.type() != type);
    return profile
        .told(Authority.SALES, field)
        .filter(fact -> names.remove(new Identity(type, fact.value())))
        .map(_ -> names)
        .orElseGet(TreeSet::new);
  }

  /** What was claimed and is none of the person's own names, newest first. */
  public List<Claim> openClaims() {
    var known = new TreeSet<>(profile.identities());
    known.removeIf(name -> !goesBy(name));
    profile.claims().stream()
        .filter(c -> !c.other().isEmpty())
        .map(Claim::name)
        .forEach(known::add);
    return profile.claims().stream()
        .filter(c -> !c.other().isEmpty() || !known.contains(c.name()))
        .toList();
  }

  /**
   * Numbers or addresses that were typed for the person, and that nothing shows to be their own.
   */
  public SortedSet<String> claimed(IdentityType type) {
    var values = new TreeSet<String>();
    for (var claim : profile.claims()) {
      if (claim.name().type() == type
          && !(profile.identities().contains(claim.name()) && goesBy(claim.name()))) {
        values.add(claim.name().value());
      }
    }
    return values;
  }
}
