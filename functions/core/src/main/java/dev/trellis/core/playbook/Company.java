package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.condition.Days;
import dev.trellis.core.text.Wording;

/**
 * Who sends.
 *
 * @param languages spoken, the default first
 * @param country assumed for phone numbers without a country code (ISO 3166)
 * @param zone in which days and hours are meant
 * @param sender of every mail, as a mailbox (RFC 5322)
 * @param privacy address of the privacy notice
 * @param linkDays how long the links in a mail work
 * @param alertsTo mailbox of the SDR team (R99); null if nobody is to be told
 * @param rhythm when mails may go out
 * @param strangers what people get whom we do not know
 * @param softBounces as many bounces that are not for good, in such a time, close an address until
 *     the person acts
 */
public record Company(
    Wording name,
    Wording address,
    String site,
    String privacy,
    List<String> languages,
    String country,
    ZoneId zone,
    String sender,
    int linkDays,
    String alertsTo,
    Rhythm rhythm,
    Strangers strangers,
    Rhythm.Cap softBounces) {

  /** What holds where a playbook says nothing. */
  public static final Rhythm.Cap SOFT_BOUNCES = new Rhythm.Cap(3, Duration.ofDays(14));

  /** Days, weeks and months as the company counts them. */
  public Days days() {
    return new Days(zone);
  }

  public String defaultLanguage() {
    return languages.getFirst();
  }

  /** The first language of an {@code Accept-Language} header (RFC 9110) that we speak. */
  public String language(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return defaultLanguage();
    }
    try {
      return java.util.Locale.LanguageRange.parse(acceptLanguage).stream()
          .map(range -> range.getRange().split("-")[0])
          .filter(languages::contains)
          .findFirst()
          .orElse(defaultLanguage());
    } catch (IllegalArgumentException e) {
      return defaultLanguage();
    }
  }
}
