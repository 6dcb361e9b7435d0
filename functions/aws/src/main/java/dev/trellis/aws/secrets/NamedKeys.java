package dev.trellis.aws.secrets;

import module java.base;

import dev.trellis.aws.lambda.AtStart;
import dev.trellis.aws.lambda.Log;
import dev.trellis.core.signing.KeyRing;

/**
 * The keys that stand in a secret under the first of some names: one key, or a list of them, newest
 * first. A slip of the pen in a key that we know already changes nothing.
 */
final class NamedKeys implements KeyRing {

  private static final int SHORTEST = 32;

  private final CachedSecret secret;
  private final List<String> names;
  private Map<String, Object> seen;
  private List<String> known = List.of();

  NamedKeys(CachedSecret secret, String... names) {
    this.secret = secret;
    this.names = List.of(names);
  }

  /**
   * The same, read at once if it can be.
   *
   * @throws IllegalStateException if there is no key, or one with fewer than 32 characters
   */
  static KeyRing started(CachedSecret secret, String... names) {
    var keys = new NamedKeys(secret, names);
    AtStart.ask(names[0], keys::keys);
    return keys;
  }

  @Override
  public synchronized Stream<String> keys() {
    var values = secret.values();
    if (!values.equals(seen)) {
      seen = values;
      known = found(values);
    }
    return known.stream();
  }

  private List<String> found(Map<String, Object> values) {
    var keys =
        switch (names.stream().map(values::get).filter(Objects::nonNull).findFirst().orElse("")) {
          case List<?> list -> list;
          case Object one -> List.of(one);
        };
    if (!keys.isEmpty() && keys.stream().allMatch(NamedKeys::isLong)) {
      return keys.stream().map(String.class::cast).toList();
    }
    if (known.isEmpty()) {
      throw new IllegalStateException(
          "the secret's \"%s\" must have at least %d characters"
              .formatted(names.getLast(), SHORTEST));
    }
    Log.warn("a secret holds no key any more", "name", names.getFirst());
    return known;
  }

  static boolean isLong(Object key) {
    return key instanceof String text && text.length() >= SHORTEST;
  }
}
