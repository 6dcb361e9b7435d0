package dev.trellis.scoring;

import static dev.trellis.core.event.Channel.CRM;
import static dev.trellis.core.event.Channel.IMPORT;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of truth: each kind, told in each channel, of a browser or of a person with a name. */
@Tag("R17")
class OwnActTest {

  /** Through doors that nobody else has. */
  private static final Set<String> BY_THEMSELVES =
      Set.of(
          "FormSubmitted",
          "ConsentConfirmed",
          "PreferencesChosen",
          "Unsubscribed",
          "Corrected",
          "DataAsked");

  /** Theirs as long as nobody says whose browser it is. */
  private static final Set<String> IN_A_BROWSER =
      Set.of(
          "CodeScanned",
          "PageVisited",
          "ContentRead",
          "ContentDownloaded",
          "CtaFollowed",
          "MailClicked");

  private static final Set<String> BY_OTHERS =
      Set.of(
          "EventAttended",
          "ChannelFollowed",
          "CallRecorded",
          "CrmChanged",
          "RecordImported",
          "Overridden",
          "NoteWritten",
          "MailSent",
          "MailDelivered",
          "MailBounced",
          "MailComplained",
          "JourneyEnded",
          "Demoted",
          "MachineVisited",
          "Separated",
          "NameClaimed",
          "Joined",
          "KeptApart",
          "PutIntoJourney",
          "TakenOutOfJourney",
          "ErasureRequested",
          "RetentionEnded",
          "VisitorExpired");

  @Test
  void eachKindInEachChannelIsAnOwnActOrToldByOthers() {
    var kinds = Kinds.all();
    assertThat(kinds.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(BY_THEMSELVES, IN_A_BROWSER, BY_OTHERS).flatMap(Set::stream).toList());
    for (var channel : Channel.values()) {
      var isTheirs = !EnumSet.of(CRM, IMPORT).contains(channel);
      kinds.forEach((kind, happening) -> {
        assertThat(OwnAct.is(event(channel, happening, "cookie:c")))
            .as("%s in %s of a browser", kind, channel)
            .isEqualTo(isTheirs && !BY_OTHERS.contains(kind));
        for (var name : new String[] {"email:a@b.cn", "phone:+8613800138000", "openid:o"}) {
          assertThat(OwnAct.is(event(channel, happening, "cookie:c", name)))
              .as("%s in %s of %s", kind, channel, name)
              .isEqualTo(isTheirs && BY_THEMSELVES.contains(kind));
        }
      });
    }
  }

  private static LeadEvent event(Channel channel, Happening happening, String... names) {
    var identities = new TreeSet<Identity>();
    Arrays.stream(names).map(Identity::parse).forEach(identities::add);
    return LeadEvent.of("e", Events.NOON, channel, identities, Origin.NONE, happening);
  }
}
