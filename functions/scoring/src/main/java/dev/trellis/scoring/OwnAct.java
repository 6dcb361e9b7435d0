package dev.trellis.scoring;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.ChannelFollowed;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.ConsentConfirmed;
import dev.trellis.core.event.Happening.ContentDownloaded;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.Corrected;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.DataAsked;
import dev.trellis.core.event.Happening.Demoted;
import dev.trellis.core.event.Happening.ErasureRequested;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.Joined;
import dev.trellis.core.event.Happening.JourneyEnded;
import dev.trellis.core.event.Happening.KeptApart;
import dev.trellis.core.event.Happening.MachineVisited;
import dev.trellis.core.event.Happening.MailBounced;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.MailComplained;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.event.Happening.NameClaimed;
import dev.trellis.core.event.Happening.NoteWritten;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.Happening.PreferencesChosen;
import dev.trellis.core.event.Happening.PutIntoJourney;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.Happening.RetentionEnded;
import dev.trellis.core.event.Happening.Separated;
import dev.trellis.core.event.Happening.TakenOutOfJourney;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.Happening.VisitorExpired;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.IdentityType;

/**
 * Whether a person did something themselves, or others tell of them. Only their own act brings a
 * forgotten person back (R17): a form that they filled in, a wish behind a link of theirs, or what
 * a browser did of which nobody says whose it is. Whoever names the person tells of them.
 */
final class OwnAct {

  private OwnAct() {}

  static boolean is(LeadEvent event) {
    if (event.channel() == Channel.IMPORT || event.channel() == Channel.CRM) {
      return false;
    }
    return switch (event.happening()) {
      case FormSubmitted _,
          ConsentConfirmed _,
          PreferencesChosen _,
          Unsubscribed _,
          Corrected _,
          DataAsked _ ->
          true;
      case CodeScanned _,
          PageVisited _,
          ContentRead _,
          ContentDownloaded _,
          CtaFollowed _,
          MailClicked _ ->
          event.identities().stream().allMatch(name -> name.type() == IdentityType.COOKIE);
      case EventAttended _,
          ChannelFollowed _,
          CallRecorded _,
          CrmChanged _,
          RecordImported _,
          Overridden _,
          NoteWritten _ ->
          false;
      case MailSent _,
          MailDelivered _,
          MailBounced _,
          MailComplained _,
          JourneyEnded _,
          Demoted _,
          MachineVisited _,
          NameClaimed _,
          Joined _,
          KeptApart _,
          PutIntoJourney _,
          TakenOutOfJourney _,
          Separated _,
          ErasureRequested _,
          RetentionEnded _,
          VisitorExpired _ ->
          false;
    };
  }
}
