package dev.trellis.rehearsal.playtest;

import module java.base;

import dev.trellis.playbook.bind.Grammar;
import dev.trellis.playbook.bind.Grammar.Wrong;
import dev.trellis.playbook.bind.True;
import dev.trellis.playbook.yaml.Yaml;

/** Something that happens in a test; the key that says what comes first, and when it does last. */
@Wrong("%s is nothing that can happen")
sealed interface PlaytestDeed extends Grammar {

  Yaml at();

  Optional<After> after();

  @Bare
  record After(
      @Says("How long after the beginning; at once, if it is left out.") Duration duration) {}

  @Bare
  record Seconds(@Says("For how long; 60, if it is left out.") @Whole(least = 1) int seconds) {}

  @Says("The person submits a form.")
  record Submits(
      Yaml at,
      @Says("Id of the form.") @Like(Like.SLUG) String submits,
      @Says(
              "Answer per question of the form. What the form requires and you leave out is filled"
                  + " in.")
          @Or
          @OneOrMore
          Map<String, List<Yaml>> answers,
      @Says("Whether the person agrees to be contacted; they do, if it is left out.") @Or("true")
          boolean consent,
      Optional<After> after)
      implements PlaytestDeed {}

  @Says("The person scans a QR code.")
  record Scans(
      Yaml at, @Says("Id of the code.") @Like(Like.SLUG) String scans, Optional<After> after)
      implements PlaytestDeed {}

  @Says("The person reads a content.")
  record Reads(
      Yaml at,
      @Says("Id of the content.") @Like(Like.SLUG) String reads,
      Optional<Seconds> seconds,
      Optional<After> after)
      implements PlaytestDeed {}

  @Says("The person looks at a page.")
  record Visits(
      Yaml at, @Says("The page.") String visits, Optional<Seconds> seconds, Optional<After> after)
      implements PlaytestDeed {}

  @Says("The person attends an event.")
  record Attends(
      Yaml at,
      @Says("Id of the event in codes.yaml.") @Like(Like.SLUG) String attends,
      Optional<Seconds> seconds,
      Optional<After> after)
      implements PlaytestDeed {}

  @Says("The person follows an official account.")
  record Follows(Yaml at, @Says("The account.") String follows, Optional<After> after)
      implements PlaytestDeed {}

  @Says("An SDR spoke with the person.")
  record Called(
      Yaml at,
      @Says("The outcome.") String called,
      @Says("What was found out, by field.") @Or Map<String, String> answers,
      Optional<After> after)
      implements PlaytestDeed {}

  @Says("Sales says something about the person.")
  record Crm(
      Yaml at,
      @Says("What sales says.") @Words({"accepted", "returned", "stage", "won", "lost"}) String crm,
      @Says("Why it was returned or lost.") @Or @Like(value = Like.SLUG, example = "no-need")
          String reason,
      @Says("The deal stage.") @Or @Like(Like.SLUG) String stage,
      Optional<After> after)
      implements PlaytestDeed {}

  @Says("The person presses the button behind the link of the newest confirmation mail.")
  record Confirms(Yaml at, @Says("Confirms.") True confirms, Optional<After> after)
      implements PlaytestDeed {}

  @Says("The person unsubscribes, by the link of the newest mail.")
  record Unsubscribes(Yaml at, @Says("Unsubscribes.") True unsubscribes, Optional<After> after)
      implements PlaytestDeed {}
}
