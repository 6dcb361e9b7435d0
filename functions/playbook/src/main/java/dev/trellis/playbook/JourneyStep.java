package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Pause;
import dev.trellis.playbook.bind.Grammar;
import dev.trellis.playbook.bind.Grammar.Wrong;
import dev.trellis.playbook.bind.True;
import dev.trellis.playbook.yaml.Yaml;

/** A step as it is written: the key that says what is done comes first, its name last. */
@Wrong("%s is no step")
sealed interface JourneyStep extends Grammar {

  String NAME = "(\\$[a-z]+|" + Like.SLUG + ")";
  String THEN_OR_ELSE = "{\"anyOf\": [{\"required\": [\"then\"]}, {\"required\": [\"else\"]}]}";

  Yaml at();

  Optional<Id> id();

  @Bare
  record Id(
      @Says(
              "A name of its own; without one the step is called by what it does, such as"
                  + " send-welcome, and the second of that name in its block send-welcome-2.")
          @Like(Like.SLUG)
          @Wrong(value = "\"%s\" is no id", remedy = "Use small letters, digits and hyphens")
          String text) {}

  @Says("Wait for a period, or until a day and time.")
  record Wait(
      Yaml at,
      @Says("How long, or until when.")
          @Wrong(
              value = "is no time to wait for",
              remedy = "Write it like P3D, or { until: tuesday, at: \"10:00\" }")
          @Key("wait")
          Pause said,
      @Says("Count from the first mail of this round of the each, not from the step before.")
          @Words("round")
          @Wrong(
              value = "waits after nothing known",
              remedy = "Leave it out, or write: after: round")
          Optional<String> after,
      @Says("Only in the first round of an each.") Optional<True> first,
      Optional<Id> id)
      implements JourneyStep {
    Pause pause() {
      return said instanceof Pause.For(Period period) && after.isPresent()
          ? new Pause.OfRound(period)
          : said;
    }
  }

  @Says("Send a mail.")
  record Send(
      Yaml at,
      @Says(
              "Send a mail: alone, with one content by id, or with the first content of these"
                  + " facets that the lead was not sent yet.")
          Letter send,
      @Says("If every content that fits was sent before.") @Key("else") @Or
          List<JourneyStep> otherwise,
      Optional<Id> id)
      implements JourneyStep {}

  @Also(
      """
      {"if": {"required": ["content"]},
       "then": {"properties": {"topic": false, "type": false, "form": false, "industry": false,
                               "fallback": false}}}
      """)
  record Letter(
      Yaml at,
      @Says("Id of the mail.") @Like(NAME) String mail,
      @Says("Id of the content.") @Or @Like(NAME) String content,
      @Says("Topic of the content.") @Or @Like(NAME) String topic,
      @Says("Type of the content.") @Or @Like("(\\$[a-z]+|basics|industry|strategy|solution|case)")
          String type,
      @Says("Form of the content.")
          @Or
          @Like("(\\$[a-z]+|whitepaper|slides|video|webinar|case|article|tool)")
          String form,
      @Says("Only contents of the lead's own industry.")
          @Words("$lead.industry")
          @Wrong(value = "is no industry to ask for", remedy = "Write $lead.industry")
          Optional<String> industry,
      @Says("Id of the content to send if none fits.") @Or @Like(NAME) String fallback) {

    /** What is sent; null if the mail is about no content. */
    ContentQuery query() {
      if (content != null || topic != null || type != null || form != null) {
        return new ContentQuery(content, topic, type, form, industry.isPresent(), fallback);
      }
      if (industry.isPresent() || fallback != null) {
        at.problem("says which content to prefer and asks for none", "Add a topic, type or form");
      }
      return null;
    }
  }

  @Says("Choose by a condition.")
  @Also(THEN_OR_ELSE)
  record When(
      Yaml at,
      @Says("Asked when the lead comes here.") Condition when,
      @Says("If it holds.") @Or List<JourneyStep> then,
      @Says("If it does not.") @Key("else") @Or List<JourneyStep> otherwise,
      Optional<Id> id)
      implements JourneyStep {}

  @Says("Wait for a read or for a condition.")
  record Await(
      Yaml at,
      @Says("What to wait for.")
          @Wrong(value = "cannot be awaited", remedy = "Await the word read, or a condition")
          Awaited await,
      @Says("How long. A read at the very end no longer counts.") @Key("for") Period period,
      @Says("As soon as it happens.") @Or List<JourneyStep> then,
      @Says("If it did not happen in time.") @Key("else") @Or List<JourneyStep> otherwise,
      Optional<Id> id)
      implements JourneyStep {}

  /** What a lead may do in time. */
  sealed interface Awaited extends Grammar {}

  @Bare
  record Read(@Says("A human read of the content sent last.") @Words("read") String word)
      implements Awaited {}

  @Bare
  record Holds(@Says("Something that becomes true of the lead.") Condition condition)
      implements Awaited {}

  @Says("Repeat steps.")
  record Each(
      Yaml at,
      @Says("A name and its values; \"$name\" in the steps stands for the value.")
          @Keys("[a-z]+")
          @Like(Like.SLUG)
          @Filled(value = "repeats for no values", remedy = "Write them, such as [lead-scoring]")
          @Also("{\"maxProperties\": 1}")
          Map<String, List<String>> each,
      @Says("What the lead says they need comes first.")
          @Words("$lead.need")
          @Wrong(value = "puts first what nothing tells", remedy = "Write first: $lead.need")
          Optional<String> first,
      @Says("Topics of which the lead has read something are left out.")
          @Words("read")
          @Wrong(value = "skips what nothing tells", remedy = "Write skip: read")
          Optional<String> skip,
      @Says("Done once per value.") @Key("do") @Filled List<JourneyStep> steps,
      Optional<Id> id)
      implements JourneyStep {

    String variable() {
      if (each.size() != 1) {
        at.problem(
            "repeats for no values, or for those of two names",
            "Name one list, such as each: { topic: [lead-scoring] }; for two, write one in the"
                + " other");
      }
      return each.keySet().stream().findFirst().orElse("");
    }

    List<String> values() {
      each.forEach((variable, values) -> {
        var seen = new HashSet<String>();
        values.stream()
            .filter(value -> !seen.add(value))
            .forEach(value ->
                at.get("each")
                    .get(variable)
                    .problem("repeats for \"" + value + "\" twice", "Leave one of them"));
      });
      return each.values().stream().flatMap(List::stream).distinct().toList();
    }
  }

  @Says("Judge the lead by its heat.")
  record Verdict(
      Yaml at,
      @Says("What is done for each; a lead without steps here just ends the journey.")
          Judged verdict,
      Optional<Id> id)
      implements JourneyStep {}

  @Also("{\"minProperties\": 1}")
  record Judged(
      @Says("For hot leads.") @Or List<JourneyStep> hot,
      @Says("For warm leads.") @Or List<JourneyStep> warm,
      @Says("For cold leads.") @Or List<JourneyStep> cold) {}

  @Says("Start another journey.")
  record Enroll(
      Yaml at,
      @Says("Id of a journey that says \"on: enroll\".") @Like(NAME) String enroll,
      Optional<Id> id)
      implements JourneyStep {}

  @Says("Tell our own sales people.")
  record Alert(
      Yaml at, @Says("Id of a mail of kind internal.") @Like(NAME) String alert, Optional<Id> id)
      implements JourneyStep {}

  @Says("Put the lead at least one pool below the one this journey is for.")
  record Demote(Yaml at, @Says("Demote the lead.") True demote, Optional<Id> id)
      implements JourneyStep {}

  @Says("Hand the lead to the CRM.")
  record HandOff(
      Yaml at, @Says("Hand the lead to the CRM.") @Key("hand-off") True handOff, Optional<Id> id)
      implements JourneyStep {}
}
