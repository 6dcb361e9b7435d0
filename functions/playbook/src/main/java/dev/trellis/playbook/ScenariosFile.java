package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.playbook.Scenarios;
import dev.trellis.core.playbook.Scenarios.Kind;
import dev.trellis.core.playbook.Scenarios.Scenario;
import dev.trellis.core.playbook.Scenarios.Sign;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** {@code scenarios.yaml}. */
@Says("Maps of how people come in, are touched and answer, per scenario.")
record ScenariosFile(@Says("The maps.") @Each("scenario") List<Scenario> scenarios)
    implements Means<Scenarios> {

  @Override
  public Scenarios meaning(Reading reading) {
    return new Scenarios(scenarios);
  }

  record Entry(
      Yaml at,
      @Says("Its name in addresses.") String id,
      @Says("Its name.") Wording name,
      @Says("From the first to the last; at least one of each kind.") @Filled @Each("step")
          List<Step> steps)
      implements Means<Scenario> {
    @Override
    public Scenario meaning(Reading reading) {
      for (var step : steps) {
        reading.places().put("scenario " + id + " " + step.id, step.at);
      }
      var read = steps.stream().map(Step::step).toList();
      for (var kind : Kind.values()) {
        if (read.stream().noneMatch(s -> s.kind() == kind)) {
          var word = kind.name().toLowerCase(Locale.ROOT);
          at.problem(
              "the scenario has no step of the kind " + word,
              "Add a step with \"kind: " + word + "\"");
        }
      }
      return new Scenario(id, name, read);
    }
  }

  record Step(
      Yaml at,
      @Says("Its name within the map.") String id,
      @Says("What the person does.") Wording name,
      @Says("Coming in, being touched, or answering.")
          @Words({"entry", "feedback", "touch"})
          @Wrong("\"%s\" is none we know")
          String kind,
      @Says("What shows that the step was taken; one of these is enough.")
          @OneOrMore
          @Filled(
              value = "nothing shows that the step was taken",
              remedy = "Add a line below \"done:\"")
          @Wrong(
              value = "says neither what holds nor what happened",
              remedy = "Add \"when:\" or \"happened:\"")
          List<Sign> done) {
    private Scenarios.Step step() {
      return new Scenarios.Step(id, name, Kind.valueOf(kind.toUpperCase(Locale.ROOT)), done);
    }
  }

  @Of(Sign.Holds.class)
  record Holds(@Says("The lead meets this now.") Condition when) {}

  @Of(Sign.Happened.class)
  record Happened(
      @Says("Kinds of lead events.")
          @OneOrMore
          @Filled
          @Words(of = Happening.class)
          @Wrong("nothing is called \"%s\"")
          Set<String> happened,
      @Says("Where it happened.") @Or @OneOrMore @Wrong("\"%s\" is none we know")
          Set<Channel> channel,
      @Says("Ids of events in codes.yaml.") @Or @OneOrMore @Like(Like.SLUG) Set<String> event,
      @Says("Ids of codes in codes.yaml.") @Or @OneOrMore @Like(Like.SLUG) Set<String> code,
      @Says("Names of files in forms/.") @Or @OneOrMore @Like(Like.SLUG) Set<String> form,
      @Says("Ids of contents in contents.yaml.") @Or @OneOrMore @Like(Like.SLUG)
          Set<String> content,
      @Says("How the address of the visited page begins.") @Or @OneOrMore Set<String> page) {}
}
