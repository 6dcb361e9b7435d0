package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Strangers;
import dev.trellis.core.port.Draw;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Touch;
import dev.trellis.nurture.mail.OneMailbox;

/**
 * What mails may cost those who did not ask for them. Anybody can type anybody's address, a
 * thousand times and in a thousand spellings: so a mailbox gets a few mails a day until somebody
 * has shown to read there, and a network asks for so many an hour. And wherever people read, one
 * network gets the same content again twice a day, and asks for a confirmation once. The mail for a
 * person's first form is nobody's repetition.
 */
final class Budget {

  private static final Duration KEPT = Duration.ofDays(2);
  private static final int ONCE = 1;

  private final Strangers limits;
  private final SuppressionKeys keys;

  Budget(Strangers limits, SuppressionKeys keys) {
    this.limits = limits;
    this.keys = keys;
  }

  /** What a mail takes; empty if it is none that anybody could have asked for too often. */
  Optional<Draw> draw(MailDue due, Kind kind, String address, Portrait portrait) {
    var refused = portrait.profile().permission().refusedAt();
    if (kind == Kind.CONFIRMATION && refused.isPresent()) {
      return Optional.of(question(refused.get(), due, address, portrait));
    }
    var isHeld = isHeld(portrait.profile(), address);
    int again = again(kind, portrait.profile());
    if (kind == Kind.INTERNAL || isHeld && again == Draw.UNLIMITED) {
      return Optional.empty();
    }
    var now = portrait.now();
    var days = portrait.playbook().company().days();
    var day = days.of(now);
    var network = network(kind, portrait.profile());
    var isAsked = kind != Kind.NURTURE && network.isPresent() && !isHeld;
    return Optional.of(
        new Draw(
            Ids.derived(keys.of(OneMailbox.of(address)), day.toString()),
            network.orElse(""),
            Ids.derived(keys.of(address), due.mail(), due.content()),
            isHeld ? Draw.UNLIMITED : limits.mailbox(),
            again,
            network.filter(_ -> isAsked).map(n -> hour(n, now)),
            days.start(day).plus(KEPT)));
  }

  // Whoever said no is asked a few times at most while the links hold, whoever wants it asked.
  private Draw question(Instant refused, MailDue due, String address, Portrait portrait) {
    return new Draw(
        Ids.derived(keys.of(OneMailbox.of(address)), "refused", refused.toString()),
        "",
        Ids.derived(keys.of(address), due.mail(), due.content()),
        limits.again(),
        limits.again(),
        Optional.empty(),
        portrait.now().plus(Duration.ofDays(portrait.playbook().company().linkDays())));
  }

  private Draw.Hour hour(String network, Instant now) {
    var hour = now.truncatedTo(ChronoUnit.HOURS).toString();
    return new Draw.Hour(Ids.derived(network, hour), limits.network());
  }

  /** True if a person has shown to read at this address, or somebody says so whom we trust. */
  private static boolean isHeld(Profile profile, String address) {
    return profile.proof(new Identity(IdentityType.EMAIL, address)).isShown();
  }

  private int again(Kind kind, Profile profile) {
    return switch (kind) {
      case CONFIRMATION -> ONCE;
      case DELIVERY -> submissions(profile) > 1 ? limits.again() : Draw.UNLIMITED;
      case NURTURE, INTERNAL -> Draw.UNLIMITED;
    };
  }

  // Who asks for a content was here last. What we send by ourselves is owed to who came first, so
  // that nobody who comes later uses it up.
  private static Optional<String> network(Kind kind, Profile profile) {
    var touch = kind == Kind.NURTURE ? profile.first() : profile.last();
    return touch.map(Touch::origin).map(origin -> origin.network());
  }

  private static int submissions(Profile profile) {
    return profile.activity().values().stream()
        .map(day -> day.get(Behaviour.SUBMIT))
        .filter(Objects::nonNull)
        .mapToInt(tally -> tally.count())
        .sum();
  }
}
