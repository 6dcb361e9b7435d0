package dev.trellis.core.profile;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Proof;

/**
 * The names of one person, of each type the {@link #most} best proven, and the first by name among
 * those: nobody has more, but a browser is whatever it says it is. What is proven of a name comes
 * with the name and only grows, so that whichever is left out once would be left out in the end.
 */
record KnownNames(SortedSet<Identity> identities, SortedMap<Identity, Proof> proofs) {

  static KnownNames of(SortedSet<Identity> identities, SortedMap<Identity, Proof> proofs) {
    if (identities.size() <= Profile.MOST_BROWSERS) {
      return new KnownNames(identities, proofs);
    }
    var kept = new TreeSet<>(identities);
    for (var type : IdentityType.values()) {
      identities.stream()
          .filter(name -> name.type() == type)
          .sorted(
              Comparator.comparing((Identity name) -> proofs.getOrDefault(name, Proof.TYPED))
                  .reversed()
                  .thenComparing(Comparator.naturalOrder()))
          .skip(most(type))
          .forEach(kept::remove);
    }
    if (kept.size() == identities.size()) {
      return new KnownNames(identities, proofs);
    }
    var proven = new TreeMap<>(proofs);
    proven.keySet().retainAll(kept);
    return new KnownNames(kept, proven);
  }

  static int most(IdentityType type) {
    return type == IdentityType.COOKIE ? Profile.MOST_BROWSERS : Profile.MOST_NAMES;
  }
}
