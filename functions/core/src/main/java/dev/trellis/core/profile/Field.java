package dev.trellis.core.profile;

import dev.trellis.core.event.Happening.Wanted;
import java.util.List;
import java.util.Locale;

/** Names of the facts that Trellis itself sets or understands; forms and imports may add others. */
public final class Field {
  public static final String NAME = "name";
  public static final String COMPANY = "company";
  public static final String TITLE = "title";

  /** A role in the decision chain that somebody told, rather than what the title means (R28). */
  public static final String ROLE = "role";

  /** Any word, once we heard that the person left the company without knowing where to (R27). */
  public static final String LEFT_COMPANY = "left-company";

  public static final String EMAIL = "email";
  public static final String MOBILE = "mobile";
  public static final String INDUSTRY = "industry";

  /** Time zone of the person (IANA). */
  public static final String ZONE = "zone";

  /** Where the person works (ISO 3166), by whose holidays mails go. */
  public static final String COUNTRY = "country";

  /** The form of content that the person prefers. */
  public static final String CONTENT_FORM = "contentForm";

  /** How many people a company has, by option id (R22). */
  public static final String SIZE = "company-size";

  /** How a company buys, by option id (R22). */
  public static final String PURCHASE_PATH = "purchase-path";

  public static final String NEED = "need";
  public static final String PLAN = "plan";
  public static final String LOCALE = "locale";

  /** The last search phrase that led to one of our pages. */
  public static final String KEYWORD = "keyword";

  public static final String DEPARTMENT = "department";
  public static final String LEVEL = "level";

  /** What sales has sold, by product id. */
  public static final String PRODUCTS = "products";

  /**
   * {@code yes}, {@code no} or {@link #PENDING}: may we use the contact details that were left
   * (R9)?
   */
  public static final String CONSENT = "consent";

  /** The consent of whoever has not yet confirmed it by mail, told by {@code INFERRED} only. */
  public static final String PENDING = "pending";

  /** {@code no} once the person wants no more mail. */
  public static final String SUBSCRIPTION = "subscription";

  /** How much mail the person wants: {@code weekly}, {@code monthly}, or {@code any}. */
  public static final String PACE = "mailPace";

  /**
   * {@code permanent} once an address bounced for good, {@code complaint} after a complaint; told
   * of the person where the address was not kept, else of {@link #mailbox}.
   */
  public static final String MAILBOX = "mailbox";

  /** Prefix of the addresses at which mail came back that may come through another time. */
  public static final String SOFT_BOUNCES = "softBounces.";

  /** Prefix of the addresses that were typed for the person, each told when that was last. */
  public static final String TYPED = "typed.";

  private static final String CRM = "crm.";

  /** The last word of the CRM: received, accepted, returned, won, lost. */
  public static final String CRM_STATUS = CRM + "status";

  /** The pool below which the lead was demoted last. */
  public static final String DEMOTED = "demoted";

  /** Told when a person wants to keep a lead that is silent. */
  public static final String KEPT = "kept";

  private static final String ASKED = "asked.";

  private static final String CALL = "call.";

  /** How the last call of ours ended (R102). */
  public static final String CALL_OUTCOME = CALL + "outcome";

  /** When to call again, as a call said. */
  public static final String CALLBACK = CALL + "callback";

  public static final String CRM_REASON = CRM + "reason";
  public static final String CRM_STAGE = CRM + "stage";

  /** Prefix of the id of the last submission of a form. */
  public static final String SUBMITTED = "submitted.";

  /** Prefix of how a journey ended. */
  public static final String JOURNEY = "journey.";

  /** Prefix of a person's last word on a journey: {@link #PUT_IN} or {@link #TAKEN_OUT}. */
  public static final String STEERED = "steered.";

  public static final String PUT_IN = "in";
  public static final String TAKEN_OUT = "out";

  private static final List<String> OURS =
      List.of(CRM, ASKED, SUBMITTED, JOURNEY, STEERED, TYPED, "import.", "imported");

  private Field() {}

  /** That the person asked for a copy or an erasure; told by sales once that was done. */
  public static String asked(Wanted what) {
    return ASKED + what.word();
  }

  /** The state of one address. */
  public static String mailbox(String address) {
    return MAILBOX + "." + normal(address);
  }

  /** The bounces of one address that are not for good. */
  public static String softBounces(String address) {
    return SOFT_BOUNCES + normal(address);
  }

  /** When an address was typed for the person. */
  public static String typed(String address) {
    return TYPED + normal(address);
  }

  private static String normal(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }

  /** True for what the mailbox says, whoever reads there. */
  static boolean isMailbox(String field) {
    return field.equals(MAILBOX) || field.startsWith(MAILBOX + ".");
  }

  /** True for what people allow us, where a no is stronger than a yes ({@link Consent}). */
  public static boolean isWish(String field) {
    return field.equals(CONSENT)
        || field.equals(SUBSCRIPTION)
        || field.startsWith(SUBSCRIPTION + ".")
        || field.startsWith(SOFT_BOUNCES)
        || isMailbox(field);
  }

  /** True for what only Trellis itself can know, so that no playbook may let others tell it. */
  public static boolean isOurs(String field) {
    return isMailbox(field)
        || field.startsWith(SOFT_BOUNCES)
        || field.equals(PACE)
        || field.equals(DEMOTED)
        || field.equals(KEPT)
        || field.equals(CALLBACK)
        || OURS.stream().anyMatch(field::startsWith);
  }
}
