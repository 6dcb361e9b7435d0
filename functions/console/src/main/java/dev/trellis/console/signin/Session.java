package dev.trellis.console.signin;

import dev.trellis.console.visit.Member;
import java.time.Duration;
import java.time.Instant;

/**
 * One browser of somebody who is signed in.
 *
 * @param csrf what each form of theirs must bring, which no other site can know
 * @param began when they signed in
 * @param seen when they were last here, to within {@link #NOTICED}
 */
public record Session(Member member, String csrf, Instant began, Instant seen) {

  /** Whoever was away for so long signs in anew. */
  public static final Duration IDLE = Duration.ofHours(1);

  /** And so does everybody, after as long as a working day may be. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** How exactly it is remembered when somebody was here. */
  static final Duration NOTICED = Duration.ofMinutes(5);

  /** When it ends, if they do not come again. */
  Instant until() {
    var idle = seen.plus(IDLE);
    var longest = began.plus(LONGEST);
    return idle.isBefore(longest) ? idle : longest;
  }

  /** True if their being here now has to be written down. */
  boolean isNews(Instant now) {
    return !now.isBefore(seen.plus(NOTICED));
  }

  Session seen(Instant now) {
    return new Session(member, csrf, began, now);
  }
}
