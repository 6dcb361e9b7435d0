package dev.trellis.core.portrait;

import static dev.trellis.core.identity.IdentityType.EMAIL;

import module java.base;

import dev.trellis.core.condition.Days;
import dev.trellis.core.identity.Addressee;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;

/**
 * What came back from one address. It closes this address and no other: whoever mistyped their
 * address and corrected it is reached.
 *
 * @param told when the address was told last
 */
public record MailboxState(Portrait portrait, String address, Instant told) {

  private static final String COMPLAINT = "complaint";
  private static final String PERMANENT = "permanent";

  /** Of the address that the person is known by; empty if we know none. */
  public static Optional<MailboxState> of(Portrait portrait) {
    var told = portrait.toldEmail().map(Fact::at).orElse(Instant.EPOCH);
    return portrait.email().map(address -> new MailboxState(portrait, address, told));
  }

  /** Why no mail goes there; empty if it does. SES knows no SMTPUTF8. */
  public Optional<String> closedBy() {
    if (Addressee.needsSmtpUtf8(address)) {
      return Optional.of("needs SMTPUTF8");
    }
    var person = portrait.profile().fact(Field.MAILBOX);
    if (is(person, COMPLAINT) || is(own(), COMPLAINT)) {
      return Optional.of(COMPLAINT);
    } else if (is(own().filter(bounce -> !isReleased(bounce)), PERMANENT)
        || is(person.filter(b -> !told.isAfter(b.at()) && !isReleased(b)), PERMANENT)) {
      return Optional.of("bounced");
    }
    return isSoftlyClosed() ? Optional.of("soft bounces") : Optional.empty();
  }

  /**
   * Another address of the person that mail may go to since this one does not work: one that is
   * shown to be theirs, or was typed when this one had bounced. Whoever complained is not followed.
   */
  public Optional<String> other() {
    var former = portrait.profile().names().former();
    return portrait.profile().identities(EMAIL).stream()
        .filter(other -> !former.contains(new Identity(EMAIL, other)))
        .filter(other -> !other.equals(address) && !closedBy().equals(Optional.of(COMPLAINT)))
        .filter(other -> proof(other).isShown() || isTypedInstead(other))
        .filter(other -> new MailboxState(portrait, other, typedAt(other)).closedBy().isEmpty())
        .max(
            Comparator.comparing(this::proof)
                .thenComparing(this::typedAt)
                .thenComparing(Comparator.reverseOrder()));
  }

  private boolean isTypedInstead(String other) {
    return own().filter(bounce -> bounce.at().isBefore(typedAt(other))).isPresent();
  }

  private Instant typedAt(String one) {
    return portrait.profile().typedAt(one).orElse(Instant.EPOCH);
  }

  private boolean isSoftlyClosed() {
    var bounces = portrait.profile().softBounces(address);
    var days = new Days(portrait.playbook().company().zone());
    return !bounces.isEmpty()
        && portrait.playbook().company().softBounces().isMet(bounces.tailSet(lastAct()), days);
  }

  // A form with this address, a confirmation of it, or a choice behind the link of a mail.
  private Instant lastAct() {
    var profile = portrait.profile();
    var typed =
        profile.facts().getOrDefault(Field.EMAIL, Collections.emptySortedMap()).entrySet().stream()
            .filter(e -> e.getKey() == Authority.FORM || e.getKey() == Authority.INFERRED)
            .map(e -> e.getValue())
            .filter(fact -> fact.value().equals(address))
            .map(Fact::at);
    var chosen = profile.told(Authority.FORM, Field.PACE).map(Fact::at).stream();
    return Stream.of(
            typed,
            chosen,
            profile.typedAt(address).stream(),
            profile.permission().agreedAt().stream())
        .flatMap(at -> at)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private Optional<Fact> own() {
    return portrait.profile().fact(Field.mailbox(address));
  }

  // What comes back after a person released the address closes it again.
  private boolean isReleased(Fact bounce) {
    return portrait
        .profile()
        .told(Authority.SALES, Field.mailbox(address))
        .filter(released -> !released.at().isBefore(bounce.at()))
        .isPresent();
  }

  private Proof proof(String other) {
    return portrait.profile().proof(new Identity(EMAIL, other));
  }

  private static boolean is(Optional<Fact> fact, String value) {
    return fact.filter(f -> f.value().equals(value)).isPresent();
  }
}
