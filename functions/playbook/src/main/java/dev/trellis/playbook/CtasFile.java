package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.Cta;
import dev.trellis.core.playbook.Cta.Kind;
import dev.trellis.core.playbook.Cta.Place;
import dev.trellis.core.playbook.Cta.Style;
import dev.trellis.core.playbook.Cta.Target;
import dev.trellis.core.playbook.Ctas;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** {@code ctas.yaml}. */
@Says("Calls to action: what they lead to, what they look like and where they stand.")
record CtasFile(
    @Says("How long after a click what the CTA called for counts as its conversion; else P14D.")
        Optional<Duration> window,
    @Says("The calls to action.") @Each("cta") @Wrong("a second CTA \"%s\"") Map<String, Cta> ctas)
    implements Means<Ctas> {

  @Override
  public Ctas meaning(Reading reading) {
    return new Ctas(window.orElse(Ctas.NONE.window()), ctas);
  }

  record Entry(
      @Says("Part of its address, /go/<id>.") String id,
      @Says("What it leads to.") Target target,
      @Says("What it looks like on our pages.") Style style,
      @Says("Where it stands.")
          @Filled
          @Words({"mail", "content-page", "thanks-page", "site"})
          @Wrong("\"%s\" is no place for a CTA")
          List<String> places,
      @Says("What stands on it.") Wording words)
      implements Means<Cta> {
    @Override
    public Cta meaning(Reading reading) {
      return new Cta(id, target, style, places.stream().map(Entry::place).toList(), words);
    }

    private static Place place(String word) {
      return Place.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  @Also(
      """
      {"oneOf": [{"required": ["content"]}, {"required": ["form"]},
                 {"required": ["community", "page"]}, {"required": ["event", "page"]}]}
      """)
  record To(
      Yaml at,
      @Says("Id of a content.") @Or @Like(Like.SLUG) String content,
      @Says("Id of a form.") @Or @Like(Like.SLUG) String form,
      @Says("The account whose followers are in the community.") @Or String community,
      @Says("Id of an event of codes.yaml.") @Or @Like(Like.SLUG) String event,
      @Says("Where people join or sign up.") @Or @Like("https://.+") String page)
      implements Means<Target> {
    @Override
    public Target meaning(Reading reading) {
      if (content != null) {
        return new Target(Kind.CONTENT, content, page);
      } else if (form != null) {
        return new Target(Kind.FORM, form, page);
      } else if (community != null) {
        return new Target(Kind.COMMUNITY, community, page);
      } else if (event != null) {
        return new Target(Kind.EVENT, event, page);
      }
      at.problem(
          "the target is none of ours",
          "Write one of: content, form, community, event, with its id");
      return new Target(Kind.FORM, "", null);
    }
  }
}
