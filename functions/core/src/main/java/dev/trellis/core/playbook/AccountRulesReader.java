package dev.trellis.core.playbook;

/** Reads {@code accounts.yaml}. */
final class AccountRulesReader {

  private AccountRulesReader() {}

  static AccountRules read(Source source) {
    return AccountRules.EMPTY;
  }
}
