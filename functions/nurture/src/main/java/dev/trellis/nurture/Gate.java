package dev.trellis.nurture;

import dev.trellis.core.playbook.Content;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;
import java.time.Instant;
import java.util.Optional;

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
        .or(() -> portrait.email().map(Verdict.Open::new))
        .orElseGet(() -> new Verdict.Closed("no address"));
  }

  private static Optional<String> refusal(Portrait portrait, Optional<Content> content) {
    var profile = portrait.profile();
    if (!says(portrait, Field.CONSENT, "yes")) {
      return Optional.of("no consent");
    } else if (says(portrait, Field.SUBSCRIPTION, "no")) {
      return Optional.of("unsubscribed");
    } else if (content.filter(c -> declines(portrait, c.topic())).isPresent()) {
      return Optional.of("unsubscribed from topic");
    } else if (says(portrait, Field.MAILBOX, "complaint")) {
      return Optional.of("complaint");
    } else if (says(portrait, Field.MAILBOX, "permanent")
        && !since(profile.fact(Field.EMAIL)).isAfter(since(profile.fact(Field.MAILBOX)))) {
      return Optional.of("bounced"); // and no address was given since
    }
    return Optional.empty();
  }

  private static boolean declines(Portrait portrait, String topic) {
    return says(portrait, Field.SUBSCRIPTION + "." + topic, "no");
  }

  private static boolean says(Portrait portrait, String field, String value) {
    return portrait.profile().value(field).filter(value::equals).isPresent();
  }

  private static Instant since(Optional<Fact> fact) {
    return fact.map(Fact::at).orElse(Instant.EPOCH);
  }
}
