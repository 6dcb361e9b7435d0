package dev.trellis.core.profile;

import static dev.trellis.core.identity.IdentityType.COOKIE;
import static dev.trellis.core.identity.IdentityType.EMAIL;

import module java.base;

import dev.trellis.core.event.Happening.ContentDownloaded;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.identity.Proof;
import org.jspecify.annotations.Nullable;

/**
 * Someone or something came through a mail. That may be a machine: soon after the mail was sent
 * until other events tell, and for some days if it is not alone.
 *
 * @param mail which mail, in short; see {@link #mail(String)}
 * @param did {@code READ}, {@code DOWNLOAD}, {@code VISIT} for how long a page was looked at, or
 *     {@code CLICK} on a link that leads to no content
 * @param content empty for a click that leads to neither a content nor a call to action
 * @param mailbox the address that a reader shows to have, in short; empty if none
 * @param browser in which it was read, in short; empty if we do not know
 * @param isLate true if the mail was there for so long that it need not have been delivered just
 *     then
 */
public record Visit(
    Instant at,
    String mail,
    Behaviour did,
    String content,
    int version,
    long seconds,
    String mailbox,
    String browser,
    boolean isLate)
    implements Comparable<Visit> {

  /** Whoever comes later than this after the mail was sent need not wait for its delivery. */
  public static final Duration DOUBTFUL = Duration.ofHours(1);

  /** Gateways come back for so long, with a browser and to all links. */
  static final Duration WATCHED = Duration.ofDays(3);

  private static final String PAGE = "content/";
  private static final String CTA = "cta/";
  private static final int MAIL_LENGTH = 6;
  private static final int MARK_LENGTH = 4;
  private static final Comparator<Visit> ORDER =
      Comparator.<Visit, String>comparing(Visit::mail)
          .thenComparing(Visit::did)
          .thenComparing(Visit::content)
          .thenComparingInt(Visit::version)
          .thenComparingLong(Visit::seconds)
          .thenComparing(Visit::mailbox)
          .thenComparing(Visit::browser)
          .thenComparing(Visit::isLate);

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
      case ContentRead read ->
          of(event, read.sendId(), Behaviour.READ, read.content(), read.version(), read.seconds());
      case ContentDownloaded file ->
          of(event, file.sendId(), Behaviour.DOWNLOAD, file.content(), file.version(), 0);
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

  /** The same if it may be a machine's, by itself or together with others. */
  static Optional<Visit> inDoubt(LeadEvent event) {
    var mailedAt =
        switch (event.happening()) {
          case ContentRead read -> read.mailedAt();
          case ContentDownloaded file -> file.mailedAt();
          case PageVisited visit -> visit.mailedAt();
          case CtaFollowed followed -> followed.mailedAt();
          default -> null;
        };
    return of(event)
        .filter(v ->
            v.did() == Behaviour.CLICK && v.content().isEmpty()
                || mailedAt != null && v.at().isBefore(mailedAt.plus(WATCHED)))
        .map(v -> mailedAt == null || v.at().isBefore(mailedAt.plus(DOUBTFUL)) ? v : v.late());
  }

  // What a late reader shows is settled at once.
  private Visit late() {
    return new Visit(at, mail, did, content, version, seconds, "", browser, true);
  }

  /** True if the event may be a machine's, as far as it alone can tell. */
  public static boolean isInDoubt(LeadEvent event) {
    return inDoubt(event).filter(v -> !v.isLate()).isPresent();
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
                Math.max(0, seconds),
                did == Behaviour.READ ? shown(event) : "",
                did == Behaviour.CLICK && !isCta(content) ? "" : browser(event),
                false));
  }

  /** True for a click on a call to action, in a mail or on a page. */
  boolean isCta() {
    return isCta(content);
  }

  private static boolean isCta(@Nullable String content) {
    return content != null && content.startsWith(CTA);
  }

  private static String shown(LeadEvent event) {
    return event.proof(EMAIL) == Proof.HELD ? mark(event.identities(), EMAIL) : "";
  }

  // Another's is a claim.
  private static String browser(LeadEvent event) {
    var own = mark(event.identities(), COOKIE);
    return own.isEmpty() ? mark(event.standing().claims().keySet(), COOKIE) : own;
  }

  private static String mark(Collection<Identity> names, IdentityType type) {
    return names.stream().filter(n -> n.type() == type).map(Visit::mark).findFirst().orElse("");
  }

  private static String mark(Identity name) {
    return name.mark().substring(0, MARK_LENGTH);
  }

  /** Whether whoever read shows to have this address. */
  boolean shows(Identity name) {
    return name.type() == EMAIL && mailbox.equals(mark(name));
  }

  /** Whether it happened on a page that somebody or something opened before. */
  boolean isOnPage() {
    return did == Behaviour.VISIT || did == Behaviour.DOWNLOAD;
  }

  /** Whether this tells that somebody or something read a content. */
  public boolean isReadOf(@Nullable String content) {
    return did == Behaviour.READ && this.content.equals(content);
  }

  @Override
  public int compareTo(Visit other) {
    int byTime = at.compareTo(other.at);
    return byTime != 0 ? byTime : ORDER.compare(this, other);
  }
}
