package dev.trellis.core.playbook;

import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ChannelFollowed;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.text.Wording;
import java.util.List;
import java.util.Locale;

/**
 * A call to action: it connects whoever follows it to a content, a form, a community or an event
 * (R10).
 *
 * @param places where it may stand
 * @param words that stand on it
 */
public record Cta(String id, Target target, Style style, List<Place> places, Wording words) {

  public Cta {
    places = List.copyOf(places);
  }

  /** What a CTA connects to. */
  public enum Kind {
    CONTENT,
    FORM,
    COMMUNITY,
    EVENT
  }

  /**
   * @param id of a content, form or event, or of the account that is the way into a community
   * @param page where it leads; null for contents and forms, which have pages of their own
   */
  public record Target(Kind kind, String id, String page) {}

  /** What it looks like. */
  public enum Style {
    BUTTON,
    LINK,
    BANNER,
    /** To be scanned with another device; whoever has it in hand can tap it. */
    QR
  }

  /** Where it stands. */
  public enum Place {
    MAIL,
    CONTENT_PAGE,
    THANKS_PAGE,
    /** Pages that are not ours. */
    SITE;

    /** As playbooks and addresses spell it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** True if that was what the CTA called for. */
  public boolean isMet(Happening happening) {
    return switch (happening) {
      case ContentRead read -> leadsTo(Kind.CONTENT, read.content());
      case FormSubmitted form -> leadsTo(Kind.FORM, form.form());
      case ChannelFollowed follow -> leadsTo(Kind.COMMUNITY, follow.account());
      case EventAttended visit -> leadsTo(Kind.EVENT, visit.event());
      default -> false;
    };
  }

  public boolean leadsTo(Kind kind, String id) {
    return target.kind() == kind && target.id().equals(id);
  }
}
