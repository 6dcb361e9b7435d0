package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Profile;

/**
 * How long we keep who is silent: after that their lead is reviewed for a while, and then erased
 * unless somebody keeps it.
 *
 * @param silent how long nobody heard of a lead before its review begins
 * @param review how long people have to object
 */
public record Retention(Period silent, Period review) {

  /** A lead in review: silent since when, and erased from when on. */
  public record Review(Instant silentSince, Instant until) {}

  /**
   * When anybody last heard of a person: what they did, said or told sales, which includes that
   * somebody wants to keep them; what a file says counts only if there is nothing else. Empty of
   * whom nothing is known.
   */
  public static Optional<Instant> silentSince(Profile told, Instant now) {
    var profile = told.settled(now);
    var heard =
        Stream.concat(
                profile.last().stream().map(touch -> touch.at()),
                Stream.of(Authority.FORM, Authority.SALES).flatMap(by -> told(profile, by)))
            .max(Comparator.naturalOrder());
    return heard.or(() -> told(profile, Authority.IMPORT).max(Comparator.naturalOrder()));
  }

  private static Stream<Instant> told(Profile profile, Authority by) {
    return profile.facts().values().stream()
        .filter(told -> told.containsKey(by))
        .map(told -> told.get(by).at());
  }

  /**
   * The review that a lead is in at an instant, over or not; empty before it begins. However late
   * it is found silent, people have the whole review from then on to object.
   *
   * @param known what was said before, which stands as long as it is about the same silence
   */
  public Optional<Review> review(Profile profile, Instant now, Optional<Review> known) {
    return silentSince(profile, now)
        .filter(since -> !begins(profile, since).isAfter(now))
        .map(since ->
            known
                .filter(begun -> begun.silentSince().equals(since))
                .orElseGet(() -> new Review(since, profile.days().after(now, review))));
  }

  /** When the review of a lead begins that is in none. */
  public Optional<Instant> next(Profile profile, Instant now) {
    return silentSince(profile, now)
        .map(since -> begins(profile, since))
        .filter(at -> at.isAfter(now));
  }

  private Instant begins(Profile profile, Instant since) {
    return profile.days().after(since, silent);
  }
}
