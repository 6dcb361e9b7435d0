package dev.trellis.nurture.ses;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.nurture.MailFeedback;
import dev.trellis.nurture.MailFeedback.Kind;

/** An event as SES publishes it to a configuration set's topic; only what is asked of it. */
public record SesEvent(
    String eventType,
    Mail mail,
    Delivery delivery,
    Bounce bounce,
    Complaint complaint,
    Reject reject,
    DeliveryDelay deliveryDelay,
    Failure failure,
    Subscription subscription) {

  /** Of the mail, not of the mailbox. */
  private static final Set<String> ABOUT_THE_MAIL =
      Set.of("MessageTooLarge", "ContentRejected", "AttachmentRejected");

  /** Bounces under which SES files what is no delivery status at all. */
  private static final Set<String> VAGUE = Set.of("General", "Undetermined");

  /** What SES calls bounces and complaints; it may call some otherwise in later years. */
  private static final Set<String> DOCUMENTED =
      Set.of(
          "Undetermined",
          "General",
          "NoEmail",
          "Suppressed",
          "OnAccountSuppressionList",
          "OnTenantSuppressionList",
          "EmailValidationSuppressed",
          "UnsubscribedRecipient",
          "MailboxFull",
          "MessageTooLarge",
          "CustomTimeoutExceeded",
          "ContentRejected",
          "AttachmentRejected",
          "abuse",
          "auth-failure",
          "fraud",
          "not-spam",
          "other",
          "virus");

  /** A guess of SES about an address that never bounced. */
  private static final String GUESS = "EmailValidationSuppressed";

  /** Reports that no reader complains with: it is wanted, or its signature did not hold. */
  private static final Set<String> NO_COMPLAINTS = Set.of("not-spam", "auth-failure");

  /** What SES posts once when the topic is connected; no event, and not even JSON. */
  private static final String GREETING = "Successfully validated SNS topic";

  /** The mail that the event is about. */
  public record Mail(
      String messageId,
      Instant timestamp,
      List<String> destination,
      Map<String, List<String>> tags) {}

  /** The receiving server took it. */
  public record Delivery(Instant timestamp) {}

  /** It came back. */
  public record Bounce(
      String bounceType,
      String bounceSubType,
      Instant timestamp,
      List<Recipient> bouncedRecipients) {}

  /** The recipient called it spam. */
  public record Complaint(
      String complaintFeedbackType, Instant timestamp, List<Recipient> complainedRecipients) {}

  /** SES would not send it. */
  public record Reject(String reason) {}

  /** It is late, and still on its way. */
  public record DeliveryDelay(Instant timestamp) {}

  /** SES could not make the mail of its template. */
  public record Failure(String errorMessage) {}

  /** The recipient chose what to get on a page of SES. */
  public record Subscription(Instant timestamp, TopicPreferences newTopicPreferences) {}

  /** What the recipient wants now. */
  public record TopicPreferences(boolean unsubscribeAll) {}

  /**
   * One of the people it went to.
   *
   * @param status of the delivery status notification, as are {@code action} and {@code
   *     diagnosticCode}; absent where none came
   */
  public record Recipient(
      String emailAddress, String action, String status, String diagnosticCode) {

    boolean hasStatus() {
      return action != null || status != null || diagnosticCode != null;
    }
  }

  /**
   * What an event says about a mail of ours; empty if the mail carries no tags of ours or the event
   * is of a kind that is not used (opens, clicks).
   *
   * @throws UnknownTypeException if the event is of no type that was known when this was written
   * @throws MessageFormatException if this is no SES event
   */
  public static Optional<MailFeedback> read(String body) {
    if (body.startsWith(GREETING)) {
      return Optional.empty();
    }
    var event = Json.read(SesEvent.class, body);
    if (event.eventType == null || event.mail == null) {
      throw new MessageFormatException("SesEvent: eventType and mail are needed");
    }
    return Optional.of(event)
        .filter(e -> e.tag("sendId") != null && e.tag("lead") != null)
        .flatMap(SesEvent::feedback);
  }

  /** True for a bounce or a complaint under a name that was not known when this was written. */
  public static boolean isNovel(MailFeedback feedback) {
    return switch (feedback.kind()) {
      case BOUNCED, REFUSED, BOUNCED_FOR_GOOD, COMPLAINED ->
          feedback.reason() != null && !DOCUMENTED.contains(feedback.reason());
      case SENT, DELIVERED, UNSUBSCRIBED, REJECTED -> false;
    };
  }

  private Optional<MailFeedback> feedback() {
    return switch (eventType) {
      case "Send" -> of(Kind.SENT, mail.timestamp, mail.destination, null);
      case "Delivery" -> of(Kind.DELIVERED, needed(delivery).timestamp, mail.destination, null);
      case "Bounce" -> of(bounceKind(), bounce.timestamp, bounced(), bounce.bounceSubType);
      case "Complaint" ->
          of(
              NO_COMPLAINTS.contains(String.valueOf(needed(complaint).complaintFeedbackType))
                  ? Kind.SENT
                  : Kind.COMPLAINED,
              needed(complaint).timestamp,
              addresses(complaint.complainedRecipients),
              complaint.complaintFeedbackType);
      case "Reject" -> of(Kind.REJECTED, mail.timestamp, mail.destination, needed(reject).reason);
      case "Rendering Failure" ->
          of(Kind.REJECTED, mail.timestamp, mail.destination, needed(failure).errorMessage);
      case "DeliveryDelay" ->
          of(Kind.SENT, needed(deliveryDelay).timestamp, mail.destination, "delayed");
      case "Subscription" ->
          of(subscribed(), subscription.timestamp, mail.destination, "subscription");
      case "Open", "Click" -> Optional.empty();
      default -> throw new UnknownTypeException(eventType);
    };
  }

  private Kind bounceKind() {
    var subtype = String.valueOf(needed(bounce).bounceSubType);
    if (subtype.equals("UnsubscribedRecipient")) {
      return Kind.UNSUBSCRIBED;
    } else if ("Permanent".equals(bounce.bounceType) && !subtype.equals(GUESS)) {
      return Kind.BOUNCED_FOR_GOOD;
    } else if (ABOUT_THE_MAIL.contains(subtype)) {
      return Kind.REFUSED;
    }
    return VAGUE.contains(subtype) && isAnswer() ? Kind.SENT : Kind.BOUNCED;
  }

  // SES calls an automatic answer (out of office) a bounce too; it has no delivery status.
  private boolean isAnswer() {
    return bounce.bouncedRecipients.stream().noneMatch(Recipient::hasStatus);
  }

  private Kind subscribed() {
    var wanted = needed(subscription).newTopicPreferences;
    return wanted != null && wanted.unsubscribeAll ? Kind.UNSUBSCRIBED : Kind.SENT;
  }

  private List<String> bounced() {
    return addresses(bounce.bouncedRecipients);
  }

  private List<String> addresses(List<Recipient> recipients) {
    var told = recipients.stream().map(Recipient::emailAddress).toList();
    return told.isEmpty() ? mail.destination : told;
  }

  private Optional<MailFeedback> of(Kind kind, Instant at, List<String> addresses, String reason) {
    if (at == null) {
      throw new MessageFormatException("SesEvent.timestamp: missing");
    }
    var bare = addresses.stream().map(SesEvent::bare).toList();
    return Optional.of(
        new MailFeedback(tag("sendId"), tag("lead"), mail.messageId, at, kind, bare, reason));
  }

  private String tag(String name) {
    var values = mail.tags.get(name);
    return values == null || values.isEmpty() ? null : values.getFirst();
  }

  // SES repeats a recipient as it stood in the header, perhaps with a name.
  private static String bare(String mailbox) {
    int open = mailbox.lastIndexOf('<');
    int close = mailbox.lastIndexOf('>');
    return open >= 0 && close > open ? mailbox.substring(open + 1, close) : mailbox;
  }

  private static <T> T needed(T part) {
    if (part == null) {
      throw new MessageFormatException("SesEvent: the part that eventType names is missing");
    }
    return part;
  }
}
