package dev.trellis.core.journey;

import dev.trellis.core.event.Channel;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.profile.Authority;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a journey sends something: why to this person, why this content and why this way (R90). Which
 * journey and step it was stands beside it.
 *
 * @param version of the journey; 0 if that was not kept
 * @param pool in which the person was; null if in none
 * @param content null if none goes with it
 * @param channel by which it goes; null if that was not kept
 * @param kind of the mail, which says what permits it
 * @param consent who told that the person agreed; null if nobody did
 * @param said in words, as reasons were before they were data; null if they are
 */
public record Why(
    int version,
    @Nullable String pool,
    @Nullable Choice content,
    @Nullable Channel channel,
    MailText.@Nullable Kind kind,
    @Nullable Authority consent,
    @Nullable String said)
    implements Json.FormerText {

  private static final Pattern FORMER = Pattern.compile("journey \\S+ version (\\d{1,9}), step .*");

  /** How a content was chosen. */
  public enum By {
    /** The journey names it. */
    NAME,
    /** It is the first that fits and was not sent yet. */
    FIT,
    /** Nothing fitted. */
    FALLBACK
  }

  /**
   * Why this content.
   *
   * @param by null if there was none to send
   * @param topic that was asked for
   * @param type that was asked for
   * @param isNeed true if the person needs what the topic is about, as far as is known
   * @param industry of the content, which is the person's own
   * @param form of the content, if it is the one that the person prefers
   */
  public record Choice(
      @Nullable By by,
      @Nullable String topic,
      @Nullable String type,
      boolean isNeed,
      @Nullable String industry,
      @Nullable String form) {}

  public Why {
    pool = pool == null || pool.isEmpty() ? null : pool;
  }

  /** Reads what stands in items that were written when this was a text. */
  public static Why parse(String text) {
    var former = FORMER.matcher(text);
    return former.matches()
        ? new Why(Integer.parseInt(former.group(1)), null, null, null, null, null, null)
        : new Why(0, null, null, null, null, null, text);
  }
}
