package dev.trellis.checks.attack;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.PreferencesChosen;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Standing;
import dev.trellis.core.identity.Proof;
import java.util.List;

/** A rule that protects people. Without it, whatever a form says in this is taken for proven. */
enum Rule {
  TYPING_PROVES_NOTHING(Standing.ALL),
  AN_ADDRESS_ONLY_FINDS("email"),
  A_NUMBER_ONLY_FINDS("phone"),
  NAMES_STAY("name"),
  COMPANIES_STAY("company"),
  NOT_TO_AGREE_AGAIN_IS_NO_NO("consent"),
  A_BROWSER_IS_NOBODY("cookie"),
  A_TYPED_YES_UNDOES_NO_NO(null);

  private final String word;

  Rule(String word) {
    this.word = word;
  }

  /** What has become of an event where the rule is not kept. */
  List<LeadEvent> without(LeadEvent event) {
    if (!(event.happening() instanceof FormSubmitted form)) {
      return List.of(this == A_BROWSER_IS_NOBODY ? held(event) : event);
    } else if (word != null) {
      return List.of(held(event));
    }
    return form.consent() ? List.of(event, again(event)) : List.of(event);
  }

  private LeadEvent held(LeadEvent event) {
    return event.proving(word, Proof.VOUCHED);
  }

  private static LeadEvent again(LeadEvent event) {
    return LeadEvent.of(
        event.id() + "-again",
        event.occurredAt().plusMillis(1),
        Channel.WEB,
        event.identities(),
        event.origin(),
        PreferencesChosen.again("none"));
  }
}
