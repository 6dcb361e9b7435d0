package dev.trellis.imports.row;

import module java.base;

import java.text.Normalizer.Form;

/** What people and tools write for a yes and a no to mail; what is not here is neither. */
enum YesNo {
  YES,
  NO,
  /** Something that is not surely one of the two. */
  UNCLEAR;

  private static final int LONGEST = 100;

  private static final Set<String> TRUE = words("是 有 对 √ ✓ ✔ ☑ y yes true t 1 1.0 on");
  private static final Set<String> FALSE = words("否 不是 不 n no false f 0 0.0 off");

  private static final Set<String> WANTED =
      words(
          "同意 已同意 已授权 授权 接受 接收 愿意 订阅 已订阅 optin optedin granted given agree agreed"
              + " accepted subscribed consented confirmed");
  private static final Set<String> UNWANTED =
      words(
          "不同意 未同意 未授权 拒绝 已拒绝 拒收 不接收 不接受 不愿意 退订 已退订 取消订阅 已取消订阅 未订阅"
              + " × ✗ ✘ ☒ optout optedout denied declined refused unsubscribed unsubscribe"
              + " withdrawn revoked cleaned bounced donotcontact donotemail donotallow notgiven");

  private static final Set<String> NOT_OUT =
      words("未退订 未取消订阅 允许 接收 接受 订阅 已订阅 optin optedin subscribed allow allowed");

  /** Reads a cell that tells whether mail is wanted. */
  static YesNo wanted(String text) {
    var plain = plain(text);
    if (TRUE.contains(plain) || WANTED.contains(plain)) {
      return YES;
    }
    return FALSE.contains(plain) || UNWANTED.contains(plain) ? NO : UNCLEAR;
  }

  /** Reads a cell that tells whether mail is not wanted: a yes is somebody who is out. */
  static YesNo out(String text) {
    var plain = plain(text);
    if (TRUE.contains(plain) || UNWANTED.contains(plain)) {
      return YES;
    }
    return FALSE.contains(plain) || NOT_OUT.contains(plain) ? NO : UNCLEAR;
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }

  // Nothing is left out that may take a word back, such as a remark in brackets.
  private static String plain(String text) {
    if (text.length() > LONGEST) {
      return "";
    }
    return Normalizer.normalize(text, Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s_\\p{Cf}-]+", "")
        .replaceAll("[.。!]+$", "");
  }
}
