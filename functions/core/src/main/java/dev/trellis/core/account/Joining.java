package dev.trellis.core.account;

import dev.trellis.core.profile.CompanyKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why what is filed under two keys is one company (R21).
 *
 * @param ground what says so
 * @param by the domain, or the person that said so
 * @param lead who showed it, or null
 */
public record Joining(
    CompanyKey one, CompanyKey other, Ground ground, String by, @Nullable String lead, Instant at) {

  /** A domain joins spellings; a person joins whatever they know to be one. */
  public enum Ground {
    DOMAIN,
    PERSON
  }
}
