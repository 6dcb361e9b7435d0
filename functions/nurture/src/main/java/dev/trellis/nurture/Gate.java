package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.playbook.Content;
import dev.trellis.core.portrait.MailboxState;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;

/** The one gate before every mail of any journey: may this person get this mail now? */
final class Gate {

  private Gate() {}

  /** What the gate says. */
  sealed interface Verdict {
    /** The mail may go, to this address. */
    record Open(String address) implements Verdict {}

    /** The mail must not go; the reason is for the send record. */
    record Closed(String reason) implements Verdict {}
  }

  /**
   * Asks the gate about one mail.
   *
   * @param content what the mail is about, if anything
   */
  static Verdict ask(Portrait portrait, Optional<Content> content) {
    return refusal(portrait, content)
        .<Verdict>map(Verdict.Closed::new)
        .or(() -> MailboxState.of(portrait).map(Gate::open))
        .orElseGet(() -> new Verdict.Closed("no address"));
  }

  /** Asks the gate about a mail that asks for a confirmation. */
  static Verdict askToConfirm(Portrait portrait) {
    var asked = address(portrait.profile());
    if (asked.isEmpty()) {
      return new Verdict.Closed("nothing to confirm");
    }
    var address = asked.get().value();
    var mailbox = new MailboxState(portrait, address, asked.get().at());
    if (refusal(portrait, Optional.empty()).isEmpty()
        && mailbox.closedBy().isEmpty()
        && says(portrait, Field.EMAIL, address)) {
      return new Verdict.Closed("already confirmed");
    }
    return unwanted(portrait)
        .or(mailbox::closedBy)
        .<Verdict>map(Verdict.Closed::new)
        .orElseGet(() -> new Verdict.Open(address));
  }

  // The one that the form told whose consent waits to be confirmed.
  private static Optional<Fact> address(Profile profile) {
    var forms =
        profile.permission().unconfirmed().flatMap(_ -> profile.told(Authority.FORM, Field.EMAIL));
    var asked = profile.told(Authority.INFERRED, Field.EMAIL).filter(_ -> isAsked(profile));
    return Stream.concat(forms.stream(), asked.stream()).max(Comparator.comparing(Fact::at));
  }

  private static Optional<String> refusal(Portrait portrait, Optional<Content> content) {
    if (isPending(portrait)) {
      return Optional.of("consent pending");
    } else if (!says(portrait, Field.CONSENT, "yes")) {
      return Optional.of("no consent");
    }
    return unwanted(portrait)
        .or(() ->
            content.filter(c -> portrait.declines(c.topic())).map(_ -> "unsubscribed from topic"));
  }

  // An address that nobody confirmed gets no mail on the strength of a consent given elsewhere.
  private static boolean isPending(Portrait portrait) {
    var profile = portrait.profile();
    return profile.permission().unconfirmed().isPresent()
        || isAsked(profile) && isUnconfirmed(profile);
  }

  // That somebody else tells the same address after the question was asked does not answer it.
  private static boolean isUnconfirmed(Profile profile) {
    var told = profile.facts().getOrDefault(Field.EMAIL, Collections.emptySortedMap());
    var asked = told.get(Authority.INFERRED);
    if (asked == null || told.containsKey(Authority.FORM)) {
      return false;
    }
    var since = profile.permission().askedSince(asked);
    return told.get(told.lastKey()).value().equals(asked.value())
        && told.tailMap(Authority.IMPORT).values().stream()
            .noneMatch(f -> f.value().equals(asked.value()) && f.at().isBefore(since));
  }

  private static boolean isAsked(Profile profile) {
    return profile
        .told(Authority.INFERRED, Field.CONSENT)
        .filter(f -> f.value().equals(Field.PENDING))
        .isPresent();
  }

  // An address that does not work hides no other that does.
  private static Verdict open(MailboxState mailbox) {
    return mailbox
        .closedBy()
        .<Verdict>map(reason ->
            mailbox.other().<Verdict>map(Verdict.Open::new).orElse(new Verdict.Closed(reason)))
        .orElse(new Verdict.Open(mailbox.address()));
  }

  private static Optional<String> unwanted(Portrait portrait) {
    return isUnsubscribed(portrait.profile()) ? Optional.of("unsubscribed") : Optional.empty();
  }

  /** True unless the person wants mail, or was asked again by a form since they wanted none. */
  static boolean isUnsubscribed(Profile profile) {
    return profile
        .fact(Field.SUBSCRIPTION)
        .filter(wanted -> wanted.value().equals("no"))
        .filter(
            no -> profile.permission().unconfirmed().filter(f -> f.at().isAfter(no.at())).isEmpty())
        .isPresent();
  }

  private static boolean says(Portrait portrait, String field, String value) {
    return portrait.profile().value(field).filter(value::equals).isPresent();
  }
}
