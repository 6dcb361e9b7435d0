package dev.trellis.rehearsal.playtest;

import module java.base;

import dev.trellis.core.portrait.Heat;
import dev.trellis.playbook.bind.Grammar;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.yaml.Yaml;

/** Tests of a playbook as marketers write them, {@code tests/<any name>.yaml}. */
@Says("Tests of the playbook: what one person does, how much time passes, and what is true then.")
public record PlaytestsFile(
    @Says("The tests.")
        @Filled(value = "there is no test in it", remedy = "Add one below \"tests:\"")
        List<Written> tests)
    implements Grammar {

  private static final String TAG = "[a-z]+:" + Like.SLUG;

  record Written(
      Yaml at,
      @Says("One sentence that says what is true.") String test,
      @Says("When it begins, by the company's clock; without it, a Monday at ten.")
          @Or("2026-03-02T10:00")
          LocalDateTime begins,
      @Says("What happens, to one person.")
          @Filled(
              value = "nothing happens in it",
              remedy = "Add at least one line below \"given:\"")
          List<PlaytestDeed> given,
      @Says("How long after the beginning we look.") Optional<Duration> when,
      @Says("What must be true. What you leave out may be anything.") Then then) {}

  @Also("{\"minProperties\": 1}")
  record Then(
      Yaml at,
      @Says("The stage, or one of several.") @Or @OneOrMore @Like(Like.SLUG) List<Yaml> stage,
      @Says("The pool, or one of several.")
          @Or
          @OneOrMore
          @Like(value = Like.PATH, example = "mil/high")
          List<Yaml> pool,
      @Says("How hot, or one of several.") @Or @OneOrMore List<Heat.Level> heat,
      @Says("Bounds per score: fit, role, activity, intent, keys, total, or interest.<topic>.")
          @Or
          @Filled
          @Keys("fit|role|activity|intent|keys|total|interest\\.[a-z0-9-]+")
          @Wrong(
              value = "there is no score \"%s\"",
              remedy = "Use fit, role, activity, intent, keys, total, or interest.<topic>")
          Map<String, Bounds> score,
      @Says("Tags of the person.") Optional<Tags> tags,
      @Says("Every mail that was sent, in order; [] for none.") Optional<Mails> mails,
      @Says("How often the person was handed to the CRM.") Optional<Integer> handoffs) {}

  @Says("Whole points.")
  @Also("{\"minProperties\": 1}")
  record Bounds(
      Yaml at, @Says("At least.") @Or("0") int from, @Says("At most.") Optional<Integer> to) {}

  @Also("{\"minProperties\": 1}")
  record Tags(
      @Says("Tags that the person has.")
          @Or
          @OneOrMore
          @Like(value = TAG, example = "need:lead-scoring")
          List<Yaml> has,
      @Says("Tags that the person does not have.") @Or @OneOrMore @Like(TAG) List<Yaml> lacks) {}

  @Bare
  record Mails(List<Letter> letters) {}

  /** A mail that was sent. */
  @Wrong(value = "is no mail", remedy = "Write its id, or with its content: mail: content")
  sealed interface Letter extends Grammar {}

  @Bare
  record Plain(Yaml at, @Says("Id of a mail without a content.") @Like(Like.SLUG) String mail)
      implements Letter {}

  @Bare
  record WithContent(
      Yaml at,
      @Says("Id of the mail and of the content in it.")
          @Filled
          @Like(Like.SLUG)
          @Also("{\"maxProperties\": 1}")
          Map<String, String> contentByMail)
      implements Letter {}
}
