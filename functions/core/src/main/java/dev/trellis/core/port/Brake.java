package dev.trellis.core.port;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What keeps all mails of the account back now, or did before. When its time has passed one mail
 * tries the way; once that is taken, those that waited follow at the account's pace.
 *
 * @param why null if mails go
 * @param until when the way is tried; null if mails go or only a person ends it
 * @param since when this began
 * @param perMinute how many of those that waited may follow within a minute
 * @param resumedAt when a person let mails go again; what came back before counts no more
 * @param saidAt when a person last said whether mails go; null if nobody ever did
 * @param version for conditional writes; 0 before the first write
 */
public record Brake(
    @Nullable Hindrance why,
    @Nullable Instant until,
    @Nullable Instant since,
    int perMinute,
    @Nullable Instant resumedAt,
    @Nullable Instant saidAt,
    long version) {

  /** Nothing ever kept mails back. What SES lets every account send, one a second, is its pace. */
  public static final Brake NONE = new Brake(null, null, null, 60, null, null, 0);

  /** True if no mail may go now. */
  public boolean holds(Instant now) {
    return why != null && (until == null || now.isBefore(until));
  }

  /** True if nobody knows yet whether mails go again. */
  public boolean isTrying(Instant now) {
    return why != null && !holds(now);
  }

  /** Mails are kept back, until an instant or until a person says otherwise. */
  public Brake stopped(Hindrance why, @Nullable Instant until, Instant now) {
    var goesOn = why == this.why && (resumedAt == null || resumedAt.isBefore(since));
    return new Brake(why, until, goesOn ? since : now, perMinute, resumedAt, saidAt, version);
  }

  /** True if this stop is not the one before, gone on. */
  public boolean isNewAfter(Brake before) {
    return why != before.why || !Objects.equals(since, before.since);
  }

  /** Mails go. */
  public Brake open(int perMinute, Instant now) {
    return new Brake(null, null, why == null ? since : now, perMinute, resumedAt, saidAt, version);
  }

  /** A person lets mails go: one tries the way first. */
  public Brake resumed(Instant now) {
    return new Brake(why, now, since, perMinute, now, saidAt, version);
  }

  /** The same as a person said it at an instant, however long that was on its way. */
  public Brake said(Instant at) {
    return new Brake(why, until, since, perMinute, resumedAt, at, version);
  }

  /** True if a person said something else after an instant. */
  public boolean isSaidSince(Instant at) {
    return saidAt != null && !saidAt.isBefore(at);
  }

  /** True if something else than a person stopped all mail after an instant. */
  public boolean isStoppedSince(Instant at) {
    return why != null && why != Hindrance.STOPPED_BY_HAND && since != null && !since.isBefore(at);
  }

  /** The same with the next version, as a store writes it. */
  public Brake nextVersion() {
    return new Brake(why, until, since, perMinute, resumedAt, saidAt, version + 1);
  }
}
