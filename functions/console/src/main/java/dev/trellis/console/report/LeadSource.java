package dev.trellis.console.report;

import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.ChannelFollowed;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import java.util.List;

/**
 * What a lead is credited to: its first touch (R11). The first of these that fits decides.
 *
 * <ol>
 *   <li>a visit that names a search keyword: {@link #SEM}
 *   <li>a code of an event, an attendance, or anything at an exhibition or training: {@link #EVENT}
 *   <li>something read, or offered by the code that was scanned: {@link #CONTENT}
 *   <li>anything in WeChat or WeCom: {@link #WECHAT}
 *   <li>a call that we made: {@link #SALES}
 *   <li>any other touch, such as a direct visit: {@link #OTHER}
 * </ol>
 *
 * A lead without any touch came from a file ({@link #IMPORT}) or is {@link #OTHER}.
 */
public enum LeadSource {
  CONTENT,
  EVENT,
  SEM,
  WECHAT,
  SALES,
  IMPORT,
  OTHER;

  /** True if a person and we met; mails we send and what the CRM writes are no touch. */
  static boolean isTouch(LeadEvent event) {
    return switch (event.happening()) {
      case CodeScanned _,
          FormSubmitted _,
          PageVisited _,
          ContentRead _,
          EventAttended _,
          ChannelFollowed _,
          CallRecorded _ ->
          true;
      default -> false;
    };
  }

  static LeadSource ofTouch(LeadEvent touch) {
    var happening = touch.happening();
    var origin = touch.origin();
    if (happening instanceof PageVisited visit
        && visit.keyword() != null
        && !visit.keyword().isBlank()) {
      return SEM;
    } else if (origin.event() != null
        || happening instanceof EventAttended
        || isAnyOf(touch, "EXPO", "TRAINING")) {
      return EVENT;
    } else if (happening instanceof ContentRead || origin.content() != null) {
      return CONTENT;
    } else if (isAnyOf(touch, "WECHAT", "WECOM")) {
      return WECHAT;
    }
    return happening instanceof CallRecorded ? SALES : OTHER;
  }

  private static boolean isAnyOf(LeadEvent event, String... channels) {
    return List.of(channels).contains(event.channel().name());
  }
}
