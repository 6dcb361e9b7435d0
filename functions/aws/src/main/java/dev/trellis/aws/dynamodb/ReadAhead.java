package dev.trellis.aws.dynamodb;

import module java.base;

/**
 * Items that were read before somebody asks for them. Each is given once: who asks again, as after
 * a lost race, reads anew. For one thread, as Lambda gives each instance.
 */
final class ReadAhead {

  private final Map<Item, Optional<Item>> read = new HashMap<>();

  /** Forgets what nobody asked for, and keeps these. */
  void keep(Map<Item, Optional<Item>> items) {
    read.clear();
    read.putAll(items);
  }

  /** What stands under these keys; empty unless all of them were read and not given yet. */
  Optional<List<Item>> take(Collection<Item> keys) {
    if (keys.isEmpty() || !read.keySet().containsAll(keys)) {
      return Optional.empty();
    }
    return Optional.of(keys.stream().distinct().flatMap(key -> read.remove(key).stream()).toList());
  }
}
