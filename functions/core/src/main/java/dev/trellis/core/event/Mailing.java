package dev.trellis.core.event;

import module java.base;

import dev.trellis.core.event.Happening.ConsentConfirmed;
import dev.trellis.core.event.Happening.ContentDownloaded;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.Corrected;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.DataAsked;
import dev.trellis.core.event.Happening.MachineVisited;
import dev.trellis.core.event.Happening.MailBounced;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.MailComplained;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.Happening.PreferencesChosen;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import org.jspecify.annotations.Nullable;

/**
 * The mail that an event is about, or came through.
 *
 * @param mailbox the mark of the address that it went to; null if this event does not tell
 */
public record Mailing(String sendId, @Nullable String mailbox) {

  /** Empty if what happened has to do with no mail. */
  public static Optional<Mailing> of(Happening happening) {
    return switch (happening) {
      case MailSent mail -> of(mail.sendId(), mail.mailbox());
      case ContentRead read -> of(read.sendId(), read.mailbox());
      case MailDelivered mail -> of(mail.sendId(), null);
      case MailBounced bounce -> of(bounce.sendId(), null);
      case MailComplained complaint -> of(complaint.sendId(), null);
      case MailClicked click -> of(click.sendId(), null);
      case CtaFollowed followed -> of(followed.sendId(), null);
      case ContentDownloaded file -> of(file.sendId(), null);
      case PageVisited visit -> of(visit.sendId(), null);
      case MachineVisited visit -> of(visit.sendId(), null);
      case ConsentConfirmed given -> of(given.sendId(), null);
      case Unsubscribed wish -> of(wish.sendId(), null);
      case PreferencesChosen choice -> of(choice.sendId(), null);
      case Corrected words -> of(words.sendId(), null);
      case DataAsked asked -> of(asked.sendId(), null);
      default -> Optional.empty();
    };
  }

  private static Optional<Mailing> of(@Nullable String sendId, @Nullable String mailbox) {
    return sendId == null || sendId.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mailing(sendId, mailbox));
  }

  /** True if this tells that the mail went to an address among these names. */
  public boolean wentToOneOf(Collection<Identity> names) {
    return names.stream().anyMatch(n -> n.type() == IdentityType.EMAIL && n.mark().equals(mailbox));
  }
}
