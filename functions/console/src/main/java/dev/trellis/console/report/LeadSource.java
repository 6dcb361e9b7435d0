package dev.trellis.console.report;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Crowd;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.ChannelFollowed;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.ContentDownloaded;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
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
    // What a partner says of a call is none of ours.
    return isTouch(event.happening()) && event.standing().teller() == null;
  }

  static boolean isTouch(Crowd crowd) {
    return isTouch(crowd.happening());
  }

  private static boolean isTouch(Happening happening) {
    return switch (happening) {
      case CodeScanned _,
          FormSubmitted _,
          PageVisited _,
          ContentRead _,
          ContentDownloaded _,
          EventAttended _,
          ChannelFollowed _,
          CallRecorded _ ->
          true;
      default -> false;
    };
  }

  static LeadSource ofTouch(LeadEvent touch) {
    return of(touch.happening(), touch.origin(), touch.channel());
  }

  static LeadSource ofTouch(Crowd touch) {
    return of(touch.happening(), touch.origin(), touch.channel());
  }

  private static LeadSource of(Happening happening, Origin origin, Channel channel) {
    if (happening instanceof PageVisited visit
        && visit.keyword() != null
        && !visit.keyword().isBlank()) {
      return SEM;
    } else if (origin.event() != null
        || happening instanceof EventAttended
        || isAnyOf(channel, "EXPO", "TRAINING")) {
      return EVENT;
    } else if (happening instanceof ContentRead
        || happening instanceof ContentDownloaded
        || origin.content() != null) {
      return CONTENT;
    } else if (isAnyOf(channel, "WECHAT", "WECOM")) {
      return WECHAT;
    }
    return happening instanceof CallRecorded ? SALES : OTHER;
  }

  private static boolean isAnyOf(Channel channel, String... channels) {
    return List.of(channels).contains(channel.name());
  }
}
