package dev.trellis.core.identity;

import java.util.Locale;
import java.util.Set;

/** What an address says of who is behind it. */
public final class Addressee {

  private static final Set<String> NOBODYS =
      Set.of(
          ("noreply no-reply no_reply no.reply donotreply do-not-reply do_not_reply postmaster"
                  + " mailer-daemon mailerdaemon autoreply auto-reply nobody devnull")
              .split(" "));

  private static final Set<String> ROLES =
      Set.of(
          ("info sales contact office hello mail admin administration hr jobs career careers"
                  + " recruiting marketing market service services support help helpdesk team press"
                  + " media it purchasing procurement buying export import finance accounting"
                  + " accounts billing invoice legal reception frontdesk enquiry enquiries inquiry"
                  + " inquiries webmaster xiaoshou shichang caigou kefu qiantai bangongshi renshi"
                  + " caiwu 前台 销售 销售部 市场 市场部 采购 采购部 客服 客服部 服务 人事 人事部"
                  + " 行政 行政部 财务 财务部 办公室 技术部 联系我们")
              .split(" "));

  private Addressee() {}

  /** True if whatever comes there is read by nobody, such as {@code noreply@}. */
  public static boolean isNobodys(String address) {
    return NOBODYS.contains(name(address));
  }

  /** True for an address that is a company's and no person's, such as {@code info@}. */
  public static boolean isRole(Identity name) {
    return name.type() == IdentityType.EMAIL && ROLES.contains(name(name.value()));
  }

  /** True if only servers that know SMTPUTF8 (RFC 6531) can take mail for it. */
  public static boolean needsSmtpUtf8(String address) {
    return address.chars().anyMatch(c -> c > '~');
  }

  private static String name(String address) {
    return address.strip().toLowerCase(Locale.ROOT).split("[+@]", 2)[0];
  }
}
