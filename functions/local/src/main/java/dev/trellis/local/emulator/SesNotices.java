package dev.trellis.local.emulator;

import module java.base;

import dev.trellis.core.json.Json;

/**
 * What SES reports about a mail, in the form of its event publishing. Addresses of SES's mailbox
 * simulator bounce and complain; all others are delivered.
 */
final class SesNotices {

  private static final String SIMULATOR = "@simulator.amazonses.com";

  private SesNotices() {}

  /** An event in the spelling of {@code MatchingEventTypes}, and its JSON. */
  record Notice(String type, String json) {}

  static List<Notice> of(KeptMail mail) {
    var notices = new ArrayList<Notice>();
    notices.add(notice("Send", "send", mail, Map.of()));
    var recipient = mail.to().isEmpty() ? "" : mail.to().getFirst();
    if (recipient.equals("bounce" + SIMULATOR)) {
      notices.add(notice("Bounce", "bounce", mail, bounce(mail.at(), recipient)));
    } else {
      notices.add(notice("Delivery", "delivery", mail, delivery(mail)));
      if (recipient.equals("complaint" + SIMULATOR)) {
        notices.add(notice("Complaint", "complaint", mail, complaint(mail.at(), recipient)));
      }
    }
    return notices;
  }

  private static Notice notice(
      String eventType, String type, KeptMail mail, Map<String, Object> details) {
    var notice = new LinkedHashMap<String, Object>();
    notice.put("eventType", eventType);
    notice.put("mail", mail(mail));
    notice.put(type, details);
    return new Notice(type, Json.compose(notice));
  }

  private static Map<String, Object> mail(KeptMail mail) {
    var tags = new LinkedHashMap<String, Object>();
    tags.put("ses:configuration-set", List.of(mail.configurationSet()));
    mail.tags().forEach((name, value) -> tags.put(name, List.of(value)));
    var out = new LinkedHashMap<String, Object>();
    out.put("timestamp", mail.at().toString());
    out.put("source", mail.from());
    out.put("sendingAccountId", "000000000000");
    out.put("messageId", mail.messageId());
    out.put("destination", mail.to());
    out.put("tags", tags);
    return out;
  }

  private static Map<String, Object> delivery(KeptMail mail) {
    return Map.of(
        "timestamp",
        mail.at().toString(),
        "processingTimeMillis",
        1,
        "recipients",
        mail.to(),
        "smtpResponse",
        "250 OK");
  }

  private static Map<String, Object> bounce(Instant at, String recipient) {
    return Map.of(
        "bounceType",
        "Permanent",
        "bounceSubType",
        "General",
        "bouncedRecipients",
        List.of(Map.of("emailAddress", recipient, "action", "failed", "status", "5.1.1")),
        "timestamp",
        at.toString(),
        "feedbackId",
        "bounce-" + at.toEpochMilli());
  }

  private static Map<String, Object> complaint(Instant at, String recipient) {
    return Map.of(
        "complainedRecipients",
        List.of(Map.of("emailAddress", recipient)),
        "timestamp",
        at.toString(),
        "feedbackId",
        "complaint-" + at.toEpochMilli(),
        "complaintFeedbackType",
        "abuse");
  }
}
