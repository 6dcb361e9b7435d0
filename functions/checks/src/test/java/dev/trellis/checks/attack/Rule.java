package dev.trellis.checks.attack;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.ConsentConfirmed;
import dev.trellis.core.event.Happening.Corrected;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.PreferencesChosen;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Standing;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.profile.Claim;
import dev.trellis.core.profile.Field;

/** A rule that protects people, and what becomes of an event where it is not kept. */
enum Rule {
  // Whatever a form says in this is taken for proven.
  TYPING_PROVES_NOTHING(typed(Standing.ALL)),
  AN_ADDRESS_ONLY_FINDS(typed("email")),
  A_NUMBER_ONLY_FINDS(typed("phone")),
  NAMES_STAY(typed("name")),
  COMPANIES_STAY(typed("company")),
  NOT_TO_AGREE_AGAIN_IS_NO_NO(typed("consent")),
  A_BROWSER_IS_NOBODY((event, _) -> List.of(proven(event, "cookie"))),
  // What looks like somebody is them: the playbook's own "usual".
  LIKENESS_IS_NO_PROOF(Rule::kept),
  // A name that is part of a longer one is the longer one.
  NAMES_AGREE_AS_WHOLES((event, world) -> List.of(inFull(event, world))),
  // A page behind a mail is also about, and speaks for, whoever has a name that its reader claimed.
  A_TOKEN_SHOWS_ONE_MAILBOX(Rule::kept),
  A_TOKEN_SPEAKS_FOR_ONE_MAILBOX(Rule::alsoForClaimed),
  // Whoever says yes says it for the person.
  A_TYPED_YES_UNDOES_NO_NO((event, _) -> said(event, isTypedYes(event), again())),
  OTHERS_GIVE_NO_CONSENT_BACK((event, _) -> said(event, isToldYes(event), again())),
  OTHERS_CONFIRM_NOTHING(
      (event, _) -> said(event, isToldYes(event), confirmed(event).orElse(again()))),
  // Whatever is refused for its fields is taken.
  OTHERS_TELL_WHAT_IS_LISTED(Rule::kept);

  /** What an event becomes. */
  private interface Weakness {
    List<LeadEvent> of(LeadEvent event, World world);
  }

  private final Weakness weakness;

  Rule(Weakness weakness) {
    this.weakness = weakness;
  }

  /** What has become of an event where the rule is not kept. */
  List<LeadEvent> without(LeadEvent event, World world) {
    return weakness.of(event, world);
  }

  private static List<LeadEvent> kept(LeadEvent event, World world) {
    return List.of(event);
  }

  private static Weakness typed(String word) {
    return (event, _) ->
        List.of(event.happening() instanceof FormSubmitted ? proven(event, word) : event);
  }

  private static LeadEvent proven(LeadEvent event, String word) {
    return event.proving(word, Proof.VOUCHED);
  }

  private static LeadEvent inFull(LeadEvent event, World world) {
    if (!(event.happening() instanceof FormSubmitted form)) {
      return event;
    }
    var answers = new TreeMap<>(form.answers());
    answers.computeIfPresent(
        Field.NAME,
        (_, typed) ->
            world.leads(List.copyOf(event.identities())).stream()
                .flatMap(lead -> lead.profile().value(Field.NAME).stream())
                .filter(name -> name.contains(typed))
                .findFirst()
                .orElse(typed));
    return event.telling(
        new FormSubmitted(
            form.form(), answers, form.consent(), form.locale(), form.receipt(), form.toConfirm()));
  }

  private static List<LeadEvent> alsoForClaimed(LeadEvent event, World world) {
    var all = new ArrayList<>(List.of(event));
    switch (event.happening()) {
      case Unsubscribed _, PreferencesChosen _, Corrected _ ->
          claimed(world, event.lead())
              .map(LeadRecord::lead)
              .forEach(other ->
                  all.add(
                      LeadEvent.about(
                          other,
                          event.id() + other,
                          event.occurredAt(),
                          event.channel(),
                          event.happening())));
      default -> {}
    }
    return all;
  }

  /** Whoever has a name that a lead claims. */
  static Stream<LeadRecord> claimed(World world, String lead) {
    return world.tables().leads().stream()
        .filter(claimant -> claimant.lead().equals(lead))
        .flatMap(claimant -> claimant.profile().names().openClaims().stream())
        .map(Claim::other)
        .distinct()
        .flatMap(other -> world.tables().leads().stream().filter(l -> l.lead().equals(other)));
  }

  private static boolean isTypedYes(LeadEvent event) {
    return event.happening() instanceof FormSubmitted form && form.consent();
  }

  private static boolean isToldYes(LeadEvent event) {
    SortedMap<String, String> told =
        switch (event.happening()) {
          case CallRecorded call -> call.answers();
          case RecordImported row -> row.values();
          default -> new TreeMap<>();
        };
    return "yes".equals(told.get(Field.CONSENT));
  }

  private static Happening again() {
    return PreferencesChosen.again("none");
  }

  private static Optional<Happening> confirmed(LeadEvent event) {
    return event.identities().stream()
        .filter(name -> name.type() == IdentityType.EMAIL)
        .map(Identity::value)
        .findFirst()
        .map(address -> new ConsentConfirmed("none", address));
  }

  private static List<LeadEvent> said(LeadEvent event, boolean isYes, Happening more) {
    return isYes
        ? List.of(
            event,
            LeadEvent.of(
                event.id() + "-again",
                event.occurredAt().plusMillis(1),
                Channel.WEB,
                event.identities(),
                event.origin(),
                more))
        : List.of(event);
  }
}
