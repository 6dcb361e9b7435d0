package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.Pool;
import dev.trellis.core.playbook.Release;
import dev.trellis.core.playbook.Settling;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** {@code pools.yaml}. */
@Says("The pool tree, and where leads go that sales returned.")
record PoolsFile(
    Yaml at,
    @Says(SIBLINGS) @Filled List<Entry> pools,
    @Says("Pool path per reason for which sales returns a lead.")
        @Or
        @Each("return")
        @Keys(Like.SLUG)
        @Like(Like.PATH)
        Map<String, String> returns,
    @Says("Pool path for a reason that the table does not know.") @Like(Like.PATH)
        String otherReturns,
    @Says("What lifts a mark on a lead.") Optional<Marks> release,
    @Says("For how long a lead that came back to a pool rests there.") Optional<Period> coolDown)
    implements Grammar {

  private static final String SIBLINGS =
      "Siblings: the first whose condition holds takes the lead.";

  List<Pool> tree(Reading reading) {
    reading.places().put("release", at.find("release").orElse(at));
    reading.places().put("otherReturns", at.find("otherReturns").orElse(at));
    return pools.stream().map(pool -> pool.below("", reading)).toList();
  }

  Settling settling() {
    return new Settling(
        release.flatMap(Marks::returned).orElse(Settling.DEFAULT.returned()),
        release.flatMap(Marks::demoted).orElse(Settling.DEFAULT.demoted()),
        coolDown.orElse(Settling.DEFAULT.coolDown()));
  }

  record Entry(
      Yaml at,
      @Says("Its part of the path.") String id,
      @Says("Its name.") Wording name,
      @Says("Who belongs here. The last sibling has none and takes the rest.") @Or Condition when,
      @Says("Types of content for leads here and below; without it, what the pool above says.")
          @Or
          @Words({"basics", "industry", "strategy", "solution", "case"})
          List<String> contents,
      @Says(SIBLINGS) @Or List<Entry> pools) {

    private Pool below(String above, Reading reading) {
      var path = above + id;
      reading.places().put("pool " + path, at);
      var inside = pools.stream().map(pool -> pool.below(path + "/", reading)).toList();
      return new Pool(path, name, when, contents, inside);
    }
  }

  record Marks(
      @Says("What lifts a return by sales.") Optional<Release> returned,
      @Says("What lifts a demotion.") Optional<Release> demoted) {}

  @Of(Release.class)
  record Lifts(
      @Says("Facts of which one told after the mark lifts it.") @Or Set<String> facts,
      @Says("Behaviours of which one on a later day lifts it.") @Or Set<Behaviour> behaviours) {}
}
