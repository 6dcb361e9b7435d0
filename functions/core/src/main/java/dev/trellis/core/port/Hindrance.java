package dev.trellis.core.port;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a mail that may be sent is not sent now: the provider, or we ourselves, hold it back. */
public enum Hindrance {
  /** The account has sent as many a second as it may. */
  SENDING_RATE(Duration.ofMinutes(1), false),
  /** In the sandbox SES sends to addresses that it has verified, and to no other. */
  RECIPIENT_NOT_VERIFIED(Duration.ofMinutes(10), false),
  /** Its morning has not come: it was held back until the night. */
  QUIET_HOURS(Duration.ZERO, false),
  /** The account has sent as many within 24 hours as it may. */
  DAILY_QUOTA(Duration.ofMinutes(10), true),
  /** The provider, or somebody at the provider's console, has stopped the account. */
  SENDING_PAUSED(Duration.ofMinutes(10), true),
  /** The sender, its domain or its configuration set is not set up. */
  SENDER_NOT_VERIFIED(Duration.ofMinutes(10), true),
  /** The function is not allowed to send. */
  NOT_ALLOWED(Duration.ofMinutes(10), true),
  NO_CONNECTION(Duration.ofMinutes(1), true),
  /** More came back than may; only a person ends it, as those below. */
  TOO_MANY_BOUNCES(null, true),
  TOO_MANY_COMPLAINTS(null, true),
  STOPPED_BY_HAND(null, true),
  /** Leads are brought back, and nobody has said yet what was sent to them meanwhile. */
  RESTORING(null, true);

  private final @Nullable Duration pause;
  private final boolean isOfAll;

  Hindrance(@Nullable Duration pause, boolean isOfAll) {
    this.pause = pause;
    this.isOfAll = isOfAll;
  }

  /** After how long it is tried again; null if a person must say so. */
  public @Nullable Duration pause() {
    return pause;
  }

  /** True if no other mail could be sent either. */
  public boolean isOfAll() {
    return isOfAll;
  }

  /** Its name in ledgers, labels and logs, such as {@code daily-quota}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
