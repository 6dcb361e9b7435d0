package dev.trellis.core.identity;

import java.util.Comparator;
import java.util.List;

/**
 * How far a name can be trusted to stand for one person (R17), strongest first: an address or an
 * account is one person's; a mobile number may be an office's or made up, and {@code info@} is a
 * company's; a browser may be anybody's.
 */
public final class Strength {

  private static final List<IdentityType> STRONGEST_FIRST =
      List.of(
          IdentityType.EMAIL,
          IdentityType.UNIONID,
          IdentityType.OPENID,
          IdentityType.WECOM,
          IdentityType.CRM,
          IdentityType.PHONE,
          IdentityType.COOKIE);

  /** The strongest identity first; those of one type in their natural order. */
  public static final Comparator<Identity> ORDER =
      Comparator.comparingInt(Strength::rank).thenComparing(Comparator.naturalOrder());

  private Strength() {}

  // A company's mailbox says less than a number.
  private static int rank(Identity name) {
    return STRONGEST_FIRST.indexOf(Addressee.isRole(name) ? IdentityType.PHONE : name.type());
  }

  /** True for all but browsers. */
  public static boolean isStrong(Identity identity) {
    return identity.type() != IdentityType.COOKIE;
  }

  /**
   * True for a number that people type who would rather not tell, such as 13800000000: eight equal
   * digits at its end. It is kept as an answer, and names nobody.
   */
  public static boolean isMadeUp(Identity identity) {
    var value = identity.value();
    int from = value.length() - 8;
    return identity.type() == IdentityType.PHONE
        && from > 0
        && value.chars().skip(from).distinct().count() == 1;
  }
}
