package dev.trellis.core.profile;

import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Someone or something came through a mail. Soon after the mail was sent that may be a machine;
 * until other events tell, such a visit is in doubt.
 *
 * @param mail which mail, in short; see {@link #mail(String)}
 * @param did {@code READ}, {@code VISIT} for how long a page was looked at, or {@code CLICK} on a
 *     link that leads to no content
 * @param content empty for a click that leads to neither a content nor a call to action
 */
public record Visit(
    Instant at, String mail, Behaviour did, String content, int version, long seconds)
    implements Comparable<Visit> {

  /** Whoever comes later than this after the mail was sent is a person. */
  public static final Duration DOUBTFUL = Duration.ofHours(1);

  private static final String PAGE = "content/";
  private static final String CTA = "cta/";
  private static final int MAIL_LENGTH = 6;
  private static final Comparator<Visit> ORDER =
      Comparator.comparing(Visit::at)
          .thenComparing(Visit::mail)
          .thenComparing(Visit::did)
          .thenComparing(Visit::content)
          .thenComparingInt(Visit::version)
          .thenComparingLong(Visit::seconds);

  /** The page of a content, as visits of it are told. */
  public static String page(String content) {
    return PAGE + content;
  }

  /** What a profile keeps of a send's id: enough to tell one person's mails apart. */
  static String mail(String sendId) {
    return Ids.derived("mail", sendId).substring(0, MAIL_LENGTH);
  }

  /** The visit that an event tells of, if it came through a mail. */
  static Optional<Visit> of(LeadEvent event) {
    return switch (event.happening()) {
      case ContentRead(var content, var version, var seconds, var sendId, _) ->
          of(event, sendId, Behaviour.READ, content, version, seconds);
      case PageVisited(var page, var seconds, _, var sendId, _) ->
          page != null && page.startsWith(PAGE)
              ? of(event, sendId, Behaviour.VISIT, page.substring(PAGE.length()), 0, seconds)
              : Optional.empty();
      case MailClicked(var sendId, var content) ->
          of(event, sendId, Behaviour.CLICK, content, 0, 0);
      case CtaFollowed(var cta, _, var sendId, _) ->
          of(event, sendId, Behaviour.CLICK, CTA + cta, 0, 0);
      default -> Optional.empty();
    };
  }

  /** The same if the event may be a machine's. */
  static Optional<Visit> inDoubt(LeadEvent event) {
    var mailedAt =
        switch (event.happening()) {
          case ContentRead read -> read.mailedAt();
          case PageVisited visit -> visit.mailedAt();
          case CtaFollowed followed -> followed.mailedAt();
          default -> null;
        };
    return of(event)
        .filter(v ->
            v.did() == Behaviour.CLICK && v.content().isEmpty()
                || mailedAt != null && v.at().isBefore(mailedAt.plus(DOUBTFUL)));
  }

  /** True if the event may be a machine's, as far as it alone can tell. */
  public static boolean isInDoubt(LeadEvent event) {
    return inDoubt(event).isPresent();
  }

  private static Optional<Visit> of(
      LeadEvent event,
      @Nullable String sendId,
      Behaviour did,
      @Nullable String content,
      int version,
      long seconds) {
    return sendId == null || sendId.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Visit(
                event.occurredAt(),
                mail(sendId),
                did,
                content == null ? "" : content,
                version,
                Math.max(0, seconds)));
  }

  /** Whether this tells that somebody or something read a content. */
  public boolean isReadOf(@Nullable String content) {
    return did == Behaviour.READ && this.content.equals(content);
  }

  @Override
  public int compareTo(Visit other) {
    return ORDER.compare(this, other);
  }
}
