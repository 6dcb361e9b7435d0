package dev.trellis.core.identity;

import module java.base;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.text.Normalizer.Form;
import org.jspecify.annotations.Nullable;

/**
 * Brings what people type into the normal form of an {@link Identity}; empty if it cannot be one.
 */
public final class Normalizer {

  private static final Pattern EMAIL =
      Pattern.compile(
          "[%1$s]+(\\.[%1$s]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})"
              .formatted("a-z0-9!#$%&'*+/=?^_`{|}~-[\\p{L}\\p{M}\\p{N}&&[^\\x00-\\x7f]]"));

  /** How a label of a domain begins that has other letters than those of ASCII (RFC 5890). */
  private static final String IDN_MARK = "xn--";

  private static final Set<PhoneNumberType> MOBILE =
      Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

  private static final Pattern CALCULATED = Pattern.compile("\\d+\\.0+|\\d\\.\\d+E\\+?\\d{1,2}");
  private static final Pattern BESIDE =
      Pattern.compile("\\s*(?:(?:转|轉|分机)\\s*\\d{1,6}|\\([^()\\d]*\\))$");
  private static final Pattern SEVERAL = Pattern.compile("[,;，；、/|\\n]");

  private final String country;

  /**
   * @param country ISO 3166 code assumed for numbers without a country code, such as {@code CN}
   */
  public Normalizer(String country) {
    this.country = country;
  }

  /**
   * An address in lower case, full-width forms folded and its domain in ASCII, as mail goes there;
   * at most 254 bytes (RFC 5321, 6531). None that nobody reads.
   */
  public Optional<Identity> email(String typed) {
    var address = fold(typed).toLowerCase(Locale.ROOT);
    int at = address.lastIndexOf('@');
    if (at < 1 || Addressee.isNobodys(address)) {
      return Optional.empty();
    }
    var name = address.substring(0, at);
    return ascii(address.substring(at + 1))
        .map(domain -> name + "@" + domain)
        .filter(a -> bytes(a) <= 254 && bytes(name) <= 64 && EMAIL.matcher(a).matches())
        .map(a -> new Identity(IdentityType.EMAIL, a))
        .filter(Normalizer::isWhole);
  }

  // A name in other letters at a plain domain is a person's name that came into the wrong place.
  private static boolean isWhole(Identity address) {
    return !Addressee.needsSmtpUtf8(address.value())
        || address.value().contains(IDN_MARK)
        || Addressee.isRole(address);
  }

  private static Optional<String> ascii(String domain) {
    try {
      return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no domain in any script
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * A mobile number in E.164. A landline is none: colleagues share a switchboard, and one number
   * would make one person of them.
   */
  public Optional<Identity> phone(String typed) {
    var util = PhoneNumberUtil.getInstance();
    try {
      var number = util.parse(plain(fold(typed)), country);
      return util.isValidNumber(number) && MOBILE.contains(util.getNumberType(number))
          ? Optional.of(
              new Identity(IdentityType.PHONE, util.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  // Spreadsheets make numbers of numbers; one that lost digits there is none.
  private static String plain(String text) {
    if (!CALCULATED.matcher(text).matches()) {
      return BESIDE.matcher(text).replaceFirst("");
    }
    var number = new BigDecimal(text);
    return number.scale() < 0 ? "" : number.toBigInteger().toString();
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
