package dev.trellis.ops;

import module java.base;

/**
 * One thing that an operator may ask for.
 *
 * @param usage its words, those in brackets to be filled in
 * @param english what it does
 * @param chinese the same
 */
record Command(String usage, String english, String chinese, Work work) {

  /** What it does with the words behind its name. */
  @FunctionalInterface
  interface Work {
    void run(List<String> words, Teller teller);
  }

  /** Its first word. */
  String name() {
    return usage.split(" ", 2)[0];
  }
}
