package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.condition.Value;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.KeyBehaviour;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Heat;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import dev.trellis.playbook.yaml.Yaml;

/** Points that would be given for nothing, that nobody could get, or that would make no sense. */
record ScoringCheck(Playbook playbook, Map<String, Yaml> places) {

  /** Scores that fit is a part of, and what may itself ask for them. */
  private static final Set<String> AFTER_FIT = Set.of("fit", "total", "excluded");

  private static final Instant SOME_DAY = Instant.parse("2026-11-20T02:00:00Z");

  void run() {
    playbook.scoring().fit().forEach(rule -> fit(rule.when(), places.get("fit " + rule.id())));
    playbook.scoring().keys().forEach(key -> key(key, places.get("key " + key.id())));
    if (playbook.contents().values().stream().anyMatch(this::makesHotAlone)) {
      places
          .get("heat hot")
          .problem(
              "one download alone makes a lead hot",
              "Ask for a key behaviour, or for more content tags or activity");
    }
  }

  private static void fit(Condition when, Yaml place) {
    when.leaves()
        .map(Leaf::field)
        .filter(AFTER_FIT::contains)
        .findFirst()
        .ifPresent(field ->
            place.problem(
                "asks for \"" + field + "\", which is computed from fit",
                "Ask for what the person told or did"));
    if (when.holds(new Nobody())) {
      place.problem(
          "gives points for a person of whom nothing is known",
          "Add a test of something that has to be known, such as industry: { known: true }");
    }
  }

  private void key(KeyBehaviour key, Yaml place) {
    for (var sign : key.signs()) {
      if (sign instanceof KeyBehaviour.Reads(String type, int _)
          && playbook.contents().values().stream().noneMatch(c -> c.type().equals(type))) {
        place.problem(
            "waits for a read of type \"" + type + "\", and no content has it",
            "Use one of: "
                + String.join(
                    ", ",
                    playbook.contents().values().stream()
                        .map(Content::type)
                        .distinct()
                        .sorted()
                        .toList()));
      }
    }
  }

  private boolean makesHotAlone(Content content) {
    var form = new Happening.FormSubmitted("download", new TreeMap<>(), true, null, null);
    var read = new Happening.ContentRead(content.id(), content.version(), 3600, null);
    var profile = Profile.of(playbook.company().days());
    for (var happening : List.of(new Happening.CodeScanned(), form, read)) {
      var id = happening.getClass().getSimpleName();
      profile = profile.with(LeadEvent.about("lead", id, SOME_DAY, Channel.WEB, happening));
    }
    return Portrait.of("lead", profile, playbook, SOME_DAY).heat().level() == Heat.Level.HOT;
  }

  /** A person of whom nothing is known. */
  private record Nobody() implements Condition.Subject {
    @Override
    public Value value(String field) {
      return new Value.Unknown();
    }

    @Override
    public Instant now() {
      return SOME_DAY;
    }
  }
}
