package dev.trellis.local.emulator;

import module java.base;

/** How SES treats this machine's account today: well, or in one of the ways in which it may not. */
public enum SesDay {
  GOOD("", ""),
  /** As many were sent within 24 hours as may be. */
  NO_QUOTA("Throttling", "Daily message quota exceeded."),
  /** Three of ten mails are too fast. */
  THROTTLED("Throttling", "Maximum sending rate exceeded."),
  PAUSED("AccountSendingPausedException", "Email sending is disabled for this account."),
  /** Nobody's address is verified but the sender's. */
  SANDBOX("MessageRejected", "Email address is not verified. These identities failed: %2$s"),
  UNVERIFIED("MessageRejected", "Email address is not verified. These identities failed: %1$s"),
  /** It takes no mail, for what is in it. */
  REFUSING("MessageRejected", "Bad content");

  private static final int THROTTLED_OF_TEN = 3;

  private final String code;
  private final String message;

  SesDay(String code, String message) {
    this.code = code;
    this.message = message;
  }

  /** An error as SES answers it. */
  record Refusal(String code, String message) {}

  /** What SES says to this mail. */
  Optional<Refusal> refuses(String from, List<String> to, RandomGenerator chance) {
    if (this == GOOD || this == THROTTLED && chance.nextInt(10) >= THROTTLED_OF_TEN) {
      return Optional.empty();
    }
    return Optional.of(new Refusal(code, message.formatted(from, String.join(", ", to))));
  }

  /** How it is written, such as {@code no-quota}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads what {@link #key} writes.
   *
   * @throws IllegalArgumentException naming the days there are
   */
  public static SesDay of(String key) {
    return Arrays.stream(values())
        .filter(day -> day.key().equals(key))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there are the days "
                    + Arrays.stream(values()).map(SesDay::key).collect(Collectors.joining(", "))));
  }
}
