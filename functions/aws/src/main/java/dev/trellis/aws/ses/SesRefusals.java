package dev.trellis.aws.ses;

import module java.base;

import dev.trellis.core.port.Hindrance;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Refusals of SES that blame the account or the installation, not the mail: it can go once that is
 * mended. SES says some of them by a code, with or without "Exception", some only in words.
 */
final class SesRefusals {

  private static final Map<String, Hindrance> CODES =
      Map.of(
          "LimitExceeded", Hindrance.DAILY_QUOTA,
          "AccountSendingPaused", Hindrance.SENDING_PAUSED,
          "ConfigurationSetSendingPaused", Hindrance.SENDING_PAUSED,
          "ConfigurationSetDoesNotExist", Hindrance.SENDER_NOT_VERIFIED,
          "MailFromDomainNotVerified", Hindrance.SENDER_NOT_VERIFIED);

  private SesRefusals() {}

  /** What keeps the mail of this sender back; empty if it is the mail, or nobody knows. */
  static Optional<Hindrance> hindrance(String sender, AwsServiceException e) {
    var details = e.awsErrorDetails();
    var code = details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
    var words = details == null ? "" : Objects.requireNonNullElse(details.errorMessage(), "");
    if (e.isThrottlingException()) {
      return Optional.of(
          words.contains("Daily message quota") ? Hindrance.DAILY_QUOTA : Hindrance.SENDING_RATE);
    }
    if (e.statusCode() == 401 || e.statusCode() == 403) {
      return Optional.of(Hindrance.NOT_ALLOWED);
    }
    return code.equals("MessageRejected")
        ? rejected(sender, words)
        : Optional.ofNullable(CODES.get(code.replaceFirst("Exception$", "")));
  }

  private static Optional<Hindrance> rejected(String sender, String words) {
    if (words.startsWith("Sending paused") || words.startsWith("Sending suspended")) {
      return Optional.of(Hindrance.SENDING_PAUSED);
    }
    // It lists whoever is not verified: in the sandbox that may be nobody but the recipient.
    return words.contains("is not verified")
        ? Optional.of(
            words.contains(sender)
                ? Hindrance.SENDER_NOT_VERIFIED
                : Hindrance.RECIPIENT_NOT_VERIFIED)
        : Optional.empty();
  }
}
