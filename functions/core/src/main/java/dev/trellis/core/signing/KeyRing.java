package dev.trellis.core.signing;

import module java.base;

/**
 * The keys of one purpose, newest first: the newest makes what is new, and what any of them made is
 * known. So a key is replaced without undoing what was made with it. They may change while we run.
 */
@FunctionalInterface
public interface KeyRing {

  /** At least one; an older one is fetched only by whoever comes to it. */
  Stream<String> keys();

  /** Keys that are given, newest first. */
  static KeyRing of(String... newestFirst) {
    var keys = List.of(newestFirst);
    return keys::stream;
  }

  /** These keys, and behind them those of another ring. */
  default KeyRing before(KeyRing older) {
    return () -> Stream.of(this, older).flatMap(KeyRing::keys);
  }
}
