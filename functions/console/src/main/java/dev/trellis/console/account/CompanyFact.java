package dev.trellis.console.account;

import module java.base;

import dev.trellis.core.profile.Authority;

/**
 * What we believe about a company, on whose word, and how firmly (R22).
 *
 * @param shown the word of the strongest authority, the newest of several
 * @param confidencePercent how many of those with that authority agree; for a guess and for outside
 *     data, how far they are trusted
 * @param others what was told otherwise, by whatever authority
 */
public record CompanyFact(
    String field, Telling shown, int confidencePercent, List<Telling> others) {

  public CompanyFact {
    others = List.copyOf(others);
  }

  static Optional<CompanyFact> of(String field, List<Telling> told, OptionalInt trust) {
    return told.stream().max(Telling.ORDER).map(shown -> of(field, shown, told, trust));
  }

  private static CompanyFact of(
      String field, Telling shown, List<Telling> told, OptionalInt trust) {
    var others = told.stream().filter(t -> !t.value().equals(shown.value())).toList();
    var asStrong = told.stream().filter(t -> t.authority() == shown.authority()).count();
    var against = others.stream().filter(t -> t.authority() == shown.authority()).count();
    int agreed = (int) ((asStrong - against) * 100 / asStrong);
    return new CompanyFact(
        field, shown, declared(shown.authority()) ? agreed : trust.orElse(agreed), others);
  }

  private static boolean declared(Authority authority) {
    return authority.compareTo(Authority.EXTERNAL) > 0;
  }

  public String value() {
    return shown.value();
  }

  public Authority authority() {
    return shown.authority();
  }

  public Instant at() {
    return shown.at();
  }
}
