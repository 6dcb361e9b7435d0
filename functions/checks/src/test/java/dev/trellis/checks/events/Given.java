package dev.trellis.checks.events;

import module java.base;

import dev.trellis.console.signin.Session;
import dev.trellis.console.visit.Member;
import dev.trellis.console.visit.Role;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Quarantine.Refused;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;

/** What is there before an event comes. */
interface Given {

  /** Nothing. */
  Given NOTHING = (_, _) -> {};

  void in(Installation installation, Instant now);

  /** This and something else. */
  default Given and(Given more) {
    return (installation, now) -> {
      in(installation, now);
      more.in(installation, now);
    };
  }

  /** People who have just asked for the deck, with their consent to mail. */
  static Given leads(String... ids) {
    return (installation, now) -> {
      for (var id : ids) {
        asksForTheDeck(installation, id, now);
      }
    };
  }

  /**
   * A lead to be looked at half a minute ago, another in half a minute, and a tick a minute ago, as
   * there always was but once: the very first looks through all hours of a day.
   */
  static Given timers(String owner) {
    return (installation, now) -> {
      installation.timers().set(owner, "Ldue", now.minusSeconds(30));
      installation.timers().set(owner, "Llater", now.plusSeconds(30));
      installation.timers().moveCursor(owner, now.minusSeconds(60));
    };
  }

  /** Somebody of ours who is signed in, with the secrets that the samples hold. */
  Given SIGNED_IN =
      (installation, now) -> {
        var member = new Member("m-1", "mei@example.com", Role.ADMIN, "mei@example.com");
        var session = new Session(member, "token-of-a-sample", now, now);
        installation
            .sessions()
            .keep("session-of-a-sample", Json.write(session), now.plus(Session.IDLE));
      };

  /** A message that was refused. */
  Given REFUSED =
      (installation, now) ->
          installation
              .quarantine(InstantSource.fixed(now))
              .put(new Refused("refused-1", "ticket", "no happening", now, "{\"version\":1}"));

  /** A message that scoring sent and pools could not deal with. */
  Given FAILED =
      (installation, _) -> installation.fail("PROFILE_UPDATES_DEAD_LETTERS", "{\"lead\":\"Llin\"}");

  /** A mail of which nobody knows whether it went. */
  static Given unknownMail(String lead, String sendId) {
    return (installation, now) ->
        installation
            .mails()
            .skip(
                new Entry(
                    sendId,
                    lead,
                    State.UNKNOWN,
                    "me",
                    now,
                    "j",
                    "s",
                    "m",
                    null,
                    null,
                    "Slides",
                    null,
                    "no answer",
                    false));
  }

  /** An address that gets no mail since it bounced. */
  static Given bounced(String address) {
    return (installation, now) ->
        installation
            .suppressions()
            .add(installation.suppressionKeys().of(address), new Suppression(Reason.BOUNCE, now));
  }

  private static void asksForTheDeck(Installation installation, String lead, Instant now) {
    var email = lead.toLowerCase() + "@example.com";
    var identities = new TreeSet<>(List.of(Identity.parse("email:" + email)));
    var answers =
        new TreeMap<>(Map.of("name", "Lin Example", "email", email, "industry", "manufacturing"));
    var form = new FormSubmitted("summit-deck", answers, true, "en", null);
    var event = LeadEvent.of("form-" + lead, now, Channel.EXPO, identities, Origin.NONE, form);
    var unborn = LeadRecord.unborn(lead);
    var born = unborn.withProfile(unborn.profile().with(event));
    var claims =
        identities.stream().collect(Collectors.toMap(i -> i, _ -> Optional.<String>empty()));
    var result = installation.leads().append(new Append(event, born, List.of(), claims));
    if (result != AppendResult.APPENDED) {
      throw new AssertionError(lead + ": " + result);
    }
  }
}
