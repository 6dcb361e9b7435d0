package dev.trellis.core.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings what people type into the normal form of an {@link Identity}; empty if it cannot be one.
 */
public final class Normalizer {

  private static final Pattern EMAIL =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");

  private static final Set<PhoneNumberType> MOBILE =
      Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

  private static final Pattern SEVERAL = Pattern.compile("[,;，；、/|\\n]");

  private final String country;

  /**
   * @param country ISO 3166 code assumed for numbers without a country code, such as {@code CN}
   */
  public Normalizer(String country) {
    this.country = country;
  }

  /** An address in lower case, full-width forms folded; at most 254 characters (RFC 5321). */
  public Optional<Identity> email(String typed) {
    var address = fold(typed).toLowerCase(Locale.ROOT);
    return address.length() <= 254 && address.indexOf('@') <= 64 && EMAIL.matcher(address).matches()
        ? Optional.of(new Identity(IdentityType.EMAIL, address))
        : Optional.empty();
  }

  /**
   * A mobile number in E.164. A landline is none: colleagues share a switchboard, and one number
   * would make one person of them.
   */
  public Optional<Identity> phone(String typed) {
    var util = PhoneNumberUtil.getInstance();
    try {
      var number = util.parse(fold(typed), country);
      return util.isValidNumber(number) && MOBILE.contains(util.getNumberType(number))
          ? Optional.of(
              new Identity(IdentityType.PHONE, util.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Whom two cells of a row name besides its identities: every address and number in them (R17).
   *
   * @param emails one address or several; null if there is none
   * @param phones one number or several; null if there is none
   */
  public SortedSet<Identity> told(@Nullable String emails, @Nullable String phones) {
    var names = new TreeSet<Identity>();
    parts(emails).forEach(part -> email(part).ifPresent(names::add));
    parts(phones).forEach(part -> phone(part).ifPresent(names::add));
    return names;
  }

  /** Each of several addresses or numbers that were told as one text; none of null. */
  public static List<String> parts(@Nullable String text) {
    return text == null ? List.of() : List.of(SEVERAL.split(text));
  }

  private static String fold(String typed) {
    return java.text.Normalizer.normalize(typed, Form.NFKC).strip();
  }
}
