package dev.trellis.core.dictionary;

import java.util.Optional;

/** One company under its many names: legal forms, places and widths folded (R21). */
public final class CompanyNames {

  public static final CompanyNames EMPTY = new CompanyNames();

  /** What is left of a name when legal form and place are taken away; empty if nothing is. */
  public Optional<String> core(String name) {
    return Optional.empty();
  }

  /** The domain of an address, unless anybody can have an address there. */
  public Optional<String> domain(String email) {
    return Optional.empty();
  }
}
