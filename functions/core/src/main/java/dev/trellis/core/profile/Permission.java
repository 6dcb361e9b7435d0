package dev.trellis.core.profile;

import module java.base;

/** What a person allows us by mail as far as their profile tells, and what they were asked. */
public record Permission(Profile profile) {

  /** When the person last said yes where it was surely they. */
  public Optional<Instant> agreedAt() {
    return Optional.ofNullable(wishes().own());
  }

  /** When the person was first asked to confirm; if that is not known, when this was told. */
  public Instant askedSince(Fact told) {
    var asked = wishes().asked();
    return asked == null ? told.at() : asked;
  }

  /**
   * The last form that said yes for the person, if it waits to be confirmed: its form asks for
   * that, or they had said that they do not want it.
   */
  public Optional<Fact> unconfirmed() {
    return profile
        .fact(Field.CONSENT)
        .filter(consent -> consent.value().equals(Field.PENDING))
        .or(() ->
            profile
                .fact(Field.SUBSCRIPTION)
                .filter(wanted -> wanted.value().equals(Consent.NO))
                .flatMap(no -> consent().asking().filter(form -> form.at().isAfter(no.at()))));
  }

  /** When the person last said that they want no mail, if that still stands; or others for them. */
  public Optional<Instant> refusedAt() {
    return Stream.of(
            consent().wishes().no().map(no -> no.at()),
            profile
                .fact(Field.SUBSCRIPTION)
                .filter(f -> f.value().equals(Consent.NO))
                .map(Fact::at),
            profile
                .told(Authority.FORM, Field.CONSENT)
                .filter(f -> f.value().equals(Consent.NO))
                .map(Fact::at))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  /** The form that asks since the person last said yes; empty if none does, or they never did. */
  public Optional<Fact> askedAnew() {
    var own = wishes().own();
    return consent().asking().filter(form -> own != null && form.at().isAfter(own));
  }

  /** True if the person may have agreed, and somebody said since that they do not any more. */
  public boolean isTakenAway() {
    return wishes().no().isPresent();
  }

  private Consent consent() {
    return new Consent(profile.said(Field.CONSENT), wishes());
  }

  private Wishes wishes() {
    return profile.wished(Field.CONSENT);
  }
}
