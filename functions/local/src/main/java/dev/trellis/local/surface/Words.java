package dev.trellis.local.surface;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The few words of this machine's own pages, in Chinese or English.
 *
 * @param zone in which people read times
 */
record Words(String language, ZoneId zone) {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** Picks one of two texts. */
  String of(String chinese, String english) {
    return language.equals("zh") ? chinese : english;
  }

  /** An instant, as {@link Instant#toString} writes it, for people; null gives nothing. */
  String time(Object instant) {
    return instant == null ? "" : Instant.parse(instant.toString()).atZone(zone).format(MINUTES);
  }
}
