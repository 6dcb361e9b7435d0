package dev.trellis.capture;

import dev.trellis.core.http.Request;
import dev.trellis.core.profile.Reads;
import java.util.regex.Pattern;

/**
 * What the beacon of a content page says; whatever cannot be understood in it is as good as not
 * said.
 *
 * @param seconds for how long the page was looked at, 0 if unknown
 * @param isAgain true if the read itself was told before
 * @param part which of several tellings of one look this is, such as {@code 2}; empty if the page
 *     does not say
 */
record ReadReport(long seconds, boolean isAgain, String part) {

  // JSON, a form and plain text all write name, sign, number: one pattern reads the three.
  private static final Pattern SECONDS =
      Pattern.compile("\\b(?:seconds|dwell)\"?\\s*[:=]\\s*\"?(\\d{1,9})\\b");
  private static final Pattern PART = Pattern.compile("\\bpart\"?\\s*[:=]\\s*\"?(1?\\d)\\b");
  private static final Pattern AGAIN = Pattern.compile("\\bagain\"?\\s*[:=]\\s*\"?(?:true|1)\\b");

  static ReadReport of(Request request) {
    var text = request.text();
    var seconds = SECONDS.matcher(text);
    var part = PART.matcher(text);
    return new ReadReport(
        seconds.find() ? Math.min(Reads.MOST_SECONDS, Long.parseLong(seconds.group(1))) : 0,
        AGAIN.matcher(text).find(),
        part.find() ? part.group(1) : "");
  }
}
