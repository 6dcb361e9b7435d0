package dev.trellis.capture.form;

import module java.base;

/**
 * Domains of many people's mail that are easily mistyped. Whoever typed {@code gmial.com} is asked,
 * and nothing is changed: it may be a company's.
 */
final class LikelyTypo {

  private static final Set<String> MEANT =
      Set.of(
          ("gmail.com hotmail.com outlook.com yahoo.com icloud.com googlemail.com protonmail.com"
                  + " foxmail.com aliyun.com qq.com 163.com 126.com sina.com sohu.com yeah.net"
                  + " 139.com 189.cn")
              .split(" "));

  /** One letter beside the ones above, and as real. */
  private static final Set<String> REAL =
      Set.of("mail.com", "ymail.com", "email.com", "sina.cn", "yahoo.cn", "qq.cn", "163.net");

  private static final int SHORT = 4;

  private LikelyTypo() {}

  /** The domain that was probably meant; empty if the one that was typed may well be right. */
  static Optional<String> meant(String address) {
    var typed = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return MEANT.contains(typed) || REAL.contains(typed)
        ? Optional.empty()
        : MEANT.stream().sorted().filter(domain -> isBeside(typed, domain)).findFirst();
  }

  // Whatever stands before the dot of qq.com is one letter away from some company's domain.
  private static boolean isBeside(String typed, String domain) {
    var name = domain.substring(0, domain.indexOf('.'));
    return (name.length() > SHORT || typed.startsWith(name + ".")) && isOneSlip(typed, domain);
  }

  /** True if one letter is missing, added or another one, or two neighbours changed places. */
  private static boolean isOneSlip(String typed, String meant) {
    int from = 0;
    while (from < Math.min(typed.length(), meant.length())
        && typed.charAt(from) == meant.charAt(from)) {
      from++;
    }
    var here = typed.substring(from);
    var there = meant.substring(from);
    return after(here, 1).equals(there)
        || here.equals(after(there, 1))
        || after(here, 1).equals(after(there, 1))
        || here.length() > 1
            && there.length() > 1
            && here.charAt(0) == there.charAt(1)
            && here.charAt(1) == there.charAt(0)
            && after(here, 2).equals(after(there, 2));
  }

  private static String after(String text, int letters) {
    return text.substring(Math.min(letters, text.length()));
  }
}
